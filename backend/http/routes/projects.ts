import type { Context, Hono } from 'hono'
import type { ProjectBundle, ProjectConfig, ProjectReference } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import type { DeleteProjectStrategy, Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { booleanQuery, header, namespaceHeaders } from '../parameters'
import { readJson, type HttpEnv } from '../request-body'
import { byName, empty, route } from '../route'
import { readConfig } from './body-config'

const nameMissing = 'Project name must be provided in metadata'

/** `/api/projects` and `/api/projects/{name}`, with export and import. */
export function registerProjects(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { projects } = platform
  const defaultNamespace = platform.info.namespaces[0] ?? 'nuclio'
  const namespaceOf = (c: Context<HttpEnv>) => header(c, namespaceHeaders.projects) ?? defaultNamespace

  const put = async (c: Context<HttpEnv>, operation: string, name?: string): Promise<ProjectConfig> => {
    const config = await readConfig<ProjectConfig>(c, { contract, operation, nameMissing, defaultNamespace })
    if (name !== undefined && config.metadata.name !== name) {
      throw new PlatformError(400, 'Project name is different from request id')
    }
    await projects.update(config)
    return config
  }

  route(app, '/api/projects', {
    GET: async (c) => {
      const found = await projects.list({
        namespace: namespaceOf(c),
        name: header(c, 'x-nuclio-project-name'),
      })
      if (!booleanQuery(c, 'export', false)) return c.json(byName(found))
      const exports = found.map(async ({ metadata: { name = '', namespace = defaultNamespace } }) => {
        return [name, await projects.export({ namespace, name })] as const
      })
      return c.json(Object.fromEntries(await Promise.all(exports)))
    },
    POST: async (c) => {
      if (booleanQuery(c, 'import', false)) return importProject(c, platform, contract, namespaceOf(c))
      const operation = 'schema ProjectConfig'
      const config = await readConfig<ProjectConfig>(c, { contract, operation, defaultNamespace })
      const created = await projects.create(config)
      // The documented answer has no body; without one a generated name is known only from here.
      return empty(201, { location: `/api/projects/${encodeURIComponent(created.metadata.name ?? '')}` })
    },
    PUT: async (c) => {
      const config = await put(c, 'put /projects/{name}')
      const path = `/api/projects/${encodeURIComponent(config.metadata.name ?? '')}`
      return empty(204, { deprecation: 'true', link: `<${path}>; rel="alternate"` })
    },
    DELETE: async (c) => {
      const operation = 'delete /projects'
      const body = await readConfig<ProjectReference>(c, {
        contract,
        operation,
        nameMissing,
        defaultNamespace,
      })
      const { name, namespace = defaultNamespace } = body.metadata
      await projects.delete({ namespace, name }, strategyOf(c))
      return empty(204)
    },
  })

  route(app, '/api/projects/:name', {
    GET: async (c) => {
      const ref = { namespace: namespaceOf(c), name: c.req.param('name') ?? '' }
      return c.json(booleanQuery(c, 'export', false) ? await projects.export(ref) : await projects.get(ref))
    },
    PUT: async (c) => {
      await put(c, 'put /projects/{name}', c.req.param('name'))
      return empty(204)
    },
  })
}

async function importProject(
  c: Context<HttpEnv>,
  platform: Platform,
  contract: Contract,
  namespace: string,
): Promise<Response> {
  const bundle = (await readJson(c)) as ProjectBundle | null
  const project: unknown = bundle?.project
  if (typeof project !== 'object' || project === null) {
    throw new PlatformError(
      400,
      'project is required: an import expects a bundle of project, functions, functionEvents and apiGateways',
    )
  }
  contract.check('schema ProjectBundle', bundle)
  const result = await platform.projects.import(bundle as ProjectBundle, namespace)
  return c.json(result, 201)
}

/** Unknown strategies count as `restricted`, as in Nuclio. */
function strategyOf(c: Context<HttpEnv>): DeleteProjectStrategy {
  const strategy = c.req.header('x-nuclio-delete-project-strategy')
  return strategy === 'cascading' || strategy === 'check' ? strategy : 'restricted'
}

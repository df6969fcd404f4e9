import type { Context, Hono } from 'hono'
import type { FunctionConfig, FunctionPatch, FunctionReference, NuclioFunction } from '@/api/generated/schema'
import { filledFromSource, InlineConfigurationProblem } from '@/domain/spec-rules/inline-configuration'
import { filledWords } from '@/domain/spec-rules/schema-findings'
import { PlatformError } from '../../errors'
import type { DeployOptions, Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { functionList } from '../function-list'
import {
  booleanHeader,
  booleanQuery,
  durationOf,
  header,
  namespaceHeaders,
  requiredNamespace,
} from '../parameters'
import { readJson, type HttpEnv } from '../request-body'
import { empty, route } from '../route'
import { readConfig } from './body-config'

const nameMissing = 'Function name must be provided in metadata'
const projectLabel = 'nuclio.io/project-name'

/** `/api/functions` and `/api/functions/{name}`. */
export function registerFunctions(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { functions } = platform
  const defaultNamespace = platform.info.namespaces[0] ?? 'nuclio'

  const asksForGateways = (c: Context<HttpEnv>) => booleanHeader(c, 'x-nuclio-function-enrich-apigateways')
  /** Those that no gateway leads to stay the same objects: lists write those only once. */
  const withGateways = (namespace: string, found: NuclioFunction[]): NuclioFunction[] => {
    const names = platform.apiGateways.namesByFunction(namespace)
    if (names.size === 0) return found
    return found.map((fn) => {
      const apiGateways = names.get(fn.metadata.name)
      return apiGateways ? { ...fn, status: { ...fn.status, apiGateways } } : fn
    })
  }

  const readFunction = async (c: Context<HttpEnv>, operation: string): Promise<FunctionConfig> => {
    const given = await readConfig<FunctionConfig>(c, {
      contract,
      operation,
      nameMissing,
      withoutNulls: true,
      defaultNamespace,
    })
    const config = filledOrRefused(given)
    if (config !== given) checkFilled(config, operation, contract)
    const project = header(c, 'x-nuclio-project-name')
    if (project) config.metadata.labels = { ...config.metadata.labels, [projectLabel]: project }
    return config
  }

  route(app, '/api/functions', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.functions)
      const listed = await functions.list({
        namespace,
        project: header(c, 'x-nuclio-project-name'),
        name: header(c, 'x-nuclio-function-name'),
      })
      const found = asksForGateways(c) ? withGateways(namespace, listed) : listed
      if (!booleanQuery(c, 'export', false)) return functionList(found)
      const exports = found.map(async ({ metadata: { name = '' } }) => {
        return [name, await functions.export({ namespace, name })] as const
      })
      return c.json(Object.fromEntries(await Promise.all(exports)))
    },
    POST: async (c) => {
      const config = await readFunction(c, 'post /functions')
      await functions.create(config, deployOptions(c))
      return empty(202)
    },
    DELETE: async (c) => {
      const body = await readConfig<FunctionReference>(c, {
        contract,
        operation: 'delete /functions',
        nameMissing,
        defaultNamespace,
      })
      const { name, namespace = defaultNamespace, resourceVersion } = body.metadata
      const ignoreState = booleanHeader(c, 'x-nuclio-delete-function-ignore-state-validation')
      const withApiGateways = booleanHeader(c, 'x-nuclio-delete-function-with-api-gateways')
      await functions.delete({ namespace, name }, { resourceVersion, ignoreState, withApiGateways })
      return empty(204)
    },
  })

  route(app, '/api/functions/:name', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.functions)
      const ref = { namespace, name: c.req.param('name') ?? '' }
      if (booleanQuery(c, 'export', false)) return c.json(await functions.export(ref))
      const found = await functions.get(ref)
      return c.json(asksForGateways(c) ? withGateways(namespace, [found])[0] : found)
    },
    PUT: async (c) => {
      const config = await readFunction(c, 'put /functions/{name}')
      if (config.metadata.name !== c.req.param('name')) {
        throw new PlatformError(400, 'Function name is different from request id')
      }
      await functions.update(config, deployOptions(c))
      return empty(202)
    },
    PATCH: async (c) => {
      const namespace = header(c, namespaceHeaders.functions) ?? defaultNamespace
      return patch(c, platform, contract, { namespace, name: c.req.param('name') ?? '' })
    },
  })
}

function filledOrRefused(config: FunctionConfig): FunctionConfig {
  try {
    return filledFromSource(config)
  } catch (error) {
    if (error instanceof InlineConfigurationProblem)
      throw new PlatformError(400, error.message, { cause: error })
    throw error
  }
}

/** What a comment in the source adds must fit as well, and whoever reads the refusal has to know where to look. */
function checkFilled(config: FunctionConfig, operation: string, contract: Contract): void {
  try {
    contract.check(operation, config)
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    throw new PlatformError(error.status, filledWords(error.message), { cause: error })
  }
}

async function patch(
  c: Context<HttpEnv>,
  platform: Platform,
  contract: Contract,
  ref: { namespace: string; name: string },
): Promise<Response> {
  const body = (await readJson(c)) as FunctionPatch
  const desired: unknown = (body as { desiredState?: unknown } | null)?.desiredState
  if (typeof desired === 'string' && desired !== '' && desired !== 'ready' && desired !== 'scaledToZero') {
    throw new PlatformError(400, `Unsupported desired state in patch request: ${desired}`)
  }
  if (desired === '') return empty(204)
  contract.check('patch /functions/{name}', body)
  if (desired !== 'ready' && desired !== 'scaledToZero') return empty(204)
  if (booleanHeader(c, 'x-nuclio-imported-function-only')) {
    const { status } = await platform.functions.get(ref)
    if (status?.state !== 'imported') return empty(202)
  }
  await platform.functions.setDesiredState(ref, desired)
  return empty(202)
}

function deployOptions(c: Context<HttpEnv>): DeployOptions {
  const name = 'x-nuclio-creation-state-updated-timeout'
  return {
    waitForEnd: booleanHeader(c, 'x-nuclio-wait-function-action'),
    stateTimeout: durationOf(header(c, name), `Header ${name} must be a duration such as 30s or 1m30s`),
  }
}

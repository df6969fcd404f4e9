import type { Context, Hono } from 'hono'
import type { ApiGatewayConfig, ApiGatewayReference } from '@/api/generated/schema'
import { projectLabel } from '@/domain/function-config'
import type { Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { booleanHeader, booleanQuery, header, namespaceHeaders, requiredNamespace } from '../parameters'
import type { HttpEnv } from '../request-body'
import { byName, empty, route } from '../route'
import { readConfig } from './body-config'

/** `/api/api_gateways` and `/api/api_gateways/{name}`. */
export function registerApiGateways(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { apiGateways } = platform
  const defaultNamespace = platform.info.namespaces[0] ?? 'nuclio'
  const validates = (c: Context<HttpEnv>) => booleanHeader(c, 'x-nuclio-agw-validate-functions-existence')

  const readGateway = async (
    c: Context<HttpEnv>,
    operation: string,
    name?: string,
  ): Promise<ApiGatewayConfig> => {
    const config = await readConfig<ApiGatewayConfig>(c, {
      contract,
      operation,
      withoutNulls: true,
      defaultNamespace,
    })
    const project = header(c, 'x-nuclio-project-name')
    const metadata = { ...config.metadata }
    if (project) metadata.labels = { ...metadata.labels, [projectLabel]: project }
    // The name of an update may stand in its address alone.
    if (name !== undefined && !metadata.name && !config.spec.name) metadata.name = name
    return { ...config, metadata }
  }

  route(app, '/api/api_gateways', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.gateways)
      const found = await apiGateways.list({
        namespace,
        project: header(c, 'x-nuclio-project-name'),
        functionName: header(c, 'x-nuclio-function-name'),
      })
      if (!booleanQuery(c, 'export', false)) return c.json(byName(found))
      const exports = found.map(async ({ metadata: { name = '' } }) => {
        return [name, await apiGateways.export({ namespace, name })] as const
      })
      return c.json(Object.fromEntries(await Promise.all(exports)))
    },
    POST: async (c) => {
      await apiGateways.create(await readGateway(c, 'post /api_gateways'), validates(c))
      return empty(202)
    },
    DELETE: async (c) => {
      const { metadata } = await readConfig<ApiGatewayReference>(c, {
        contract,
        operation: 'delete /api_gateways',
        nameMissing: 'Api gateway name must be provided in metadata',
        defaultNamespace,
      })
      await apiGateways.delete({ namespace: metadata.namespace ?? defaultNamespace, name: metadata.name })
      return empty(204)
    },
  })

  route(app, '/api/api_gateways/:name', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.gateways)
      const ref = { namespace, name: c.req.param('name') ?? '' }
      return c.json(
        booleanQuery(c, 'export', false) ? await apiGateways.export(ref) : await apiGateways.get(ref),
      )
    },
    PUT: async (c) => {
      const name = c.req.param('name') ?? ''
      await apiGateways.update(name, await readGateway(c, 'put /api_gateways/{name}', name), validates(c))
      return empty(204)
    },
  })
}

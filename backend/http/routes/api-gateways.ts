import type { Context, Hono } from 'hono'
import { PlatformError } from '../../errors'
import type { Contract } from '../contract'
import { namespaceHeaders, requiredNamespace } from '../parameters'
import type { HttpEnv } from '../request-body'
import { route } from '../route'
import { readConfig } from './body-config'

/** `/api/api_gateways`: this platform has none, so lists are empty and writes are refused. */
export function registerApiGateways(app: Hono<HttpEnv>, contract: Contract): void {
  const refuse = async (c: Context<HttpEnv>, operation: string): Promise<Response> => {
    await readConfig(c, { contract, operation })
    throw new PlatformError(501, 'Unsupported method')
  }

  route(app, '/api/api_gateways', {
    GET: (c) => {
      requiredNamespace(c, namespaceHeaders.gateways)
      return c.json({})
    },
    POST: (c) => refuse(c, 'post /api_gateways'),
    DELETE: (c) => refuse(c, 'delete /api_gateways'),
  })

  route(app, '/api/api_gateways/:name', {
    GET: (c) => {
      requiredNamespace(c, namespaceHeaders.gateways)
      throw new PlatformError(404, 'Api-Gateway not found')
    },
    PUT: (c) => refuse(c, 'put /api_gateways/{name}'),
  })
}

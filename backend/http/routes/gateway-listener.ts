import type { Hono } from 'hono'
import type { GatewayRequest } from '@/api/generated/schema'
import type { Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { sealAnswer } from '../function-answer'
import { readJson, type HttpEnv } from '../request-body'
import { route } from '../route'
import { endWithSource } from '../stream-end'

/**
 * `/api/embedded/gateway_listener` and `/api/embedded/gateway_requests`, which Nuclio does not have: where the gateways of this platform
 * listen, and requests to them for pages, from which another origin is out of reach.
 */
export function registerGatewayListener(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { apiGateways } = platform
  const defaultNamespace = platform.info.namespaces[0] ?? 'nuclio'

  route(app, '/api/embedded/gateway_listener', { GET: (c) => c.json(apiGateways.listener()) })

  route(app, '/api/embedded/gateway_requests', {
    POST: async (c) => {
      const request = await readJson(c)
      contract.check('post /embedded/gateway_requests', request)
      const { gateway, namespace, method, path, headers = [], body = '' } = request as GatewayRequest
      const answer = await apiGateways.call(
        { namespace: namespace || defaultNamespace, name: gateway },
        {
          method,
          path,
          headers: headers.map(({ name, value }) => [name, value]),
          body: new TextEncoder().encode(body),
          signal: c.req.raw.signal,
        },
      )
      const stream = answer.body instanceof Uint8Array ? answer.body : endWithSource(answer.body, c.env)
      return sealAnswer({ ...answer, body: stream })
    },
  })
}

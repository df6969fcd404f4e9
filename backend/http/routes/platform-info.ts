import type { Hono } from 'hono'
import type { Platform } from '../../platform/platform'
import type { HttpEnv } from '../request-body'
import { route } from '../route'

/** What a client asks once about the platform: versions, external addresses, namespaces, defaults for forms. */
export function registerPlatformInfo(app: Hono<HttpEnv>, platform: Platform): void {
  const { info } = platform
  route(app, '/api/versions', { GET: (c) => c.json(info.versions) })
  route(app, '/api/external_ip_addresses', {
    GET: (c) => c.json({ externalIPAddresses: { addresses: info.externalIpAddresses() } }),
  })
  route(app, '/api/namespaces', { GET: (c) => c.json({ namespaces: { names: info.namespaces } }) })
  route(app, '/api/frontend_spec', { GET: (c) => c.json(info.frontendSpec()) })
}

import { Hono } from 'hono'
import { PlatformError } from '../errors'
import type { Platform } from '../platform/platform'
import type { Contract } from './contract'
import { nuclioDialect } from './dialect/nuclio-dialect'
import { errorResponse, responseForError } from './errors'
import { guardHosts, redirectToCanonicalHost } from './guards/hosts'
import { guardOrigins } from './guards/origins'
import { apiHeaders } from './guards/security-headers'
import type { HttpLog } from './log'
import { createProxy } from './proxy'
import type { HttpEnv, NodeBindings } from './request-body'
import { registerApiGateways } from './routes/api-gateways'
import { registerEmbeddedStreams } from './routes/embedded-streams'
import { registerGatewayListener } from './routes/gateway-listener'
import { registerFunctionEvents } from './routes/function-events'
import { registerFunctionInvocations } from './routes/function-invocations'
import { registerFunctionTemplates } from './routes/function-templates'
import { registerFunctions } from './routes/functions'
import { registerPlatformInfo } from './routes/platform-info'
import { registerProjects } from './routes/projects'
import { registerReplicas } from './routes/replicas'
import { registerV3ioStreams } from './routes/v3io-streams'
import { registerStaticFiles } from './static-files'
import { TestControls, type Dialect } from './test-controls/test-controls'

/** What answers `/api`: a platform in this process, or a Nuclio dashboard somewhere else. */
export type Upstream =
  { kind: 'embedded'; platform: Platform; contract: Contract } | { kind: 'proxy'; target: URL }

export interface AppOptions {
  upstream: Upstream
  /** Folder of the built single-page application; absent = no pages (tests of the API). */
  staticDirectory?: string
  /** Names besides the loopback ones under which requests are taken, without a port or with one. */
  allowedHosts?: string[]
  /** Origins besides the server's own that may write and invoke, as `https://name:port`. */
  allowedOrigins?: string[]
  /** Pages asked for under `localhost` move to this host; absent = they stay. */
  canonicalHost?: string
  /** Mounts `/test-controls`. */
  testControls?: boolean
  /** Which dialect of the API is spoken at start; only test controls can choose `nuclio`. */
  dialect?: Dialect
  log: HttpLog
}

/** Answers one request; the shape of Hono's `fetch` that the Node adapter calls. */
export type Fetch = (request: Request, bindings?: NodeBindings) => Response | Promise<Response>

/** The whole HTTP side of the server: guards, API (own or proxied), pages, test controls. */
export function createApp(options: AppOptions): {
  fetch: Fetch
  request: (path: string, init?: RequestInit) => Promise<Response>
} {
  const api = createApi(options)
  const platform = options.upstream.kind === 'embedded' ? options.upstream.platform : undefined
  const controls = options.testControls
    ? new TestControls(options.dialect ?? 'documented', platform)
    : undefined
  const speakNuclio = nuclioDialect(
    api,
    platform?.info.namespaces[0] ?? 'nuclio',
    () => controls?.passesForKubernetes() ?? false,
  )
  const app = new Hono<HttpEnv>()
  app.onError((error, c) => {
    if (!(error instanceof PlatformError))
      options.log.error({ err: error, path: c.req.path }, 'Request failed')
    return responseForError(error)
  })
  app.use(guardHosts(options.allowedHosts ?? []))
  app.use(guardOrigins(options.allowedOrigins ?? []))
  if (controls) controls.register(app)
  app.all('/test-controls/*', () => errorResponse(404, 'Test controls are off'))
  app.all('/api/*', async (c) => {
    const answer = () => (controls?.dialect === 'nuclio' ? speakNuclio : api)(c.req.raw, c.env)
    return controls ? controls.answer(c.req.raw, answer, c.env) : answer()
  })
  app.get('/server.json', (c) => c.json(describe(options.upstream), 200, { 'cache-control': 'no-store' }))
  if (options.canonicalHost)
    app.use(redirectToCanonicalHost(options.canonicalHost, options.allowedHosts ?? []))
  if (options.staticDirectory) registerStaticFiles(app, options.staticDirectory)
  return {
    fetch: (request, bindings) => app.fetch(request, bindings),
    request: async (path, init) => app.request(path, init),
  }
}

/** `/api` alone, without guards: the embedded platform in the documented dialect, or the proxy. */
function createApi(options: AppOptions): Fetch {
  const { upstream, log } = options
  if (upstream.kind === 'proxy') return createProxy(upstream.target, log)
  const { platform, contract } = upstream
  const api = new Hono<HttpEnv>({ strict: false })
  api.onError((error, c) => {
    if (!(error instanceof PlatformError)) log.error({ err: error, path: c.req.path }, 'API request failed')
    return responseForError(error)
  })
  api.use(apiHeaders)
  registerFunctionInvocations(api, platform)
  registerFunctions(api, platform, contract)
  registerReplicas(api, platform)
  registerProjects(api, platform, contract)
  registerFunctionEvents(api, platform, contract)
  registerFunctionTemplates(api, platform, contract)
  registerApiGateways(api, platform, contract)
  registerGatewayListener(api, platform, contract)
  registerV3ioStreams(api, platform, contract)
  registerEmbeddedStreams(api, platform, contract)
  registerPlatformInfo(api, platform)
  api.notFound(
    () =>
      new Response('404 page not found\n', {
        status: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      }),
  )
  return (request, bindings) => api.fetch(request, bindings)
}

function describe(upstream: Upstream): { kind: string; identity: string; target?: string } {
  if (upstream.kind === 'embedded') return { kind: 'embedded', identity: upstream.platform.identity }
  const target = upstream.target.href.replace(/\/$/, '')
  return { kind: 'proxy', identity: target, target }
}

import type { Context, Hono } from 'hono'
import { PlatformError } from '../../errors'
import type { Platform } from '../../platform/platform'
import { readJson, type HttpEnv, type NodeBindings } from '../request-body'
import { AnswerOverlay } from './answer-overlay'
import { BufferedStreams, readBuffering } from './buffering'
import { Faults, readFault } from './faults'
import { seededFunctions } from './seeded-functions'

export type Dialect = 'documented' | 'nuclio'

const dialects: readonly string[] = ['documented', 'nuclio'] satisfies Dialect[]

/**
 * What tests may do to a running server: make it fail, fill it, let it speak the other dialect, let it pass for another kind of
 * platform or for one with API gateways, hold log streams back as a server in between does. Off in normal use.
 */
export class TestControls {
  dialect: Dialect
  readonly #faults = new Faults()
  readonly #buffered = new BufferedStreams()
  readonly #overlays = {
    'frontend-spec': new AnswerOverlay('/api/frontend_spec'),
    'api-gateways': new AnswerOverlay('/api/api_gateways'),
  }
  readonly #startDialect: Dialect
  readonly #platform: Platform | undefined

  constructor(dialect: Dialect, platform: Platform | undefined) {
    this.dialect = dialect
    this.#startDialect = dialect
    this.#platform = platform
  }

  /** Mounts `/test-controls/…`. */
  register(app: Hono<HttpEnv>): void {
    app.post('/test-controls/faults', async (c) => {
      const body = await readJson(c)
      for (const fault of Array.isArray(body) ? body : [body]) this.#faults.add(readFault(fault))
      return new Response(null, { status: 204 })
    })
    // Those that still wait for their requests.
    app.get('/test-controls/faults', (c) => c.json(this.#faults.waiting()))
    app.post('/test-controls/buffering', async (c) => {
      this.#buffered.set(readBuffering(await readJson(c)))
      return new Response(null, { status: 204 })
    })
    app.post('/test-controls/dialect', async (c) => {
      const { dialect } = ((await readJson(c)) ?? {}) as { dialect?: unknown }
      if (typeof dialect !== 'string' || !dialects.includes(dialect)) {
        throw new PlatformError(400, `dialect must be one of ${dialects.join(', ')}`)
      }
      this.dialect = dialect as Dialect
      return new Response(null, { status: 204 })
    })
    for (const [name, overlay] of Object.entries(this.#overlays)) {
      app.post(`/test-controls/${name}`, async (c) => {
        overlay.set(await readJson(c))
        return new Response(null, { status: 204 })
      })
      app.delete(`/test-controls/${name}`, () => {
        overlay.clear()
        return new Response(null, { status: 204 })
      })
    }
    app.post('/test-controls/seed', (c) => this.#seed(c))
    const clear = () => {
      this.#faults.clear()
      this.#buffered.set(undefined)
      for (const overlay of Object.values(this.#overlays)) overlay.clear()
      this.dialect = this.#startDialect
      return new Response(null, { status: 204 })
    }
    app.delete('/test-controls', clear)
    app.delete('/test-controls/', clear)
    app.delete('/test-controls/buffering', () => {
      this.#buffered.set(undefined)
      return new Response(null, { status: 204 })
    })
    app.delete('/test-controls/faults', () => {
      this.#faults.clear()
      return new Response(null, { status: 204 })
    })
  }

  /** Whether the platform was told to say that it is Kubernetes. */
  passesForKubernetes(): boolean {
    return this.#overlays['frontend-spec'].valueOf('platformKind') === 'kube'
  }

  /** Answers a request of the API, fails it or holds it back as asked for; of the platform itself it tells what it was told to. */
  answer(
    request: Request,
    answer: () => Response | Promise<Response>,
    bindings: NodeBindings | undefined,
  ): Promise<Response> {
    const told = async () => {
      let given = await answer()
      for (const overlay of Object.values(this.#overlays)) given = await overlay.apply(request, given)
      return given
    }
    const faulty = () => this.#faults.apply(request, told, bindings)
    return this.#buffered.apply(request, faulty, bindings)
  }

  async #seed(c: Context<HttpEnv>): Promise<Response> {
    if (!this.#platform) throw new PlatformError(400, 'Only the embedded platform can be filled')
    const body = ((await readJson(c)) ?? {}) as { count?: unknown; project?: unknown; status?: unknown }
    const { count, project = 'default', status = {} } = body
    if (!Number.isInteger(count) || (count as number) < 1 || (count as number) > 100_000) {
      throw new PlatformError(400, 'count must be a whole number from 1 to 100000')
    }
    if (typeof project !== 'string') throw new PlatformError(400, 'project must be a string')
    if (typeof status !== 'object' || status === null)
      throw new PlatformError(400, 'status must be an object')
    const namespace = this.#platform.info.namespaces[0] ?? 'nuclio'
    const known = await this.#platform.projects.list({ namespace, name: project })
    if (known.length === 0)
      await this.#platform.projects.create({ metadata: { name: project, namespace }, spec: {} })
    const functions = seededFunctions({ count: count as number, namespace, project })
    // Such as API gateways that lead to them, without any being there.
    await this.#platform.seed(functions.map((fn) => ({ ...fn, status: { ...fn.status, ...status } })))
    return c.json({ count, project }, 201)
  }
}

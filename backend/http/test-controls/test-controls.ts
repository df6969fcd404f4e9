import type { Context, Hono } from 'hono'
import { PlatformError } from '../../errors'
import type { Platform } from '../../platform/platform'
import { readJson, type HttpEnv, type NodeBindings } from '../request-body'
import { Faults, readFault } from './faults'
import { seededFunctions } from './seeded-functions'

export type Dialect = 'documented' | 'nuclio'

const dialects: readonly string[] = ['documented', 'nuclio'] satisfies Dialect[]

/** What tests may do to a running server: make it fail, fill it, let it speak the other dialect. Off in normal use. */
export class TestControls {
  dialect: Dialect
  readonly #faults = new Faults()
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
    app.post('/test-controls/dialect', async (c) => {
      const { dialect } = ((await readJson(c)) ?? {}) as { dialect?: unknown }
      if (typeof dialect !== 'string' || !dialects.includes(dialect)) {
        throw new PlatformError(400, `dialect must be one of ${dialects.join(', ')}`)
      }
      this.dialect = dialect as Dialect
      return new Response(null, { status: 204 })
    })
    app.post('/test-controls/seed', (c) => this.#seed(c))
    const clear = () => {
      this.#faults.clear()
      this.dialect = this.#startDialect
      return new Response(null, { status: 204 })
    }
    app.delete('/test-controls', clear)
    app.delete('/test-controls/', clear)
    app.delete('/test-controls/faults', () => {
      this.#faults.clear()
      return new Response(null, { status: 204 })
    })
  }

  /** Answers a request of the API, or fails it as asked for. */
  withFaults(
    request: Request,
    answer: () => Response | Promise<Response>,
    bindings: NodeBindings | undefined,
  ): Promise<Response> {
    return this.#faults.apply(request, answer, bindings)
  }

  async #seed(c: Context<HttpEnv>): Promise<Response> {
    if (!this.#platform) throw new PlatformError(400, 'Only the embedded platform can be filled')
    const body = ((await readJson(c)) ?? {}) as { count?: unknown; project?: unknown }
    const { count, project = 'default' } = body
    if (!Number.isInteger(count) || (count as number) < 1 || (count as number) > 100_000) {
      throw new PlatformError(400, 'count must be a whole number from 1 to 100000')
    }
    if (typeof project !== 'string') throw new PlatformError(400, 'project must be a string')
    const namespace = this.#platform.info.namespaces[0] ?? 'nuclio'
    const known = await this.#platform.projects.list({ namespace, name: project })
    if (known.length === 0)
      await this.#platform.projects.create({ metadata: { name: project, namespace }, spec: {} })
    await this.#platform.seed(seededFunctions({ count: count as number, namespace, project }))
    return c.json({ count, project }, 201)
  }
}

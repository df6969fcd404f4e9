import type { FrontendSpec, FunctionConfig, NuclioFunction } from '@/api/generated/schema'

/** Speaks to the server as any other client would: to prepare what a journey needs, and to look behind the page. */
export class PlatformClient {
  readonly #url: string
  readonly #namespace: string

  constructor(url: string, namespace = 'nuclio') {
    this.#url = url
    this.#namespace = namespace
  }

  /** One request, its body as JSON unless it is text; throws with status and body when the answer is not a success. */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        'x-nuclio-function-namespace': this.#namespace,
        'x-nuclio-project-namespace': this.#namespace,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} → ${response.status} ${await response.text()}`)
    return response
  }

  async createProject(name: string, description = ''): Promise<void> {
    await this.send('POST', '/api/projects', {
      metadata: { name, namespace: this.#namespace },
      spec: { description },
    })
  }

  async getFunction(name: string): Promise<NuclioFunction> {
    const response = await this.send('GET', `/api/functions/${name}`)
    return (await response.json()) as NuclioFunction
  }

  /** Deploys and resolves when the deploy has ended, well or not, with the function as it is then. */
  async deploy(options: {
    name: string
    project: string
    runtime?: string
    handler?: string
    source: string
    spec?: FunctionConfig['spec']
    labels?: Record<string, string>
  }): Promise<NuclioFunction> {
    const { name, project, runtime = 'python:3.11', handler = 'main:handler', source, spec, labels } = options
    await this.send(
      'POST',
      '/api/functions',
      {
        metadata: {
          name,
          namespace: this.#namespace,
          labels: { ...labels, 'nuclio.io/project-name': project },
        },
        spec: {
          runtime,
          handler,
          ...spec,
          build: { functionSourceCode: Buffer.from(source).toString('base64'), ...spec?.build },
        },
      },
      { 'x-nuclio-wait-function-action': 'true' },
    )
    return this.getFunction(name)
  }

  /** Makes the server misbehave or speak otherwise; see backend/http/test-controls. */
  async control(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<void> {
    await this.send(method, `/test-controls/${path}`, body)
  }

  /** How many of the faults that were asked for have not come to pass yet. */
  async faultsLeft(): Promise<number> {
    const answer = await this.send('GET', '/test-controls/faults')
    return ((await answer.json()) as unknown[]).length
  }

  /** Lets the server pass for another kind of platform; nothing lets it be itself again. */
  async passFor(spec: FrontendSpec | undefined): Promise<void> {
    await this.control('DELETE', 'frontend-spec')
    if (spec) await this.control('POST', 'frontend-spec', spec)
  }
}

import { PlatformError } from '../../errors'

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a path answers in the place of the truth, so that pages can be seen as another platform shows them. */
export class AnswerOverlay {
  readonly #path: string
  #values: Tree | undefined

  constructor(path: string) {
    this.#path = path
  }

  /** Takes a part of the answer, on top of what was set before; 400 for anything but an object. */
  set(values: unknown): void {
    if (!isTree(values)) throw new PlatformError(400, `What is laid over ${this.#path} must be an object`)
    this.#values = laidOver(this.#values ?? {}, values)
  }

  clear(): void {
    this.#values = undefined
  }

  /** What was set for a field of the answer, if anything was. */
  valueOf(field: string): unknown {
    return this.#values?.[field]
  }

  /** The answer to a request of the API, changed when it is one to read the path. */
  async apply(request: Request, answer: Response): Promise<Response> {
    const isAsked = request.method === 'GET' && new URL(request.url).pathname === this.#path
    if (!this.#values || !isAsked || !answer.ok) return answer
    const changed = laidOver((await answer.json()) as Tree, this.#values)
    const headers = new Headers(answer.headers)
    headers.delete('content-length')
    return Response.json(changed, { status: answer.status, headers })
  }
}

/** Objects are merged key by key; anything else, lists too, takes the place of what was there. */
function laidOver(under: Tree, over: Tree): Tree {
  const result = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = result[key]
    result[key] = isTree(below) && isTree(value) ? laidOver(below, value) : value
  }
  return result
}

import { expect } from 'vitest'

/** One call of the API with what has to come of it. */
export interface Example {
  /** The act, in the words of the document's headings. */
  name: string
  method: string
  path: string
  headers?: Record<string, string>
  body?: unknown
  status: number
  /** What the answer must contain beyond its described shape. */
  expect?: (answer: { json: unknown; text: string; headers: Headers }) => void | Promise<void>
}

/** What is expected of a list that has something by this name. */
export function has(name: string): NonNullable<Example['expect']> {
  return ({ json }) => expect(Object.keys(json as object)).toContain(name)
}

import { ApiError } from '@/api/errors'

export interface Refusal {
  field: 'name' | 'runtime'
  words: string
}

/** Which field of the form a server's refusal of a new function is about; nothing when it is about none of them. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof ApiError)) return undefined
  const said = error.message.trim()
  if (error.kind === 'conflict')
    return { field: 'name', words: 'There is already a function by this name in the namespace' }
  if (/\bfunction name\b|metadata\.name|\breserved\b/i.test(said)) return { field: 'name', words: said }
  if (/\bruntime\b/i.test(said)) return { field: 'runtime', words: said }
  return undefined
}

import type { ConsoleRequest } from '@/domain/console/request'

const displayNameLimit = 128
const nameLimit = 253
const nameParts = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** Says what is wrong with the name that an event is shown under, or nothing. Other pages for Nuclio take at most 128 characters. */
export function displayNameProblem(displayName: string): string | undefined {
  if (displayName.trim() === '') return 'Enter a name'
  if (displayName.length > displayNameLimit)
    return `Use at most ${displayNameLimit} characters; this name has ${displayName.length}`
  return undefined
}

/**
 * Says what is wrong with an event's own name, or nothing; an empty one is left to the server. Nuclio checks none, but on
 * Kubernetes the name is that of an object, and one that cannot be is an error of the server.
 */
export function eventNameProblem(name: string): string | undefined {
  if (name === '') return undefined
  if (name.length > nameLimit) return `Use at most ${nameLimit} characters; this name has ${name.length}`
  if (!nameParts.test(name))
    return 'Use lower-case letters, digits, hyphens and dots; begin and end with a letter or a digit'
  return undefined
}

/** A name to show that no other event has: the wish, or with the first number that is free, within the length that is allowed. */
export function freeDisplayName(wish: string, taken: Iterable<string>): string {
  const others = new Set(taken)
  const stem = wish.trim().replace(/ \(\d+\)$/, '')
  const first = wish.trim().slice(0, displayNameLimit)
  if (!others.has(first)) return first
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`
    const name = stem.slice(0, displayNameLimit - ending.length).trimEnd() + ending
    if (!others.has(name)) return name
  }
}

/** A name to show for an event that is made from a request: its method and path, without the query. */
export function suggestedDisplayName({ method, path }: Pick<ConsoleRequest, 'method' | 'path'>): string {
  const bare = path.trim().replace(/[?#].*$/s, '') || '/'
  return `${method} ${bare.startsWith('/') ? bare : `/${bare}`}`.slice(0, displayNameLimit)
}

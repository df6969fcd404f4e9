import type { NuclioFunction } from '@/api/generated/schema'

const comma = Buffer.from(',')

/** Each function as a member of the list, in bytes: most of a list is the same as when it was last asked for. */
const members = new WeakMap<NuclioFunction, Buffer>()

/**
 * The list of functions as the API answers it, an object keyed by name. Relies on the platform's word that a function which
 * it lists again as the same object has not changed: ten thousand of them are written in a fraction of the time then.
 */
export function functionList(functions: NuclioFunction[]): Response {
  const pieces = functions.flatMap((fn, index) => (index === 0 ? [member(fn)] : [comma, member(fn)]))
  return new Response(Buffer.concat([Buffer.from('{'), ...pieces, Buffer.from('}')]), {
    headers: { 'content-type': 'application/json' },
  })
}

function member(fn: NuclioFunction): Buffer {
  const known = members.get(fn)
  if (known) return known
  const bytes = Buffer.from(`${JSON.stringify(fn.metadata.name)}:${JSON.stringify(fn)}`)
  members.set(fn, bytes)
  return bytes
}

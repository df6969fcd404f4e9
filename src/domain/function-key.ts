interface Place {
  namespace: string
  project: string
}

/** The key of something that belongs to one function on one server; what differs in any part never meets. */
export function functionKey(what: string, server: string, ref: Place & { name: string }): string {
  return before(what) + JSON.stringify([server, ref.namespace, ref.project, ref.name])
}

/** The functions of a project on one server of which there is something among these keys. */
export function namesInKeys(
  keys: readonly string[],
  what: string,
  server: string,
  { namespace, project }: Place,
): Set<string> {
  // The list of the key without its last item and what closes it.
  const start = `${before(what)}${JSON.stringify([server, namespace, project]).slice(0, -1)},`
  const names = keys.flatMap((key) => (key.startsWith(start) ? nameOf(key.slice(start.length)) : []))
  return new Set(names)
}

const before = (what: string): string => `nuclio-dashboard:${what}:`

function nameOf(rest: string): string[] {
  try {
    const [name]: unknown[] = JSON.parse(`[${rest}`) as unknown[]
    return typeof name === 'string' ? [name] : []
  } catch {
    return []
  }
}

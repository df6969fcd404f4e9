/** An identifier that a server makes up: a UUID, or twenty letters and digits that are others after every start. */
const identifierPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[0-9a-v]{20}$/

function parts(name: string): { base: string; runtime: string } {
  const [base = name, ...rest] = name.split(':')
  const suffix = rest.join(':')
  return { base, runtime: identifierPattern.test(suffix) ? '' : suffix }
}

/**
 * The name of a template for people. Its identifier is left out; what else follows the colon is a runtime, which tells templates of one
 * title apart (`hello:python` → `hello · python`).
 */
export function templateTitle(name: string): string {
  const { base, runtime } = parts(name)
  return runtime ? `${base} · ${runtime}` : base
}

/** What a link to a template says: its name without the identifier, so that the link outlives a restart of the server. */
export function templateKey(name: string): string {
  const { base, runtime } = parts(name)
  return runtime ? `${base}:${runtime}` : base
}

/** A key for each of these names, unique among them: of several with the same one, the later ones are numbered. */
export function templateKeys(names: readonly string[]): string[] {
  const uses = new Map<string, number>()
  return names.map((name) => {
    const key = templateKey(name)
    const count = (uses.get(key) ?? 0) + 1
    uses.set(key, count)
    return count === 1 ? key : `${key}~${count}`
  })
}

/** A name for a function made of a template: its title in letters that names may have, and free. */
export function suggestedName(title: string, taken: ReadonlySet<string>): string {
  const base =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 50)
      .replace(/^-+|-+$/g, '') || 'function'
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}-${count}`
    if (!taken.has(name)) return name
  }
}

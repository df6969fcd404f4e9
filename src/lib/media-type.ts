/** A header value of the form `value; name=value; name="value"`. */
export interface HeaderParts {
  /** What stands before the parameters, in lower case. */
  value: string
  /** By name in lower case; of a name that repeats the first counts. */
  parameters: Map<string, string>
}

/** Takes apart a `Content-Type` or `Content-Disposition`; what cannot be read is left out. Quoted values as RFC 9110 has them. */
export function headerParts(header: string): HeaderParts {
  const parameters = new Map<string, string>()
  const semicolon = header.indexOf(';')
  const value = (semicolon < 0 ? header : header.slice(0, semicolon)).trim().toLowerCase()
  if (semicolon < 0) return { value, parameters }
  const parameter = /;[\s;]*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g
  for (const [, name = '', quoted, bare] of header.slice(semicolon).matchAll(parameter)) {
    const key = name.toLowerCase()
    if (!parameters.has(key)) parameters.set(key, quoted?.replace(/\\(.)/g, '$1') ?? bare?.trim() ?? '')
  }
  return { value, parameters }
}

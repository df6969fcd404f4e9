const lowerCaseWord = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const qualifiedWord = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const reservedNames = new Set(['dashboard', 'controller', 'dlx', 'scaler'])

const functionNameLimit = 56
const projectNameLimit = 63
const labelPartLimit = 63
const labelPrefixLimit = 253

function lowerCaseNameProblem(name: string, limit: number): string | undefined {
  if (name.trim() === '') return 'Enter a name'
  if (name.length > limit) return `Use at most ${limit} characters; this name has ${name.length}`
  if (/\s/.test(name)) return 'Leave out spaces; join words with hyphens'
  if (/[A-Z]/.test(name)) return 'Use lower-case letters only'
  const strange = /[^-a-z0-9]/u.exec(name)?.[0]
  if (strange) return `Leave out “${strange}”; only a–z, 0–9 and hyphens are allowed`
  if (!lowerCaseWord.test(name)) return 'Begin and end with a letter or a digit'
  return undefined
}

/**
 * Says what is wrong with a function name, or nothing when it is good. Stricter than the server's own check: the
 * service made for the function is called `nuclio-<name>` and may have 63 characters, so 56 remain, in lower case;
 * and a slash, which the server lets in, breaks its list for everyone.
 */
export function functionNameProblem(name: string): string | undefined {
  const problem = lowerCaseNameProblem(name, functionNameLimit)
  if (problem) return problem
  return reservedNameProblem(name)
}

function reservedNameProblem(name: string): string | undefined {
  return reservedNames.has(name) ? `“${name}” is reserved for a part of Nuclio itself` : undefined
}

/** Says what is wrong with the name of an API gateway, which becomes that of an ingress, or nothing when it is good. */
export function gatewayNameProblem(name: string): string | undefined {
  return lowerCaseNameProblem(name, projectNameLimit) ?? reservedNameProblem(name)
}

/** Says what is wrong with a project name (a DNS label of at most 63 characters), or nothing when it is good. */
export function projectNameProblem(name: string): string | undefined {
  return lowerCaseNameProblem(name, projectNameLimit)
}

function labelWordProblem(word: string, what: string): string | undefined {
  if (word.length > labelPartLimit) return `${what} may have at most ${labelPartLimit} characters`
  if (/\s/.test(word)) return `${what} may not contain spaces`
  const strange = /[^-A-Za-z0-9_.]/u.exec(word)?.[0]
  if (strange) return `${what} may not contain “${strange}”; letters, digits, - _ and . are allowed`
  if (!qualifiedWord.test(word)) return `${what} must begin and end with a letter or a digit`
  return undefined
}

/** Says what is wrong with the key of a label or annotation: `name` or `dns.prefix/name`, as Kubernetes has it. */
export function labelKeyProblem(key: string): string | undefined {
  if (key === '') return 'Enter a key'
  const parts = key.split('/')
  if (parts.length > 2) return 'Use at most one “/”, between prefix and name'
  const name = parts.at(-1) ?? ''
  if (parts.length === 2) {
    const prefix = parts[0] ?? ''
    if (prefix === '') return 'Enter a prefix before “/”, or leave the “/” out'
    if (prefix.length > labelPrefixLimit) return `The prefix may have at most ${labelPrefixLimit} characters`
    if (!prefix.split('.').every((part) => lowerCaseWord.test(part)))
      return 'The prefix must be a domain name in lower case, like example.com'
    if (name === '') return 'Enter a name after “/”'
  }
  return labelWordProblem(name, parts.length === 2 ? 'The name after “/”' : 'The key')
}

/** Says what is wrong with the value of a label; an empty one is good. */
export function labelValueProblem(value: string): string | undefined {
  return value === '' ? undefined : labelWordProblem(value, 'The value')
}

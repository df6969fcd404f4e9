import { PlatformError } from '../errors'

/**
 * The namespace that a write goes to: the one that was given, or the platform's first when none was. Throws 400 for a
 * namespace that this platform does not have; reads answer those as empty instead.
 */
export function writableNamespace(namespaces: string[], given: string | undefined): string {
  const namespace = given || namespaces[0]
  if (namespace === undefined || !namespaces.includes(namespace)) {
    throw new PlatformError(
      400,
      `Namespace "${namespace ?? ''}" does not exist. Existing: ${namespaces.join(', ')}`,
    )
  }
  return namespace
}

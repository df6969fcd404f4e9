import { BuildError } from '../../runtimes/runtime'

/** What to tell a person about a failed deploy or start: the cause first; a fault of the platform says that it is one. */
export function messageOf(error: unknown): string {
  if (error instanceof BuildError) return error.message
  return `The platform failed: ${error instanceof Error ? error.message : String(error)}`
}

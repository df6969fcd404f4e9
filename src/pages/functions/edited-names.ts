import type { ProjectRef } from '@/api/projects'
import { namesInKeys } from '@/domain/function-key'
import { keysIn } from '@/lib/browser-database'

/** The functions of a project whose edits this browser keeps, by the keys alone: nothing of the edits is read. */
export async function editedNames(server: string, at: ProjectRef): Promise<ReadonlySet<string>> {
  return namesInKeys(await keysIn('drafts'), 'edits', server, at)
}

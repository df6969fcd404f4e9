import type { RequestFile } from '@/domain/console/request'

/** A file of a person's choice with its bytes, or why it cannot be read. */
export async function readChosenFile(file: File): Promise<{ file: RequestFile } | { refusal: string }> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { file: { name: file.name, type: file.type, size: bytes.length, bytes } }
  } catch {
    return { refusal: `${file.name} could not be read, as if it were a folder or too large` }
  }
}

/**
 * The text of a file that a person chose, or why there is none, without a full stop: it is larger than `limit` megabytes, is no
 * text, or cannot be read at all, as a folder.
 */
export async function readTextFile(
  file: File,
  limit: number,
): Promise<{ text: string } | { refusal: string }> {
  if (file.size > limit * 1_000_000) return { refusal: `${file.name} is larger than ${limit} MB` }
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return { refusal: `${file.name} could not be read, as if it were a folder` }
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return { text }
  } catch {
    // Not UTF-8: said below.
  }
  return { refusal: `${file.name} is not a text file` }
}

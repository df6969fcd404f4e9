/**
 * Whether a file that was given for a source is the YAML of a whole function instead: one by its name, which no language has, or
 * any that reads as a function.
 */
export async function isFunctionFile(name: string, text: string): Promise<boolean> {
  if (/\.ya?ml$/i.test(name)) return true
  // Reading a long source as YAML would be felt, and hardly one speaks of both.
  if (!/\bmetadata\b/.test(text) || !/\bspec\b/.test(text)) return false
  const { readFunctionDocument } = await import('@/domain/function-document')
  return readFunctionDocument(text).ok !== undefined
}

import { readTextFile } from '@/lib/read-text-file'
import { readFunctionDocument, type ReadDocument } from './function-document'

/** The largest file that is read, in megabytes. */
const greatest = 16

/** Reads a file that a person chose as a function.yaml. One that is too large or no text is a fault like any other. */
export async function readFunctionFile(file: File): Promise<ReadDocument> {
  const read = await readTextFile(file, greatest)
  if ('text' in read) return readFunctionDocument(read.text)
  return { faults: [{ message: `${read.refusal}.`, from: 0, to: 0, line: 1, column: 1 }] }
}

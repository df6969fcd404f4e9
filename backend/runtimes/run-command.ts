import { StringDecoder } from 'node:string_decoder'

import { spawnGuarded } from './guarded-process'
import type { Exit } from './guarded-process'

export interface Command {
  command: string
  args: string[]
  directory: string
  env: Record<string, string>
  /** Ends the command and everything it started. */
  signal: AbortSignal
  /** A whole line of the output, without its end and without ANSI colours. */
  onLine?: (line: string) => void
}

const keptLines = 40
/** A line that grows longer than this is cut into several, characters. */
const longestLine = 64 * 1024

/** Runs a tool to its end. `tail` is the last part of what it said. Rejects with the signal's reason when aborted. */
export async function runCommand(options: Command): Promise<Exit & { tail: string }> {
  const { signal } = options
  signal.throwIfAborted()
  const guarded = await spawnGuarded(options)
  const abort = () => void guarded.kill()
  signal.addEventListener('abort', abort)
  if (signal.aborted) abort()

  const tail: string[] = []
  const line = (text: string) => {
    const plain = plainLine(text)
    tail.push(plain)
    if (tail.length > keptLines) tail.shift()
    options.onLine?.(plain)
  }
  const decoder = new StringDecoder('utf8')
  let partial = ''
  guarded.output.on('data', (chunk: Buffer) => {
    const lines = (partial + decoder.write(chunk)).split('\n')
    partial = lines.pop() ?? ''
    lines.forEach(line)
    if (partial.length > longestLine) {
      line(partial)
      partial = ''
    }
  })
  try {
    const exit = await guarded.exited
    partial += decoder.end()
    if (partial !== '') line(partial)
    signal.throwIfAborted()
    return { ...exit, tail: tail.join('\n').trim() }
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** Without colours and, of a line that a progress bar has rewritten, only what it showed last. */
function plainLine(text: string): string {
  const plain = text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replace(/\r+$/, '')
  return plain.slice(plain.lastIndexOf('\r') + 1)
}

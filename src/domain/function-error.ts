import type { NuclioFunction } from '@/api/generated/schema'
import { secretsOf } from './config-secrets'
import { maskSecrets } from './function-secrets'

/** A failure as a person reads it. Every text is free of terminal colours and of secrets. */
export interface FunctionFailure {
  /** The cause in one line, at most 240 characters. */
  summary: string
  /** The lines that tell the cause: a traceback, the compiler's words, what a command printed. At most 6,000 characters. */
  detail: string
  /** The whole message, its middle cut out above 60,000 characters. */
  whole: string
  /** Where in the function's own source it lies. */
  place?: { file: string; line: number }
}

const summaryLimit = 240
const detailLimit = 6_000
const wholeLimit = 60_000
const readLimit = 256_000

const terminalCodes = /\u001b(?:\[[0-9;?]*[A-Za-z]|\][^\u0007]*\u0007|[()][A-Z0-9])/g

function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = Math.floor(limit / 4)
  return `${text.slice(0, head)}\n… ${text.length - limit} characters left out …\n${text.slice(head - limit)}`
}

function clean(message: string, secrets: readonly string[]): string {
  const plain = cutMiddle(message, readLimit)
    .replace(terminalCodes, '')
    .replace(/\r+\n?/g, '\n')
  // A processor prints its whole configuration before it starts: long, full of secrets, and no part of the failure.
  const shorter = plain.replace(/^(.*\bRead configuration )\{.*$/gm, '$1{…}')
  return maskSecrets(shorter, secrets).trim()
}

type Cause = Omit<FunctionFailure, 'whole'>

const lastMatch = (text: string, pattern: RegExp): RegExpExecArray | undefined =>
  [...text.matchAll(pattern)].at(-1)

function unquoted(json: string): string {
  try {
    return String(JSON.parse(`"${json}"`))
  } catch {
    return json
  }
}

function pythonTrace(trace: string): Cause | undefined {
  const lines = trace.split('\n')
  const at = lines.findIndex(
    (line, index) => index > 0 && /^\S/.test(line) && !/^During |^The above /.test(line),
  )
  const block = (at < 0 ? lines : lines.slice(0, at + 1)).join('\n').trimEnd()
  const summary = block.split('\n').at(-1)?.trim()
  if (!summary || !block.includes('File "')) return undefined
  const frame = lastMatch(block, /File "([^"]*\/)?([^"/]+)", line (\d+)/g)
  const own = frame && !/wrapper|site-packages|\/lib\/python/.test(frame[0])
  return {
    summary,
    detail: block,
    ...(own ? { place: { file: frame[2] ?? '', line: Number(frame[3]) } } : {}),
  }
}

// Python's wrapper reports a failed start as one JSON line; its traceback is text inside that JSON.
function reportedTrace(text: string): Cause | undefined {
  const found = lastMatch(text, /"traceback": ?"((?:[^"\\]|\\.)*)"/g)
  return found && pythonTrace(unquoted(found[1] ?? '').trim())
}

function printedTrace(text: string): Cause | undefined {
  const at = text.lastIndexOf('Traceback (most recent call last):')
  return at < 0 ? undefined : pythonTrace(text.slice(at))
}

const pythonSyntax = (text: string): Cause | undefined => {
  const found = lastMatch(
    text,
    /^ *File "([^"]*\/)?([^"/\n]+)", line (\d+)\n(?:.*\n){0,4}?(\w*(?:Syntax|Indentation|Tab)Error: .*)$/gm,
  )
  if (!found) return undefined
  return {
    summary: found[4] ?? '',
    detail: found[0],
    place: { file: found[2] ?? '', line: Number(found[3]) },
  }
}

function scriptError(text: string): Cause | undefined {
  const found = lastMatch(
    text,
    /^(?:Uncaught )?(?:[A-Z]\w*)?(?:Error|Exception)(?: \[\w+\])?: .*(?:\nRequire stack:(?:\n- .*)*)?(?:\n +at .*)*/gm,
  )
  if (!found) return undefined
  const before = text.slice(Math.max(0, found.index - 2_000), found.index)
  const syntax = lastMatch(before, /^(?:file:\/\/)?(?:.*\/)?([^/\s]+\.[cm]?js):(\d+)\n(?:.*\n){1,4}\s*$/gm)
  const frame = /\(?(?:[^\s(]*\/)?([^/\s(]+\.[cm]?js):(\d+):\d+\)?/.exec(
    found[0].split('\n').find((line) => / at /.test(line) && !/node:|wrapper|node_modules/.test(line)) ?? '',
  )
  const place = syntax ?? frame
  return {
    summary: found[0].split('\n')[0] ?? '',
    detail: syntax ? `${syntax[0].trimEnd()}\n${found[0]}` : found[0],
    ...(place ? { place: { file: place[1] ?? '', line: Number(place[2]) } } : {}),
  }
}

const compilerLine =
  /^(?:\.\/|\/)?(?:[\w.-]+\/)*([\w-]+\.(?:go|java|cs|rb|sh|py))(?:: ?(?:line )?(\d+)(?::\d+)?|\((\d+),\d+\)): ?\S.*$/gm

function compilerError(text: string): Cause | undefined {
  const all = [...text.matchAll(compilerLine)]
  const first = all[0]
  if (!first) return undefined
  return {
    summary: first[0].replace(/^\.\//, ''),
    detail: all.map((line) => line[0]).join('\n'),
    place: { file: first[1] ?? '', line: Number(first[2] ?? first[3]) },
  }
}

function installError(text: string): Cause | undefined {
  const all = [...text.matchAll(/^(?:ERROR: |npm (?:ERR!|error) ).*$/gm)].map((line) => line[0])
  const telling = all.filter(
    (line) => !/^npm (?:ERR!|error) (?:code|errno|syscall|path|A complete log)\b/.test(line),
  )
  const summary = telling[0] && (telling.findLast((line) => line.startsWith('ERROR: ')) ?? telling[0])
  return summary ? { summary, detail: all.join('\n') } : undefined
}

// The error that a processor prints before it ends, inside the log that the message quotes.
function quotedError(text: string): Cause | undefined {
  const logs = text.indexOf('Logs:\n')
  const at = logs < 0 ? logs : text.lastIndexOf('\nError - ')
  if (at <= logs) return undefined
  const block =
    text
      .slice(at + 1)
      .split(/\n\s{4}\S|\nCall stack:/)[0]
      ?.trim() ?? ''
  const lines = block
    .replace(/^Error - /, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return {
    summary: lines
      .slice(0, 2)
      .join(' ')
      .replace(/: ?\* /, ': '),
    detail: block,
  }
}

function printedByBuild(text: string): Cause | undefined {
  const printed = /^stderr:\n([\s\S]*?)(?:\n\n|\n {4}\S|$(?![\s\S]))/m.exec(text)?.[1]?.trim()
  return printed ? { summary: printed.split('\n').at(-1) ?? '', detail: printed } : undefined
}

function panic(text: string): Cause | undefined {
  const at = text.lastIndexOf('panic: ')
  if (at < 0) return undefined
  const block = text.slice(at)
  return { summary: block.split('\n')[0] ?? '', detail: block }
}

// What only announces the cause ends in a colon: a check says the cause next, a command prints it last. What a process printed before
// its end, or threw, says little without that.
function saidFirst(text: string): Cause {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const at = Math.max(
    lines.findIndex((line) => line.startsWith('Error - ')),
    0,
  )
  const said = (lines[at] ?? '').replace(/^Error - /, '')
  const after = said.endsWith(':') ? lines.slice(at + 1).filter((line) => /\w.*[^:]$/.test(line)) : []
  const cause = after.at(/command|install/i.test(said) ? -1 : 0)
  const isHalf = /\bended with\b|could not be loaded/.test(said)
  return { summary: cause === undefined ? said : isHalf ? `${said} ${cause}` : cause, detail: text }
}

const readers = [
  reportedTrace,
  printedTrace,
  pythonSyntax,
  compilerError,
  installError,
  scriptError,
  quotedError,
  panic,
  printedByBuild,
]

/**
 * Finds the cause in a `status.message`, which may be kilobytes of build output, container log and call stack with the
 * useful part near its end. Any text is fine; `secrets` are values that must not be shown.
 */
export function explainFailure(message: string, secrets: readonly string[] = []): FunctionFailure {
  const text = clean(message, secrets)
  let cause: Cause | undefined
  for (const read of readers) if ((cause = read(text))) break
  cause ??= saidFirst(text)
  const summary = cause.summary.trim()
  return {
    ...cause,
    summary: summary.length > summaryLimit ? `${summary.slice(0, summaryLimit - 1)}…` : summary,
    detail: cutMiddle(cause.detail, detailLimit),
    whole: cutMiddle(text, wholeLimit),
  }
}

const explained = new WeakMap<object, FunctionFailure>()

/** The failure that a function's status tells of; nothing when it has no message. Reckoned once per status object. */
export function failureOf(fn: NuclioFunction): FunctionFailure | undefined {
  const status = fn.status
  if (!status?.message?.trim()) return undefined
  let failure = explained.get(status)
  if (!failure) explained.set(status, (failure = explainFailure(status.message, secretsOf(fn))))
  return failure
}

/**
 * Where a record of the console format begins; it may do so in the middle of a line, for prints share the stream. What stands before its level
 * is plain ASCII, so that bytes and characters are counted alike.
 */
export const stamp =
  /(\d\d)\.(\d\d)\.(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3}) (?=[\x1b\x20-\x27\x29-\x7e]{0,60}\((?:D|I|W|E)\))/

/** How far its level may be from the end of the time. */
export const stampGap = 60

/** What one physical line says of itself, as bits of a number. */
export const fact = {
  /** It begins a record of the console format. */
  record: 1,
  /** It is a record as JSON. */
  json: 2,
  /** A brace ends it, as fields do. */
  braced: 4,
  /** It ends in the fields of a handler's record. */
  handler: 8,
  /** Nothing stands in it. */
  empty: 0x10,
  /** Something stands in it, but not at its edge. */
  indented: 0x20,
  /** A letter is at its edge. */
  letter: 0x40,
  /** Frames may follow it: it is neither white space nor a frame. */
  before: 0x80,
  /** An error's name or the place of its code, which frames may follow after some lines. */
  head: 0x100,
  /** A frame as JavaScript, Java and .NET write it. */
  frame: 0x200,
  /** It goes on after such frames. */
  afterFrames: 0x400,
  pythonHead: 0x800,
  pythonGroup: 0x1000,
  pythonChain: 0x2000,
  goHead: 0x4000,
  goLine: 0x8000,
  /** The head of an error of Nuclio itself with its call stack. */
  stackHead: 0x10000,
  stackLine: 0x20000,
} as const

const pythonHead = /Traceback \(most recent call last\):\s*$/
const pythonChain = /^(?:During handling of the above exception|The above exception was the direct cause)/
const goHead = /^(?:panic|fatal error): |^goroutine \d+ \[/
const goLine =
  /^$|^\t|^goroutine \d+ \[|^created by |^\[signal |^exit status \d|^\s*panic: |^[\w./*()[\]{}~$-]+\(.*\)$/
const frame = /^\s+at \S|^\s+\.\.\. \d+ (?:more|lines)/
/** Further frames, causes with frames of their own, and what an error carries, to its closing brace. */
const afterFrames = /^\s+\S|^\}$|^Caused by:/
const errorHead =
  /^(?:Uncaught |Unhandled |Exception in thread )?[\w.$]*(?:Error|Exception|Throwable)\b|^\S+:\d+$/
const stackHead = /^Error - /
const stackLine = /^Call stack:$|^\s+(?:\.\.\.)?\/\S+:\d+$/

/** Longer lines are no parts of tracebacks but by what is at their edge: looking at all of them may take for ever. */
const longestTold = 4096

/** The facts of a line that is no record; without its line end. */
export function factsOfOutput(line: string): number {
  if (line === '') return fact.empty | fact.goLine
  let facts = 0
  if (/^\s+\S/.test(line)) facts |= fact.indented
  else if (/^[A-Za-z_]/.test(line)) facts |= fact.letter
  if (line.length > longestTold) return facts | (/\S/.test(line) ? fact.before : 0) | factsOfEnd(line)
  if (frame.test(line)) facts |= fact.frame
  else if (line.trim() !== '') facts |= fact.before
  if (errorHead.test(line)) facts |= fact.head
  if (afterFrames.test(line)) facts |= fact.afterFrames
  if (pythonHead.test(line)) facts |= fact.pythonHead | (/^\s*\+ /.test(line) ? fact.pythonGroup : 0)
  if (pythonChain.test(line)) facts |= fact.pythonChain
  if (goHead.test(line)) facts |= fact.goHead
  if (goLine.test(line)) facts |= fact.goLine
  if (stackHead.test(line)) facts |= fact.stackHead
  if (stackLine.test(line)) facts |= fact.stackLine
  return facts | factsOfEnd(line)
}

/** The facts of a line that begins a record of the console format. */
export function factsOfRecord(line: string): number {
  return fact.record | factsOfEnd(line) | (pythonHead.test(line) ? fact.pythonHead : 0)
}

function factsOfEnd(line: string): number {
  if (!line.trimEnd().endsWith('}')) return 0
  return fact.braced | (line.includes('"worker_id"') ? fact.handler : 0)
}

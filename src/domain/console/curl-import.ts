import { isForCommandPrompt, isForPowerShell, readCommandPrompt } from './cmd-reading'
import { gatherCurl, type CurlRemark } from './curl-gathering'
import { requestOfCurl } from './curl-request'
import type { ConsoleRequest } from './request'
import { readShell } from './shell-reading'
import { outOfDashboard } from './through-dashboard'

/** What became of a pasted command: a request with remarks on what it lacks, or the reason why there is none. */
export type CurlImport =
  { isRead: true; request: ConsoleRequest; remarks: CurlRemark[] } | { isRead: false; words: string }

/**
 * Reads a `curl` command as pasted from a POSIX shell (also as browsers copy it) or from the command prompt of Windows. The path of its URL
 * becomes the path for the function; its host gives way to the function. One that calls a function through a dashboard becomes the request
 * to that function, and is told when it was not the one of this name.
 */
export function importCurl(source: string, functionName = ''): CurlImport {
  if (isForPowerShell(source))
    return {
      isRead: false,
      words: 'This is written for PowerShell, which cannot be read; copy it as cURL for bash or for cmd',
    }
  const found = isForCommandPrompt(source) ? fromCommandPrompt(source) : fromShell(source)
  if ('words' in found) return { isRead: false, words: found.words }
  const { argv, input, remarks } = found
  const remark = (about: CurlRemark['about'], words: string) => void remarks.push({ about, words })
  const request = requestOfCurl(gatherCurl(argv, input, remark), input, remark)
  if (!request) return { isRead: false, words: 'The command has no URL' }
  const inner = outOfDashboard(request)
  if (!inner) return { isRead: true, request, remarks }
  if (inner.functionName !== functionName)
    remark('address', `It was for the function ${inner.functionName}, and goes to this one`)
  // What was said of the dashboard's own headers does not hold any more: they are read.
  const others = remarks.filter(({ words }) => !/^The header x-(?:nuclio|dashboard)-/i.test(words))
  return { isRead: true, request: inner.request, remarks: others }
}

interface Found {
  argv: string[]
  input?: string
  remarks: CurlRemark[]
}

const isCurl = (word: string): boolean => /^(?:.*[\\/])?curl(?:\.exe)?$/i.test(word)

function fromCommandPrompt(source: string): Found | { words: string } {
  const { words, rest } = readCommandPrompt(source)
  const at = words.findIndex(isCurl)
  if (at < 0) return { words: 'There is no curl command in this text' }
  const remarks: CurlRemark[] =
    rest === '' ? [] : [{ about: 'shell', words: 'What follows the first command is left out' }]
  return { argv: words.slice(at + 1), remarks }
}

function fromShell(source: string): Found | { words: string } {
  const { commands, unknownVariables, hasSubstitutions, problem } = readShell(source)
  const index = commands.findIndex(({ words }) => words.some(isCurl))
  const command = commands[index]
  if (!command) return { words: problem ?? 'There is no curl command in this text' }
  if (problem) return { words: problem }
  const remarks: CurlRemark[] = []
  const remark = (words: string) => remarks.push({ about: 'shell', words })
  const before = commands[index - 1]
  const piped = before?.end === '|' ? outputOf(before.words) : undefined
  if (before?.end === '|' && piped === undefined)
    remark(`What ${before.words[0] ?? 'a command'} would hand to curl is left out: nothing is run`)
  if (index < commands.length - 1) remark('What follows the first curl command is left out')
  for (const redirection of command.redirections)
    remark(`${redirection} is left out: there are no files here`)
  for (const name of unknownVariables)
    remark(`The variable ${name} is not known here; put its value in place of \${${name}}`)
  if (hasSubstitutions)
    remark('The output of a command is to stand in it; put it in place of what is written')
  const { words } = command
  return { argv: words.slice(words.findIndex(isCurl) + 1), input: command.input ?? piped, remarks }
}

/** What a command prints, for those that print what they are given. */
function outputOf([program, first, ...rest]: readonly string[]): string | undefined {
  if (program === 'printf' && /^%s(?:\\n)?$/.test(first ?? '') && rest.length === 1)
    return `${rest[0] ?? ''}${first === '%s' ? '' : '\n'}`
  if (program !== 'echo' || first === undefined || first === '-e') return undefined
  return first === '-n' ? rest.join(' ') : `${[first, ...rest].join(' ')}\n`
}

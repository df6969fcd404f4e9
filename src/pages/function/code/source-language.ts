import { runtimes } from '@/domain/runtimes'

const readChars = 20_000

/** Signs that stand in one language and hardly in another, the surest first. */
const signs: [family: string, isMeant: (text: string) => boolean][] = [
  ['shell', (text) => /^#!.*\b(ba|da|z|k)?sh\b/.test(text)],
  ['python', (text) => /^#!.*\bpython/.test(text)],
  ['nodejs', (text) => /^#!.*\bnode\b/.test(text)],
  ['golang', (text) => /^package \w+\s*$/m.test(text) && /^(func|import|type|var|const)\b/m.test(text)],
  ['dotnetcore', (text) => /^using [\w.]+;/m.test(text) && /\b(class|namespace)\b/.test(text)],
  ['java', (text) => /^(import [\w.*]+;|package [\w.]+;)/m.test(text) && /\bclass\b/.test(text)],
  [
    'python',
    (text) => /^(async )?def \w+\(.*\)( ->.*)?:/m.test(text) || /^class \w+(\(.*\))?:\s*$/m.test(text),
  ],
  ['ruby', (text) => /^\s*(def|module|class) [\w.]+/m.test(text) && /^\s*end\s*$/m.test(text)],
  [
    'nodejs',
    (text) =>
      /\b(module\.)?exports(\.\w+)?\s*=|\brequire\(['"]/.test(text) ||
      /^\s*(const|let|var) \w+\s*=/m.test(text),
  ],
]

/** The family of runtimes that a source looks to be written for; nothing when it is not clear. */
export function guessFamily(source: string): string | undefined {
  const text = source.slice(0, readChars)
  return signs.find(([, isMeant]) => isMeant(text))?.[0]
}

/** The family of runtimes that a file belongs to, by its name. */
export function familyOfFile(name: string): string | undefined {
  const extension = name.split('.').at(-1)?.toLowerCase() ?? ''
  const known: Record<string, string> = { mjs: 'nodejs', cjs: 'nodejs', bash: 'shell' }
  return known[extension] ?? runtimes.find((runtime) => runtime.extension === extension)?.family
}

/** How a runtime wants its handler named. */
export function handlerHint(family: string): string {
  switch (family) {
    case 'python':
      return 'Module and function: main:handler is handler in main.py. Dots in the module are folders.'
    case 'nodejs':
      return 'Module and export: main:handler is exports.handler in main.js.'
    case 'golang':
      return 'Package and function: main:Handler.'
    case 'java':
      return 'Name of the class that implements EventHandler.'
    case 'dotnetcore':
      return 'Class and method: main:handler.'
    case 'ruby':
      return 'Module and method: main:handler is handler in main.rb.'
    case 'shell':
      return 'The script or the program to run, such as main.sh.'
    default:
      return 'Module and function, as the runtime wants them.'
  }
}

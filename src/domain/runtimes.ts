/** What the dashboard knows of a runtime. `language` is the editor's language id; `handler` the usual `spec.handler`. */
export interface Runtime {
  id: string
  label: string
  family: string
  language: string
  extension: string
  handler: string
}

const python = { family: 'python', language: 'python', extension: 'py', handler: 'main:handler' }

/** The runtimes offered for a new function, in the order in which they are shown. */
export const runtimes: readonly Runtime[] = [
  { id: 'python:3.11', label: 'Python 3.11', ...python },
  { id: 'python:3.10', label: 'Python 3.10', ...python },
  { id: 'python:3.9', label: 'Python 3.9', ...python },
  {
    id: 'nodejs',
    label: 'Node.js',
    family: 'nodejs',
    language: 'javascript',
    extension: 'js',
    handler: 'main:handler',
  },
  { id: 'golang', label: 'Go', family: 'golang', language: 'go', extension: 'go', handler: 'main:Handler' },
  { id: 'shell', label: 'Shell', family: 'shell', language: 'shell', extension: 'sh', handler: 'main.sh' },
  { id: 'java', label: 'Java', family: 'java', language: 'java', extension: 'java', handler: 'Handler' },
  {
    id: 'dotnetcore',
    label: '.NET',
    family: 'dotnetcore',
    language: 'csharp',
    extension: 'cs',
    handler: 'main:handler',
  },
  { id: 'ruby', label: 'Ruby', family: 'ruby', language: 'ruby', extension: 'rb', handler: 'main:handler' },
]

const byId = new Map(runtimes.map((runtime) => [runtime.id, runtime]))
const byFamily = new Map(runtimes.toReversed().map((runtime) => [runtime.family, runtime]))
const described = new Map<string, Runtime>()

/**
 * The runtime of a `spec.runtime` value. Versions that are not offered keep their number in the label
 * (`python:3.12` → "Python 3.12"); an id of an unknown family is shown as it is, as plain text.
 */
export function runtimeOf(id = ''): Runtime {
  const known = byId.get(id) ?? described.get(id)
  if (known) return known
  const [family = '', version] = id.split(':')
  const base = byFamily.get(family)
  const runtime: Runtime = base
    ? { ...base, id, label: [base.label.replace(/ [\d.]+$/, ''), version].filter(Boolean).join(' ') }
    : { id, label: id || 'none', family, language: 'plaintext', extension: 'txt', handler: 'main:handler' }
  described.set(id, runtime)
  return runtime
}

const embeddedFamilies = new Set(['python', 'nodejs', 'shell'])

/** Whether the embedded platform can run functions of this runtime; deploys of the others end in state `error`. */
export const runsOnEmbedded = (id: string): boolean => embeddedFamilies.has(runtimeOf(id).family)

/** The file that holds the source: named by the handler's module, with the runtime's extension (`main.py`). */
export function sourceFileName(runtimeId: string, handler?: string): string {
  const { extension, handler: usual } = runtimeOf(runtimeId)
  const module = (handler || usual).split(':')[0] || 'main'
  return module.endsWith(`.${extension}`) ? module : `${module.replaceAll('.', '/')}.${extension}`
}

import { isBranch } from '@/lib/tree'
import { runtimes } from '@/domain/runtimes'
import { base64Fault } from './base64-fault'
import { finding, type Finding } from './finding'
import { goDurationProblem } from './go-duration-problem'
import type { Subject } from './surroundings'

const families = new Set(runtimes.map(({ family }) => family))

/** Where the code comes from and what runs it: Nuclio looks at this last, while it prepares the build. */
export function source({ spec }: Subject): Finding[] {
  const build = isBranch(spec.build) ? spec.build : {}
  const found: Finding[] = []
  const code = typeof build.functionSourceCode === 'string' ? build.functionSourceCode : ''
  const isBuilt = build.mode !== 'neverBuild'
  const builds = isBuilt && Boolean(code || build.path || build.image || build.codeEntryType === 's3')
  if (isBuilt && !builds && !spec.image) {
    const words =
      'Function must have either spec.build.path,spec.build.functionSourceCode, spec.build.image or spec.image set in order to create'
    found.push(finding('source/missing', ['spec', 'build', 'functionSourceCode'], words))
  }
  if (!spec.runtime) {
    const runtime = ['spec', 'runtime']
    if (builds && code) {
      const words = 'Runtime must be explicitly defined when using Function Source Code'
      found.push(finding('runtime/required', runtime, words))
    } else if (!builds && (spec.image || !isBuilt)) {
      found.push(finding('runtime/required', runtime, 'If image is passed, runtime must be specified'))
    }
  } else if (builds && code && typeof spec.runtime === 'string' && !isKnown(spec.runtime)) {
    found.push(finding('runtime/known', ['spec', 'runtime'], `Unsupported runtime name: ${spec.runtime}`))
  }
  if (typeof spec.handler === 'string' && spec.handler.split(':').length > 2)
    found.push(finding('handler/form', ['spec', 'handler'], `Invalid handler name ${spec.handler}`))
  const fault = checkedSource(code)
  if (fault !== undefined) {
    const words = `illegal base64 data at input byte ${fault}`
    found.push(finding('source/base64', ['spec', 'build', 'functionSourceCode'], words))
  }
  if (isBuilt && build.codeEntryType === 'git' && !code)
    found.push(...gitReference(build.codeEntryAttributes))
  return found
}

/** A runtime of a family that Nuclio has. Versions come and go; what builds them says so itself. */
function isKnown(runtime: string): boolean {
  return families.has(runtime.split(':')[0] ?? '')
}

function gitReference(attributes: unknown): Finding[] {
  const given = isBranch(attributes) ? attributes : {}
  if (given.branch || given.tag || given.reference) return []
  const words = 'No git reference was specified. (must specify branch/tag/reference)'
  return [finding('source/git-reference', ['spec', 'build', 'codeEntryAttributes', 'branch'], words)]
}

let checked: { code: string; fault: number | undefined } | undefined

/** Sources are large and most edits leave them alone. */
function checkedSource(code: string): number | undefined {
  if (checked?.code !== code) checked = { code, fault: base64Fault(code) }
  return checked.fault
}

/** How long one event may take; Nuclio stores any text, and the function then does not start. */
export function eventTimeout({ spec }: Subject): Finding[] {
  const text: unknown = spec.eventTimeout
  const problem = typeof text === 'string' && text !== '' && goDurationProblem(text)
  if (!problem) return []
  const words = `Invalid event timeout: ${problem}`
  return [finding('event-timeout/duration', ['spec', 'eventTimeout'], words)]
}

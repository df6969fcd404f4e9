import type { NuclioFunction } from '@/api/generated/schema'
import { whyNot } from '@/domain/function-actions'
import type { Finding } from '@/domain/spec-rules/finding'
import { valueAt } from '@/lib/tree'
import { handlerPath, sourcePath, type Draft } from '../draft/draft'
import { placeName } from '../place-name'

/**
 * Why the draft cannot be deployed now: what goes on with the function, what is missing, then the first thing that the server
 * would refuse. Without findings it says what keeps even a person from deploying who means to let the server decide.
 */
export function whyNotDeploy(
  draft: Draft,
  findings: readonly Finding[],
  fn: NuclioFunction,
): string | undefined {
  const busy = whyNot('deploy', fn)
  if (busy) return busy
  const handler = valueAt(draft.config, handlerPath)
  const hasSource = Boolean(valueAt(draft.config, sourcePath))
  if (hasSource && !(typeof handler === 'string' && handler.trim())) return 'Enter the handler first'
  const [first, ...more] = findings
  if (!first) return undefined
  const also = more.length > 0 ? `, and ${more.length} more` : ''
  return `${placeName(first.path)}: ${first.message}${also}`
}

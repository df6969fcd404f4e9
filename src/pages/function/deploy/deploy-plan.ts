import type { FunctionConfig, NuclioFunction } from '@/api/generated/schema'
import type { Consequence } from '@/domain/spec-change/consequence'
import { consequenceOf, specChanges, type SpecChange } from '@/domain/spec-change/spec-changes'
import { lowerFirst } from '@/lib/lower-first'
import { sameValue, valueAt } from '@/lib/tree'
import { configOf, type DeployMode, type Draft } from '../draft/draft'

/** What a deploy of the draft will be. */
export interface DeployPlan {
  /** What differs from the server, in words. */
  changes: readonly SpecChange[]
  /** What the changes need; with the mode that is meant, a build also when the function as it stands has none to run. */
  consequence: Consequence
  /** How the draft is deployed when nothing else is said. */
  mode: DeployMode
  /** Why the function cannot be deployed without a build. */
  whyBuild?: string
}

/**
 * Plans the deploy of a draft. It goes without a build when it needs none and the function runs from an image that is there. With
 * `isUnbuilt` the source on the server is newer than that image.
 */
export function planDeploy(fn: NuclioFunction, config: FunctionConfig, isUnbuilt = false): DeployPlan {
  const changes = specChanges(configOf(fn), config)
  const needed = consequenceOf(changes)
  const whyBuild = whyNotWithoutBuild(fn)
  const builds = changes.length === 0 || needed === 'rebuild' || whyBuild !== undefined || isUnbuilt
  const consequence = builds && changes.length > 0 ? 'rebuild' : needed
  return { changes, consequence, mode: builds ? 'build' : 'withoutBuild', whyBuild }
}

// In any other state the image that is named may be that of an earlier build, or none at all.
function whyNotWithoutBuild({ spec, status }: NuclioFunction): string | undefined {
  if (!spec.image) return 'It was never built'
  if (status.state === 'ready' || status.state === 'scaledToZero') return undefined
  return status.state === 'imported' ? 'It was never deployed' : 'Its last deploy did not end well'
}

/**
 * Why a deploy that was asked for without a build has to build all the same, by what has changed since: in the draft, while it waited
 * its turn, and on the server. `asked` is the draft of then, `now` the one that goes out.
 */
export function whyBuildSince(mode: DeployMode, asked: Draft, now: Draft): string | undefined {
  if (mode !== 'withoutBuild' || asked === now) return undefined
  const planned = planDeploy(asked.server, asked.config)
  const plan = planDeploy(now.server, now.config)
  if (plan.whyBuild && plan.whyBuild !== planned.whyBuild)
    return `It is built, because the function has changed meanwhile: ${lowerFirst(plan.whyBuild)}`
  if (needsBuild(plan) && !needsBuild(planned))
    return 'It is built, because what was changed meanwhile needs a new image'
  if (isStoredUnbuilt(asked.server, now.server))
    return 'It is built, because what someone else changed meanwhile was stored without a build'
  return undefined
}

const needsBuild = ({ changes }: DeployPlan): boolean => consequenceOf(changes) === 'rebuild'

/** Whether something of the image was changed and no build has followed: each writes the time at which it was made. */
export function isStoredUnbuilt(before: NuclioFunction, after: NuclioFunction): boolean {
  if (before === after || consequenceOf(specChanges(configOf(before), configOf(after))) !== 'rebuild')
    return false
  const builtAt = ['spec', 'build', 'timestamp']
  return sameValue(valueAt(before, builtAt), valueAt(after, builtAt))
}

const effects: Record<Consequence, string> = {
  rebuild: ' (rebuild)',
  restart: ' (restart)',
  ingress: ' (ingress)',
  nothing: '',
}

/** What the button of a deploy says: `Deploy (restart)`. */
export const deployLabel = ({ consequence }: DeployPlan): string => `Deploy${effects[consequence]}`

import { namingCases } from './cases/naming'
import { podCases } from './cases/pods'
import type { RefusedCase } from './cases/refused-case'
import { scalingCases } from './cases/scaling'
import { sourceCases } from './cases/source'
import { standingCases } from './cases/standing'
import { triggerCases } from './cases/triggers'

/** Every refusal of a function's body that needs no wrong types, with the answer, and with where its words come from. */
export const refusedCases: readonly RefusedCase[] = [
  ...namingCases,
  ...triggerCases,
  ...scalingCases,
  ...podCases,
  ...sourceCases,
  ...standingCases,
]

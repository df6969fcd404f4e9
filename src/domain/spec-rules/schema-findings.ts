import type { ErrorObject } from 'ajv'
import type { FunctionConfig } from '@/api/generated/schema'
import { isWithin } from '@/lib/tree'
import { withoutNulls } from '@/lib/without-nulls'
import { finding, type Finding } from './finding'
import { missingName } from './names'
import { specFindings } from './spec-findings'
import type { Surroundings } from './surroundings'
import { faultsOf, sentenceOf } from './validation-message'

/** Says what the contract has against a configuration; empty when it is one. Made from the contract, and injected for its size. */
export type JudgeTypes = (config: unknown) => readonly ErrorObject[]

const rule = 'contract/type'

/** What the contract refuses before any rule looks: fields of wrong types, words that are not offered, missing parts. */
export function schemaFindings(config: unknown, judge: JudgeTypes): Finding[] {
  return faultsOf(judge(config)).map(({ path, words }) => finding(rule, path, words))
}

/** What is large and not needed for every configuration; without a part of it nothing is said of what it looks at. */
export interface Judges {
  types?: JudgeTypes
  /** `filledFromSource`: the configuration with what a comment in its source adds. Throws for one that cannot be read. */
  fill?: (config: FunctionConfig) => FunctionConfig
}

/** How a fault of types is told that only came with the configuration in the source. */
export function filledWords(words: string): string {
  return `With the configuration in the function's source: ${words}`
}

/**
 * All that the server would refuse of a configuration, in the order in which it looks: a missing name, types, what its source says
 * of it, rules. What a rule says of a place that is of a wrong type is left out.
 */
export function configFindings(
  given: FunctionConfig,
  surroundings: Surroundings = {},
  { types, fill }: Judges = {},
): Finding[] {
  const config = withoutNulls(given)
  const first = missingName({ config })
  const ofTypes = types
    ? schemaFindings(config, types).filter(({ path }) => !first.some((each) => isWithin(path, each.path)))
    : []
  const hasForm = first.length === 0 && ofTypes.length === 0
  const { filled, problem } = fill && hasForm ? withSource(config, fill, types) : { filled: config }
  const ofRules = specFindings(filled, surroundings)
    .slice(first.length)
    .filter(({ path }) => !ofTypes.some((each) => each.path.length > 0 && isWithin(path, each.path)))
  return [...first, ...ofTypes, ...(problem ? [problem] : []), ...ofRules]
}

/** What the source makes of the configuration; the configuration alone where that is not to be used. */
function withSource(
  config: FunctionConfig,
  fill: NonNullable<Judges['fill']>,
  types: JudgeTypes | undefined,
): { filled: FunctionConfig; problem?: Finding } {
  const refused = (words: string) => ({
    filled: config,
    problem: finding('source/configuration', ['spec', 'build', 'functionSourceCode'], words),
  })
  try {
    const filled = fill(config)
    if (filled === config || !types) return { filled }
    const faults = faultsOf(types(filled))
    if (faults.length === 0) return { filled }
    return refused(filledWords(sentenceOf(faults.map(({ words }) => words))))
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error))
  }
}

/** The server's answer to a configuration with these findings: the first of them, or all faults of types in one sentence. */
export function answerTo(findings: readonly Finding[]): Pick<Finding, 'status' | 'message'> | undefined {
  const [first] = findings
  if (first?.rule !== rule) return first
  const ofTypes = findings.filter((each) => each.rule === rule)
  return { status: first.status, message: sentenceOf(ofTypes.map(({ message }) => message)) }
}

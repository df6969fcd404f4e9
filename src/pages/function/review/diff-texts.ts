import type { FunctionConfig } from '@/api/generated/schema'
import { coveredPair } from '@/domain/config-secrets'
import { decodeSource } from '@/domain/function-config'
import { normalised } from '@/domain/spec-change/normalised'
import { writeYaml } from '@/domain/yaml-writing'
import { setAt, valueAt } from '@/lib/tree'
import { sourcePath } from '../draft/draft'

/** Two texts to be shown side by side: the server's and the draft's. */
export interface TextPair {
  before: string
  after: string
}

/** The two configurations as YAML in one order of keys, normalised, secrets covered; the source is left to {@link sourceTexts}. */
export function configurationTexts(server: FunctionConfig, draft: FunctionConfig): TextPair {
  const [before, after] = coveredPair(forTheEye(server), forTheEye(draft))
  return { before: yaml(before), after: yaml(after) }
}

const forTheEye = (config: FunctionConfig): FunctionConfig => setAt(normalised(config), sourcePath, undefined)
const yaml = (config: FunctionConfig): string => writeYaml(config, { sortMapEntries: true })

/** The two sources as text; nothing when neither has one that is text. */
export function sourceTexts(server: FunctionConfig, draft: FunctionConfig): TextPair | undefined {
  const [from, to] = [server, draft].map((config) => valueAt(config, sourcePath))
  const [before, after] = [from, to].map((encoded) =>
    typeof encoded === 'string' ? decodeSource(encoded) : undefined,
  )
  if (before === undefined && after === undefined) return undefined
  return { before: before ?? '', after: after ?? '' }
}

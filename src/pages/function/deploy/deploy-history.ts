import type { FunctionConfig } from '@/api/generated/schema'
import { mapSecrets } from '@/domain/config-secrets'
import type { Consequence } from '@/domain/spec-change/consequence'
import { isBranch } from '@/lib/tree'
import type { DeployMode } from '../draft/draft'

/** A deploy of one function from this browser, as it is kept. */
export interface KeptDeploy {
  /** When it was sent, milliseconds. */
  at: number
  how: DeployMode | 'create' | 'act'
  consequence: Consequence
  /** What it changed. */
  words: string[]
  /** `refused`: the server did not take it. */
  outcome: 'running' | 'done' | 'failed' | 'refused'
  milliseconds?: number
  /** Why it failed, in a line. */
  cause?: string
  /** What was sent, its secrets left out; only the latest ones are kept. */
  config?: FunctionConfig
}

const entryLimit = 50
const wordLimit = 20
const byteLimit = 2_000_000

/** Stands where a secret was. */
const leftOut = '\uE000left-out\uE000'

/** A configuration to keep: without a secret in it. */
export const configToKeep = (config: FunctionConfig): FunctionConfig => mapSecrets(config, () => leftOut)

/** Puts a new deploy first. The oldest go, and of those that stay the oldest lose their configuration, within 2 MB for all of them. */
export function withDeploy(kept: readonly KeptDeploy[], added: KeptDeploy): KeptDeploy[] {
  const { words, ...rest } = added
  const entries = [{ ...rest, words: words.slice(0, wordLimit) }, ...kept].slice(0, entryLimit)
  let bytes = 0
  return entries.map((entry) => {
    bytes += JSON.stringify(entry.config ?? null).length
    return bytes <= byteLimit ? entry : { ...entry, config: undefined }
  })
}

/** The latest deploy has ended so. */
export function withOutcome(
  kept: readonly KeptDeploy[],
  at: number,
  end: Pick<KeptDeploy, 'outcome' | 'milliseconds' | 'cause'>,
): KeptDeploy[] {
  return kept.map((entry) => (entry.at === at && entry.outcome === 'running' ? { ...entry, ...end } : entry))
}

/** Reads what the browser kept; nothing of another shape comes through. */
export function readDeploys(kept: unknown): KeptDeploy[] {
  if (!Array.isArray(kept)) return []
  return kept.filter(
    (entry: unknown): entry is KeptDeploy =>
      isBranch(entry) && typeof entry.at === 'number' && Array.isArray(entry.words),
  )
}

/** How long the latest good deploy of this kind took, milliseconds. */
export function lastTimeOf(kept: readonly KeptDeploy[], how: KeptDeploy['how']): number | undefined {
  return kept.find((entry) => entry.how === how && entry.outcome === 'done')?.milliseconds
}

/** Whether the last deploy sent a source, or a build, that was not built: the image is older than the configuration then. */
export function isLastUnbuilt(kept: readonly KeptDeploy[]): boolean {
  const last = kept.find(({ how, outcome }) => how !== 'act' && outcome !== 'refused')
  return last?.how === 'withoutBuild' && last.consequence === 'rebuild'
}

/**
 * A kept configuration as a draft of the function as it is: name, version and secrets are those of `now`. `missing` names the secrets
 * that `now` does not have.
 */
export function restoredConfig(
  kept: FunctionConfig,
  now: FunctionConfig,
): { config: FunctionConfig; missing: string[] } {
  const secrets = new Map<string, string>()
  mapSecrets(now, (secret, { path, name }) => {
    secrets.set(keyOf(path, name), secret)
    return secret
  })
  const missing = new Set<string>()
  const restored = mapSecrets(kept, (text, { path, name }) => {
    if (!text.includes(leftOut)) return text
    const known = secrets.get(keyOf(path, name))
    if (known === undefined) missing.add(name)
    return known ?? ''
  })
  const { labels, annotations } = restored.metadata
  return {
    config: { metadata: { ...now.metadata, labels, annotations }, spec: restored.spec },
    missing: [...missing],
  }
}

// A variable is known by its name, wherever it stands in the list.
const keyOf = (path: readonly string[], name: string): string =>
  path[1] === 'env' ? `env/${name}` : path.join('/')

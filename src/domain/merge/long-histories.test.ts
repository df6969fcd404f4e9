import { describe, expect, it } from 'vitest'
import type { FunctionConfig } from '@/api/generated/schema'
import { mergeConfigs } from './merge-configs'
import { Random } from './testing-model'

// Both can be set in the environment, to play one history again or many more.
const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process
const firstSeed = Number(env.MERGE_SEED ?? 1)
const histories = Number(env.MERGE_HISTORIES ?? 400)

const names = ['A', 'B', 'C', 'D', 'E', 'F']

/** What is known of one variable: on the server, in the draft, and what the draft's edit of it was made on. */
interface Known {
  server?: string
  mine?: string
  seen?: string
}

type Part = keyof Known

function configOf(known: ReadonlyMap<string, Known>, part: Part): FunctionConfig {
  const values = [...known].filter(([, at]) => at[part] !== undefined)
  return { metadata: { name: 'fn' }, spec: { env: values.map(([name, at]) => ({ name, value: at[part] })) } }
}

const valuesOf = (config: FunctionConfig): Record<string, string | undefined> =>
  Object.fromEntries((config.spec.env ?? []).map(({ name, value }) => [name ?? '', value]))

/** The rule for one variable when the server's value is seen: an edit stays, and is a question where both edited. */
function see(at: Known): Known {
  const { server, mine, seen } = at
  if (mine === seen || mine === server) return { server, mine: server, seen: server }
  return at
}

function play(seed: number): void {
  const random = new Random(seed)
  let count = 0
  const value = () =>
    random.chance(0.2) ? undefined : random.chance(0.2) ? 'common' : `value ${(count += 1)}`
  let known = new Map<string, Known>(
    names.map((name) => {
      const first = value()
      return [name, { server: first, mine: first, seen: first }]
    }),
  )
  let [base, config] = [configOf(known, 'server'), configOf(known, 'mine')]
  for (let round = 2 + random.below(6); round > 0; round -= 1) {
    for (let edits = random.below(3); edits > 0; edits -= 1) {
      const name = random.one(names) ?? 'A'
      known.set(name, { ...known.get(name), mine: value() })
    }
    for (let edits = random.below(3); edits > 0; edits -= 1) {
      const name = random.one(names) ?? 'A'
      known.set(name, { ...known.get(name), server: value() })
    }
    config = configOf(known, 'mine')
    const merge = mergeConfigs(base, config, configOf(known, 'server'))
    known = new Map([...known].map(([name, at]) => [name, see(at)]))
    base = merge.base
    config = merge.merged
    expect(valuesOf(config)).toEqual(valuesOf(configOf(known, 'mine')))
    expect(valuesOf(base)).toEqual(valuesOf(configOf(known, 'seen')))
    const asked = merge.clashes.map(({ path }) => path[2]).sort()
    expect(asked).toEqual([...known].filter(([, at]) => at.seen !== at.server).map(([name]) => name))
  }
}

describe('a draft that lives through many changes by someone else', () => {
  it(`keeps every edit and every open question: ${histories} from seed ${firstSeed}`, () => {
    for (let seed = firstSeed; seed < firstSeed + histories; seed += 1) {
      try {
        play(seed)
      } catch (error) {
        throw new Error(`MERGE_SEED=${seed}: ${(error as Error).message}`, { cause: error })
      }
    }
  })
})

import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { deployLabel, planDeploy, whyBuildSince } from './deploy-plan'
import { configOf, editDraft, openDraft, serverSeen } from '../draft/draft'
import { setAt } from '@/lib/tree'

const fn = (state: string, image = 'f:1') =>
  ({
    metadata: { name: 'f', labels: {} },
    spec: { runtime: 'nodejs', handler: 'main:handler', image, build: { functionSourceCode: 'eA==' } },
    status: { state },
  }) as NuclioFunction
const plan = (of: NuclioFunction, path: string, value: unknown, isUnbuilt = false) =>
  planDeploy(of, setAt(configOf(of), path.split('/'), value), isUnbuilt)

describe('planDeploy', () => {
  it.each([
    ['ready', 'spec/eventTimeout', '5s', 'withoutBuild', 'Deploy (restart)'],
    ['scaledToZero', 'spec/eventTimeout', '5s', 'withoutBuild', 'Deploy (restart)'],
    ['ready', 'spec/description', 'x', 'withoutBuild', 'Deploy'],
    ['ready', 'spec/build/functionSourceCode', 'eQ==', 'build', 'Deploy (rebuild)'],
    ['ready', 'spec/build/functionSourceCode', 'eA==', 'build', 'Deploy'],
    ['error', 'spec/eventTimeout', '5s', 'build', 'Deploy (rebuild)'],
    ['imported', 'spec/eventTimeout', '5s', 'build', 'Deploy (rebuild)'],
  ])('of a function that is %s with another %s (%s) is %s: %s', (state, path, value, mode, label) => {
    const made = plan(fn(state), path, value)
    expect(made.mode).toBe(mode)
    expect(deployLabel(made)).toBe(label)
  })

  it('builds what was never built, and what was stored without a build', () => {
    expect(plan(fn('ready', ''), 'spec/eventTimeout', '5s')).toMatchObject({
      mode: 'build',
      whyBuild: 'It was never built',
    })
    expect(plan(fn('ready'), 'spec/eventTimeout', '5s', true).mode).toBe('build')
  })
})

describe('whyBuildSince', () => {
  const timeout = ['spec', 'eventTimeout']
  const source = ['spec', 'build', 'functionSourceCode']
  const built = (of: NuclioFunction, at: number) => setAt(of, ['spec', 'build', 'timestamp'], at)
  const first = built(fn('ready'), 1)
  const asked = editDraft(openDraft(first), timeout, '5s', 1)
  const after = (latest: NuclioFunction) => serverSeen(asked, latest, () => true)

  it('has nothing against what it was planned for', () => {
    expect(whyBuildSince('withoutBuild', asked, asked)).toBeUndefined()
    const described = after(setAt(first, ['spec', 'description'], 'theirs'))
    expect(whyBuildSince('withoutBuild', asked, described)).toBeUndefined()
    const rebuilt = after(built(setAt(first, source, 'eQ=='), 2))
    expect(whyBuildSince('withoutBuild', asked, rebuilt)).toBeUndefined()
  })

  it('builds what someone else stored and no build has followed', () => {
    const stored = after(setAt(first, source, 'eQ=='))
    expect(whyBuildSince('withoutBuild', asked, stored)).toMatch(/stored without a build/)
    expect(whyBuildSince('build', asked, stored)).toBeUndefined()
    expect(whyBuildSince('saveOnly', asked, stored)).toBeUndefined()
  })

  it.each([
    ['error', 'its last deploy did not end well'],
    ['imported', 'it was never deployed'],
  ])('builds what is %s by now', (state, words) => {
    const failed = after({ ...built(setAt(first, source, 'eQ=='), 2), status: { state } } as NuclioFunction)
    expect(whyBuildSince('withoutBuild', asked, failed)).toContain(words)
  })

  it('builds what was edited while the deploy waited, unless it was to go without that before', () => {
    const edited = editDraft(asked, source, 'eQ==', 2)
    expect(whyBuildSince('withoutBuild', asked, edited)).toMatch(/needs a new image/)
    const more = editDraft(edited, ['spec', 'handler'], 'a:b', 3)
    expect(whyBuildSince('withoutBuild', edited, more)).toBeUndefined()
  })
})

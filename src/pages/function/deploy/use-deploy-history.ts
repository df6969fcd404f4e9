import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { NuclioFunction } from '@/api/generated/schema'
import { failureOf } from '@/domain/function-error'
import { isProvisioning } from '@/domain/function-state'
import { specChanges } from '@/domain/spec-change/spec-changes'
import { deployProgress } from './deploy-progress'
import { configToKeep, withDeploy, withOutcome, type KeptDeploy } from './deploy-history'
import { planDeploy } from './deploy-plan'
import { createDeployStore } from './deploy-store'
import { configOf, type DeployMode, type Draft } from '../draft/draft'
import type { DeployControl } from './use-deploy'

export interface DeployHistory {
  /** Latest first. */
  entries: readonly KeptDeploy[]
  /** Notes something that was done to the function besides a deploy of the draft. */
  noteAct: (words: string) => void
}

/** What is known of a deploy when it is asked for. */
type Asked = Pick<KeptDeploy, 'how' | 'words' | 'consequence' | 'config'>

const timeNow = () => Date.now()

/**
 * The deploys of one function from this browser, kept under `key`; what `deploying` sends is written down with its end. Answers the
 * control to use in place of the one given.
 */
export function useDeployHistory(
  key: string,
  fn: NuclioFunction,
  draft: Draft,
  deploying: DeployControl,
): { history: DeployHistory; deploying: DeployControl } {
  const [store] = useState(() => createDeployStore(key))
  const entries = useSyncExternalStore(store.subscribe, store.read)
  const asked = useRef<Asked>(undefined)
  const { sent, obstacle, isSending } = deploying

  const add = useEffectEvent((at: number, end: Partial<KeptDeploy> = {}) => {
    const { current } = asked
    if (!current) return
    const isBuilt = sent?.at === at && sent.builtSince !== undefined
    const built = isBuilt ? { how: sent.how, consequence: 'rebuild' as const } : {}
    store.write((kept) => withDeploy(kept, { ...current, ...built, at, outcome: 'running', ...end }))
  })
  const sentAt = sent?.at
  useEffect(() => {
    if (sentAt !== undefined) add(sentAt)
  }, [sentAt])
  const refusal = obstacle?.kind === 'failed' ? obstacle.error : undefined
  useEffect(() => {
    if (refusal instanceof Error) add(timeNow(), { outcome: 'refused', cause: refusal.message.slice(0, 240) })
  }, [refusal])

  const running = entries.find(({ outcome }) => outcome === 'running')
  const isOver = running && !isSending && !sent?.isUnread && !isProvisioning(fn.status.state)
  const end = useEffectEvent((at: number) => {
    const isFailed = fn.status.state === 'error' || fn.status.state === 'unhealthy'
    const { startedAt, endedAt } = deployProgress(fn)
    const took =
      startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : Math.max(0, timeNow() - at)
    store.write((kept) =>
      withOutcome(kept, at, {
        outcome: isFailed ? 'failed' : 'done',
        milliseconds: took,
        ...(isFailed && { cause: failureOf(fn)?.summary }),
      }),
    )
  })
  const endedAt = isOver ? running.at : undefined
  useEffect(() => {
    if (endedAt !== undefined) end(endedAt)
  }, [endedAt])

  const note = (how: KeptDeploy['how'], words?: string[]) => {
    const changes = specChanges(configOf(draft.server), draft.config)
    asked.current = {
      how,
      words: words ?? changes.map((change) => change.words),
      consequence: planDeploy(draft.server, draft.config).consequence,
      config: configToKeep(draft.config),
    }
  }
  return {
    history: {
      entries,
      noteAct: (words) => {
        const act = { how: 'act' as const, consequence: 'restart' as const, words: [words] }
        const at = timeNow()
        store.write((kept) => withDeploy(kept, { ...act, at, outcome: 'done' }))
      },
    },
    deploying: {
      ...deploying,
      deploy: (mode?: DeployMode) => {
        note(mode ?? 'build')
        deploying.deploy(mode)
      },
      createAgain: () => {
        note('create', ['created again'])
        deploying.createAgain()
      },
    },
  }
}

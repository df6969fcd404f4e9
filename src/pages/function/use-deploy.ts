import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ApiError } from '@/api/errors'
import { deployFunction, functionQuery, type FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { isProvisioning } from '@/domain/function-state'
import { announce } from '@/lib/announce'
import {
  configToCreate,
  configToDeploy,
  deployAccepted,
  deployRefused,
  deploySent,
  keepMine,
  serverSeen,
  theirChanges,
  type Draft,
} from './draft'
import { refusalOf } from './deploy-refusal'
import type { DraftControl } from './use-draft'

/** What stands between the draft and its deploy, until the person decides. */
export type Obstacle =
  | { kind: 'conflict' }
  /** The server is at work on the function; with `waits` the deploy follows when that is over. */
  | { kind: 'busy'; waits: boolean }
  | { kind: 'gone' }
  | { kind: 'failed'; error: unknown }

export interface SentDeploy {
  /** When it went out, milliseconds. */
  at: number
  /** The function has not been read since: what is known of it is from before. */
  isUnread: boolean
}

export interface DeployControl {
  deploy: () => void
  /** Puts the edits over the server's latest and deploys that. */
  deployMine: () => void
  createAgain: () => void
  deployWhenOver: () => void
  dismiss: () => void
  isSending: boolean
  obstacle?: Obstacle
  /** The latest deploy of this page that the server has taken. */
  sent?: SentDeploy
}

const timeNow = () => Date.now()
const isSettled = (fn: NuclioFunction) => !isProvisioning(fn.status.state)

/** Deploys the draft and tells apart what can come in between. */
export function useDeploy(ref: FunctionRef, control: DraftControl): DeployControl {
  const { draft, change } = control
  const queryClient = useQueryClient()
  const { mutateAsync } = useMutation(deployFunction(queryClient))
  const [obstacle, setObstacle] = useState<Obstacle>()
  const [sent, setSent] = useState<SentDeploy>()
  const isStarting = useRef(false)
  const [isSending, setIsSending] = useState(false)

  const readAgain = async () => {
    await queryClient.cancelQueries({ queryKey: functionQuery(ref).queryKey })
    return queryClient.query({ ...functionQuery(ref), staleTime: 0 })
  }

  const send = async (from: Draft, create: boolean, asked = from, mayRetry = true): Promise<void> => {
    change((now) => deploySent(from, asked, now))
    setObstacle(undefined)
    const at = timeNow()
    try {
      await mutateAsync({ ref, config: create ? configToCreate(from) : configToDeploy(from), create })
      setSent({ at, isUnread: true })
      announce(`Deploying ${ref.name}`)
    } catch (error) {
      change(deployRefused)
      return refused(from, error, create, mayRetry)
    }
    const fresh = await readAgain().catch(() => undefined)
    change((now) => deployAccepted(now, fresh))
    setSent({ at, isUnread: false })
  }

  const refused = async (from: Draft, error: unknown, create: boolean, mayRetry: boolean): Promise<void> => {
    const refusal = refusalOf(error, create)
    if (refusal === 'busy') await readAgain().catch(() => undefined)
    if (refusal === 'busy') return setObstacle({ kind: 'busy', waits: false })
    if (refusal === 'gone') return setObstacle({ kind: 'gone' })
    if (refusal === 'failed') return setObstacle({ kind: 'failed', error })
    const latest = await readAgain().catch(() => undefined)
    const seen = latest && serverSeen(deployRefused(from), latest, isSettled)
    // A build moves the version on without anybody's edit: then there is nothing to ask.
    const isOnlyVersion = seen !== undefined && theirChanges(seen).length === 0
    if (isOnlyVersion && mayRetry) return send(seen, create, from, false)
    setObstacle(isOnlyVersion ? { kind: 'failed', error } : { kind: 'conflict' })
  }

  // A server may keep no versions, and makes anew what was deleted: both are found by reading just before writing.
  const sendSafely = async (from: Draft, asked: Draft): Promise<void> => {
    const latest = await readAgain().catch((error: unknown) => error)
    if (latest instanceof ApiError && latest.kind === 'not-found') return setObstacle({ kind: 'gone' })
    const seen = latest instanceof Error ? from : serverSeen(from, latest as NuclioFunction, isSettled)
    if (theirChanges(seen).length > 0) return setObstacle({ kind: 'conflict' })
    return send(seen, false, asked)
  }

  const start = (from: Draft, create = false) => {
    if (isStarting.current) return
    isStarting.current = true
    setIsSending(true)
    void (create ? send(from, true, draft) : sendSafely(from, draft)).finally(() => {
      isStarting.current = false
      setIsSending(false)
    })
  }

  const onSettled = useEffectEvent(() => start(draft))
  const waitsForEnd = obstacle?.kind === 'busy' && obstacle.waits && isSettled(draft.server)
  useEffect(() => {
    if (!waitsForEnd) return
    const timer = setTimeout(onSettled)
    return () => clearTimeout(timer)
  }, [waitsForEnd])

  return {
    deploy: () => (theirChanges(draft).length > 0 ? setObstacle({ kind: 'conflict' }) : start(draft)),
    deployMine: () => start(keepMine(draft)),
    createAgain: () => start(draft, true),
    deployWhenOver: () => setObstacle({ kind: 'busy', waits: true }),
    dismiss: () => setObstacle(undefined),
    isSending,
    obstacle,
    sent,
  }
}

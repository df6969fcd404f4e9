import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { ApiError } from '@/api/errors'
import { deployFunction, fetchesSource, functionQuery, type FunctionRef } from '@/api/functions'
import type { NuclioFunction } from '@/api/generated/schema'
import { isProvisioning } from '@/domain/function-state'
import { announce } from '@/lib/announce'
import {
  clashesOf,
  configToCreate,
  configToDeploy,
  deployAccepted,
  deployRefused,
  deploySent,
  serverSeen,
  settleDraft,
  type DeployMode,
  type Draft,
} from '../draft/draft'
import { whyBuildSince } from './deploy-plan'
import { refusalOf } from './deploy-refusal'
import { placesInWords } from '../place-name'
import type { DraftControl } from '../draft/use-draft'

/** What stands between the draft and its deploy, until the person decides. */
export type Obstacle =
  /** Both changed one place, and it is not decided whose change stands. */
  | { kind: 'conflict' }
  /** The server is at work on the function; with `waits` the deploy follows when that is over. `words` are the server's. */
  | { kind: 'busy'; waits: boolean; mode: DeployMode; words: string; asked: Draft }
  | { kind: 'gone' }
  | { kind: 'failed'; error: unknown }

export interface SentDeploy {
  /** When it went out, milliseconds. */
  at: number
  how: DeployMode | 'create'
  /** Why it is built although it was asked for without a build. */
  builtSince?: string
  /** The function has not been read since: what is known of it is from before. */
  isUnread: boolean
}

export interface DeployControl {
  /** Merges with what the server has by then; asks only where both changed one place. */
  deploy: (mode?: DeployMode) => void
  createAgain: () => void
  deployWhenOver: () => void
  dismiss: () => void
  isSending: boolean
  /** Gives up waiting for a source that the server fetches; the server goes on. Only there while it is waited for. */
  stopWaiting?: () => void
  obstacle?: Obstacle
  /** The latest deploy of this page that the server has taken. */
  sent?: SentDeploy
}

const timeNow = () => Date.now()
const isSettled = (fn: NuclioFunction) => !isProvisioning(fn.status.state)
/** So often a deploy is made again when the server moves on between the reading and the writing. */
const retries = 3

/** The draft with what the server answered in it. */
const merged = (draft: Draft, latest: NuclioFunction): Draft =>
  settleDraft(serverSeen(draft, latest, isSettled), timeNow())

/** Deploys the draft and tells apart what can come in between. */
export function useDeploy(ref: FunctionRef, control: DraftControl): DeployControl {
  const { draft, change } = control
  const queryClient = useQueryClient()
  const { mutateAsync } = useMutation(deployFunction(queryClient))
  const [obstacle, setObstacle] = useState<Obstacle>()
  const [sent, setSent] = useState<SentDeploy>()
  const isStarting = useRef(false)
  const [isSending, setIsSending] = useState(false)
  const [wait, setWait] = useState<AbortController>()

  const readAgain = async () => {
    await queryClient.cancelQueries({ queryKey: functionQuery(ref).queryKey })
    return queryClient.query({ ...functionQuery(ref), staleTime: 0 })
  }

  const send = async (
    from: Draft,
    how: DeployMode | 'create',
    asked = from,
    attemptsLeft = retries,
    builtSince?: string,
  ): Promise<void> => {
    const create = how === 'create'
    change((now) => deploySent(from, now))
    setObstacle(undefined)
    const at = timeNow()
    const config = create ? configToCreate(from) : configToDeploy(from, how)
    const abort = fetchesSource(config.spec) ? new AbortController() : undefined
    setWait(abort)
    try {
      await mutateAsync({ ref, config, create, signal: abort?.signal })
      setSent({ at, how, builtSince, isUnread: true })
      announce([sentWords(ref.name, asked, from), builtSince].filter(Boolean).join('. '))
    } catch (error) {
      change((now) => deployRefused(now))
      if (abort?.signal.aborted) return
      return refused(from, asked, error, how, attemptsLeft)
    } finally {
      setWait(undefined)
    }
    const fresh = await readAgain().catch(() => undefined)
    change((now) => deployAccepted(now, fresh))
    setSent({ at, how, builtSince, isUnread: false })
  }

  const refused = async (
    from: Draft,
    asked: Draft,
    error: unknown,
    how: DeployMode | 'create',
    attemptsLeft: number,
  ): Promise<void> => {
    const refusal = refusalOf(error, how === 'create')
    if (refusal === 'gone') return setObstacle({ kind: 'gone' })
    if (refusal === 'failed' || how === 'create') return setObstacle({ kind: 'failed', error })
    const latest = await readAgain().catch(() => undefined)
    if (refusal === 'busy') {
      const words = (error as Error).message
      return setObstacle({ kind: 'busy', waits: false, mode: how, words, asked })
    }
    if (!latest || attemptsLeft === 0) return setObstacle({ kind: 'failed', error })
    return sendMerged(from, latest, asked, how, attemptsLeft - 1)
  }

  const sendMerged = async (
    from: Draft,
    latest: NuclioFunction,
    asked: Draft,
    mode: DeployMode,
    attemptsLeft: number,
  ): Promise<void> => {
    const seen = merged(from, latest)
    if (clashesOf(seen).length === 0) {
      const builtSince = whyBuildSince(mode, asked, seen)
      return send(seen, builtSince ? 'build' : mode, asked, attemptsLeft, builtSince)
    }
    change((now) => merged(now, latest))
    setObstacle({ kind: 'conflict' })
  }

  // A server may keep no versions, and makes anew what was deleted: both are found by reading just before writing.
  const sendSafely = async (from: Draft, asked: Draft, mode: DeployMode): Promise<void> => {
    const latest = await readAgain().catch((error: unknown) => error)
    if (latest instanceof ApiError && latest.kind === 'not-found') return setObstacle({ kind: 'gone' })
    if (!(latest instanceof Error)) return sendMerged(from, latest as NuclioFunction, asked, mode, retries)
    // A server that keeps versions refuses what is made on an old one; any other would overwrite what nobody has seen.
    if (!from.server.metadata.resourceVersion) return setObstacle({ kind: 'failed', error: latest })
    return sendMerged(from, from.server, asked, mode, retries)
  }

  const start = (from: Draft, how: DeployMode | 'create' = 'build', asked = from) => {
    if (isStarting.current) return
    isStarting.current = true
    setIsSending(true)
    void (how === 'create' ? send(from, how) : sendSafely(from, asked, how)).finally(() => {
      isStarting.current = false
      setIsSending(false)
    })
  }

  const onSettled = useEffectEvent(({ mode, asked }: { mode: DeployMode; asked: Draft }) =>
    start(draft, mode, asked),
  )
  const due = obstacle?.kind === 'busy' && obstacle.waits && isSettled(draft.server) ? obstacle : undefined
  useEffect(() => {
    if (!due) return
    const timer = setTimeout(() => onSettled(due))
    return () => clearTimeout(timer)
  }, [due])

  // What was asked about may have been decided, or have become none.
  const isAnswered = obstacle?.kind === 'conflict' && !isSending && clashesOf(draft).length === 0

  return {
    deploy: (mode) => (clashesOf(draft).length > 0 ? setObstacle({ kind: 'conflict' }) : start(draft, mode)),
    createAgain: () => start(draft, 'create'),
    deployWhenOver: () => setObstacle((now) => (now?.kind === 'busy' ? { ...now, waits: true } : now)),
    dismiss: () => setObstacle(undefined),
    isSending,
    stopWaiting: wait && (() => wait.abort()),
    obstacle: isAnswered ? undefined : obstacle,
    sent,
  }
}

/** What a screen reader says of a deploy that went out, with what was merged on the way. */
function sentWords(name: string, asked: Draft, { theirs }: Draft): string {
  const places = theirs === asked.theirs ? '' : placesInWords(theirs?.changes.map(({ path }) => path) ?? [])
  return `Deploying ${name}${places && `, merged with what someone else changed meanwhile: ${places}`}`
}

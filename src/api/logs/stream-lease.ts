import { every, type FeedClock } from './feed-clock'

/** How many followed streams a thread may hold open, of those that all pages of this browser share. */
export interface StreamLease {
  readonly granted: number
  /** Asks for so many; what is granted may change at any time. */
  want: (count: number) => void
  close: () => void
}

/** What threads tell each other of: the part of a `BroadcastChannel` that is needed. */
export interface LeaseChannel {
  addEventListener: (type: 'message', listener: (event: MessageEvent<unknown>) => void) => void
  postMessage: (message: unknown) => void
  close: () => void
}

interface Claim {
  id: string
  /** Streams wanted; none for one that leaves. */
  wants: number
  /** When they were first wanted, milliseconds since 1970: who came first goes first. */
  since: number
  /** Asks the others for their claims. */
  isNew?: boolean
}

/** Browsers open six connections to a host; pages need some for everything else. */
export const streamLimit = 3

/** All in milliseconds. */
const times = { heartbeat: 2_000, expiry: 7_000, settle: 60 }

/** The name is that of all logs of this origin, since connections are counted by host. */
const channelName = 'nuclio-dashboard-log-streams'

/** Locks are for secure origins only, and many dashboards are not: so threads tell each other what they want, and all come to the same result. */
export function openStreamLease(
  clock: FeedClock,
  onChange: () => void,
  channel: LeaseChannel | undefined = browserChannel(),
): StreamLease {
  const own: Claim = { id: `${clock.now()}-${Math.random()}`, wants: 0, since: 0 }
  const others = new Map<string, Claim & { heardAt: number }>()
  let granted = 0
  let isSettled = !channel

  const update = () => {
    const now = clock.now()
    for (const [id, { heardAt }] of others) if (now - heardAt > times.expiry) others.delete(id)
    const before = granted
    granted = isSettled ? grantedTo(own, [...others.values()]) : 0
    if (granted !== before) onChange()
  }
  const tell = (isNew = false) => channel?.postMessage({ ...own, isNew } satisfies Claim)

  if (channel) {
    channel.addEventListener('message', ({ data }) => {
      const claim = data as Claim
      if (claim.wants > 0) others.set(claim.id, { ...claim, heardAt: clock.now() })
      else others.delete(claim.id)
      if (claim.isNew && own.wants > 0) tell()
      update()
    })
    tell(true)
  }
  const callOff = clock.after(times.settle, () => {
    isSettled = true
    update()
  })
  const stop = every(clock, times.heartbeat, () => {
    if (own.wants > 0) tell()
    update()
  })

  return {
    get granted() {
      return granted
    },
    want(count) {
      if (count === own.wants) return
      if (own.wants === 0) own.since = clock.now()
      own.wants = count
      tell()
      update()
    },
    close() {
      callOff()
      stop()
      own.wants = 0
      tell()
      channel?.close()
    },
  }
}

function grantedTo(own: Claim, others: readonly Claim[]): number {
  const isBefore = (other: Claim) =>
    other.since < own.since || (other.since === own.since && other.id < own.id)
  const taken = others.filter(isBefore).reduce((sum, { wants }) => sum + wants, 0)
  return Math.max(0, Math.min(own.wants, streamLimit - taken))
}

function browserChannel(): LeaseChannel | undefined {
  return typeof BroadcastChannel === 'function' ? new BroadcastChannel(channelName) : undefined
}

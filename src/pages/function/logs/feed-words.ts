import type { LogStatus, ReplicaStatus } from '@/domain/logs/log-status'

/** How live the view is, in a word, with its explanation. */
export interface LiveWords {
  tone: 'live' | 'busy' | 'bad' | 'off'
  word: string
  /** A sentence on how the lines come. */
  about: string
}

const about: Record<ReplicaStatus['state'], string> = {
  connecting: 'waiting for the first answer',
  following: 'each line as it is written',
  polling: 'asked every two seconds',
  waiting: 'the connection broke, tried again soon',
  'by-turns': 'asked by turns, since a browser keeps only a few streams open',
  gone: 'is no more; its lines stay here',
  refused: 'the server refuses',
  stopped: 'not asked while nobody looks',
}

/** What a replica does, for the list of them. */
export function replicaWords({ state, problem }: ReplicaStatus): string {
  return problem ? `${about[state]}: ${problem.message}` : about[state]
}

/** What the mark at the head of the log says. */
export function liveWords(status: LogStatus, isFollowing: boolean): LiveWords {
  const running = status.replicas.filter(({ state }) => state !== 'gone')
  const has = (state: ReplicaStatus['state']) => running.some((replica) => replica.state === state)
  if (status.isLoading && status.lines === 0)
    return { tone: 'busy', word: 'loading', about: 'Waiting for the first lines.' }
  if (running.length === 0) return { tone: 'off', word: 'ended', about: 'No replica writes any more.' }
  if (running.every(({ state }) => state === 'refused'))
    return { tone: 'bad', word: 'refused', about: 'The server does not give this log.' }
  if (has('waiting'))
    return {
      tone: 'busy',
      word: 'reconnecting',
      about: 'The connection broke. What is missed meanwhile is asked for afterwards.',
    }
  if (!isFollowing) return { tone: 'off', word: 'paused', about: 'New lines come, but the view stays.' }
  if (has('following') && has('by-turns'))
    return {
      tone: 'live',
      word: 'live',
      about: 'Three replicas are followed, the others asked by turns: their lines come a few seconds later.',
    }
  if (has('following')) return { tone: 'live', word: 'live', about: 'Each line shows as it is written.' }
  return {
    tone: 'live',
    word: 'live',
    about: 'The log is asked for every two seconds, because what lies in between holds streams back.',
  }
}

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import type { Duplex, Readable } from 'node:stream'

/** How a process ended. */
export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
}

/** A process, and everything it starts, that cannot outlive this server. */
export interface GuardedProcess {
  /** The leader of the process group, which is the guardian, not the command itself. */
  readonly groupId: number
  /** What the command wrote to stdout and stderr, in the order in which it was written. */
  readonly output: Readable
  /** The command's descriptors 3 and 4; present when they were asked for. */
  readonly channels?: { toProcess: Duplex; fromProcess: Duplex }
  /** Settles when the command has ended and its group is gone. */
  readonly exited: Promise<Exit>
  kill(): Promise<void>
}

export interface GuardedProcessOptions {
  command: string
  args: string[]
  directory: string
  env: Record<string, string>
  /** Opens descriptors 3 (towards the command) and 4 (from it). */
  channels?: boolean
}

/**
 * Runs the command with its output merged into one pipe, and then blocks on descriptor 0, which only the server holds open.
 * Its end, for whatever reason, ends the whole group, even one that is busy. Descriptor 5 gets the command's exit status.
 * The pipe in between is a real one, where Node would give the command sockets, which `/dev/stderr` cannot open.
 */
const guardian = `
exec 6<&0 </dev/null
{ { "$@" 2>&1 5>&- 6<&-; echo "$?" >&5; } 2>/dev/null | cat 3<&- 4>&- 5>&- 6<&-; } &
exec 1>/dev/null 2>/dev/null 3<&- 4>&- 5>&-
while read -r _ <&6; do :; done
kill -9 0
`

/** How long output may still come from what a command left running, after the command itself has ended. */
const lingerMilliseconds = 250

const groups = new Set<number>()

process.on('exit', () => {
  for (const group of groups) killGroup(group)
})

/** The process groups that this server runs now. */
export function liveGroups(): ReadonlySet<number> {
  return groups
}

/** Starts a command under a guardian in a process group of its own. Rejects when not even the guardian starts. */
export async function spawnGuarded(options: GuardedProcessOptions): Promise<GuardedProcess> {
  const extra = options.channels ? 'pipe' : 'ignore'
  const child = spawn('/bin/sh', ['-c', guardian, 'guardian', options.command, ...options.args], {
    cwd: options.directory,
    env: options.env,
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore', extra, extra, 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', reject)
  })
  const group = child.pid
  if (group === undefined) throw new Error('The process has no id')
  groups.add(group)

  // All are sockets, which Node's types know only for the first five, and not that they go both ways.
  const [lifeline, output, , toProcess, fromProcess, status] = child.stdio as unknown as Duplex[]
  if (!lifeline || !output || !status) throw new Error('The process has no pipes')
  // A pipe whose other side died reports it as an error; the exit says the same.
  for (const stream of child.stdio) stream?.on('error', () => undefined)

  let reported = ''
  const commandEnded = new Promise<void>((resolve) => {
    // Some shells hold it open for longer than the command runs, and none reports when it was killed itself.
    status.setEncoding('utf8').on('data', (text: string) => {
      reported += text
      if (reported.endsWith('\n')) resolve()
    })
    status.once('close', resolve)
  })
  const guardianGone = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const commandGone = commandEnded.then(() => linger(output))

  const exited = Promise.race([guardianGone, commandGone]).then(async () => {
    killGroup(group)
    const guardianExit = await guardianGone
    groups.delete(group)
    lifeline.destroy()
    return exitFrom(reported) ?? guardianExit
  })

  const channels = toProcess && fromProcess ? { toProcess, fromProcess } : undefined
  return {
    groupId: group,
    output,
    channels,
    exited,
    async kill() {
      killGroup(group)
      await exited
    },
  }
}

function killGroup(group: number) {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}

function ended(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.readableEnded || stream.destroyed) return resolve()
    stream.once('close', resolve)
    stream.once('end', resolve)
  })
}

async function linger(output: Readable) {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, lingerMilliseconds)))
  await Promise.race([ended(output), limit])
  clearTimeout(timer)
}

/** A shell reports a signal as 128 and its number. */
function exitFrom(reported: string): Exit | undefined {
  if (!/^\d+\n$/.test(reported)) return undefined
  const status = Number(reported)
  const signal = Object.entries(constants.signals).find(([, number]) => number === status - 128)?.[0]
  return signal === undefined
    ? { code: status, signal: null }
    : { code: null, signal: signal as NodeJS.Signals }
}

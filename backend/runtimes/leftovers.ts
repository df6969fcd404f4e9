import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'

import { instanceVariable } from './environment'
import { liveGroups } from './guarded-process'

/** Ends the processes of an instance that this server did not start itself; resolves with their number. */
export async function endLeftovers(instance: string): Promise<number> {
  const mark = `${instanceVariable}=${instance}`
  const marked = process.platform === 'linux' ? await markedOnLinux(mark) : await markedElsewhere(mark)
  let number = 0
  for (const { pid, group } of marked) {
    if (pid === process.pid || liveGroups().has(group)) continue
    try {
      process.kill(pid, 'SIGKILL')
      number += 1
    } catch {
      // It has just ended.
    }
  }
  return number
}

interface Marked {
  pid: number
  group: number
}

async function markedOnLinux(mark: string): Promise<Marked[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(
    pids.map(async (pid) => {
      try {
        const environment = await readFile(`/proc/${pid}/environ`, 'latin1')
        if (!environment.split('\0').includes(mark)) return []
        const status = await readFile(`/proc/${pid}/stat`, 'latin1')
        // The name before it, in brackets, may hold anything: state, parent and group follow its last bracket.
        const group = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[2])
        return [{ pid: Number(pid), group }]
      } catch {
        // It has ended, or belongs to somebody else.
        return []
      }
    }),
  )
  return found.flat()
}

/** `ps` can add the environment to the command, for the caller's own processes. */
function markedElsewhere(mark: string): Promise<Marked[]> {
  return new Promise((resolve) => {
    const options = { maxBuffer: 1 << 28 }
    const withEnvironment = process.platform === 'darwin' ? '-axEww' : '-axeww'
    execFile('ps', [withEnvironment, '-o', 'pid=,pgid=,command='], options, (_error, stdout) => {
      const lines = stdout.split('\n').filter((line) => ` ${line} `.includes(` ${mark} `))
      const rows = lines.map((line) => line.trim().split(/\s+/))
      resolve(rows.map(([pid, group]) => ({ pid: Number(pid), group: Number(group) })))
    })
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The application as a person starts it: the built server in a process of its own, with a data folder of its own. */
export class DashboardServer {
  readonly url: string
  readonly dataDirectory: string
  readonly #child: ChildProcess | undefined
  readonly #ended: Promise<void>

  private constructor(child: ChildProcess | undefined, url: string, dataDirectory: string) {
    this.#child = child
    this.url = url
    this.dataDirectory = dataDirectory
    this.#ended = new Promise((resolve) => (child ? child.once('exit', () => resolve()) : resolve()))
  }

  /** A server that somebody else started and will stop. */
  static running(url: string): DashboardServer {
    return new DashboardServer(undefined, url, '')
  }

  /**
   * Starts the server and resolves when it says `ready on <url>`; rejects with its output when it ends before.
   * @param env on top of the tests' own settings
   * @param dataDirectory of an earlier server, to start again on its data
   */
  static async start(env: Record<string, string> = {}, dataDirectory?: string): Promise<DashboardServer> {
    const directory = dataDirectory ?? (await mkdtemp(join(tmpdir(), 'nuclio-dashboard-e2e-')))
    const child = spawn(process.execPath, [join(root, 'build', 'server.js')], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: '0', GATEWAY_PORT: '0', DATA_DIR: directory, TEST_CONTROLS: '1', ...env },
    })
    let output = ''
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output += chunk.toString()
        const ready = /^ready on (\S+)$/m.exec(output)
        if (ready?.[1]) resolve(ready[1].replace(/\/$/, ''))
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${output}`)))
    })
    return new DashboardServer(child, url, directory)
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('the server has no process')
    return this.#child.pid
  }

  /** Ends the process without a chance to clean up, as a crash would. */
  async crash(): Promise<void> {
    this.#child?.kill('SIGKILL')
    await this.#ended
  }

  /** Ends the process the way Ctrl-C does; the data stays. */
  async stop(): Promise<void> {
    this.#child?.kill('SIGTERM')
    await this.#ended
  }

  /** Stops and removes the data. */
  async dispose(): Promise<void> {
    await this.stop()
    await rm(this.dataDirectory, { recursive: true, force: true, maxRetries: 5 })
  }
}

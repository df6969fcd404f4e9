import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A web server with Debian's defaults for proxies in front of another server, as a Nuclio dashboard has one. */
export class Nginx {
  readonly url: string
  readonly #child: ChildProcess
  readonly #directory: string

  private constructor(child: ChildProcess, url: string, directory: string) {
    this.#child = child
    this.url = url
    this.#directory = directory
  }

  /**
   * Starts it and resolves when it answers.
   * @param settings lines of the `location` on top of the defaults
   */
  static async start(target: string, settings: readonly string[] = []): Promise<Nginx> {
    const directory = await mkdtemp(join(tmpdir(), 'nuclio-dashboard-nginx-'))
    const port = await freePort()
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `  ${kind}_temp_path ${directory}/${kind};`,
    )
    const config = [
      'daemon off;',
      `pid ${directory}/pid;`,
      `error_log ${directory}/error.log;`,
      'events {}',
      'http {',
      '  access_log off;',
      ...temporary,
      '  server {',
      `    listen 127.0.0.1:${port};`,
      '    location / {',
      `      proxy_pass ${target};`,
      ...settings.map((line) => `      ${line}`),
      '    }',
      '  }',
      '}',
    ]
    const file = join(directory, 'nginx.conf')
    await writeFile(file, config.join('\n'))
    const path = process.env['NGINX_PATH'] ?? '/usr/sbin/nginx'
    const child = spawn(path, ['-p', directory, '-c', file, '-e', join(directory, 'error.log')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const url = `http://127.0.0.1:${port}`
    for (;;) {
      if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`)
      if (
        await fetch(`${url}/server.json`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break
    }
    return new Nginx(child, url, directory)
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await ended
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 5 })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

// A log that is written as fast as asked for: several replicas, each line numbered, the same every time.
import http from 'node:http'

const lineLength = 130
const stampLength = 22

/**
 * A server in front of another one: it answers `/replicas` and `/logs/<replica>` of one function by itself, and hands on the rest.
 * Lines of a replica are numbered from 0; those that are there at the start have times a millisecond apart.
 * @param {{ target: string, name: string, replicas: number, lines?: number }} options `lines` of each replica at the start
 */
export async function startLogFront({ target, name, replicas, lines = 0 }) {
  const logs = Array.from({ length: replicas }, (_, i) => new GeneratedLog(`${name}-${'abc'[i] ?? i}`, lines))
  const base = `/api/functions/${name}`
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, 'http://front')
    if (url.pathname === `${base}/replicas`) {
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify({ names: logs.map((log) => log.name) }))
    }
    const log = logs.find((each) => url.pathname === `${base}/logs/${each.name}`)
    if (log) return answerLog(log, url.searchParams, response)
    return handOn(target, request, response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Writes at so many lines a second, all replicas together, until it is stopped; resolves to how many it wrote in all. */
    async write(perSecond, seconds) {
      const every = 20
      const began = Date.now()
      let written = 0
      while (Date.now() - began < seconds * 1000) {
        const due = Math.floor(((Date.now() - began) / 1000) * perSecond)
        for (const log of logs) log.write(Math.floor((due - written) / logs.length))
        written += Math.floor((due - written) / logs.length) * logs.length
        await new Promise((resolve) => setTimeout(resolve, every))
      }
      return written
    },
    /** Writes so many lines at once, all replicas together. */
    burst: (count) => logs.forEach((log) => log.write(Math.floor(count / logs.length))),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

class GeneratedLog {
  constructor(name, count) {
    this.name = name
    this.letter = name.at(-1)
    /** Times of runs of lines: `[first line, milliseconds]`, by which `since` finds its place. */
    this.runs = []
    this.count = 0
    this.followers = new Set()
    const now = Date.now()
    for (let at = 0; at < count; at += 1000) this.#add(Math.min(1000, count - at), now - (count - at))
  }

  write(count) {
    if (count <= 0) return
    const from = this.count
    this.#add(count, Date.now())
    const bytes = this.bytes(from, this.count)
    for (const follower of this.followers) follower.write(bytes)
  }

  #add(count, time) {
    this.runs.push([this.count, time])
    this.count += count
  }

  since(milliseconds) {
    const from = Date.now() - milliseconds
    return this.runs.find(([, time]) => time >= from)?.[0] ?? this.count
  }

  bytes(from, to) {
    const all = Buffer.alloc((to - from) * lineLength)
    let run = this.runs.findLastIndex(([first]) => first <= from)
    let stamp = ''
    for (let line = from; line < to; line += 1) {
      if (line === from || line === this.runs[run + 1]?.[0]) {
        if (line !== from) run += 1
        stamp = stampOf(this.runs[run]?.[1] ?? 0)
      }
      const level = line % 50 === 0 ? '31m(E)' : line % 10 === 0 ? '33m(W)' : '34m(I)'
      const head = `${stamp} \x1b[${level}\x1b[0m \x1b[37m           processor.http\x1b[0m line ${line} of ${this.letter} `
      const fields = `{"worker_id": "${line % 4}", "row": ${line}}\n`
      const text = head.padEnd(lineLength - fields.length, 'x') + fields
      if (text.length !== lineLength) throw new Error(`line ${line} has ${text.length} bytes`)
      all.write(text, (line - from) * lineLength, 'latin1')
    }
    return all
  }
}

/** As Nuclio writes times: `26.11.23 18:26:05.470`. */
function stampOf(time) {
  return new Date(time)
    .toISOString()
    .slice(2, stampLength + 1)
    .replaceAll('-', '.')
    .replace('T', ' ')
}

function answerLog(log, search, response) {
  const since = /^([\d.]+)s$/.exec(search.get('since') ?? '')?.[1]
  const tail = Number(search.get('tailLines'))
  const from = Math.max(
    0,
    since === undefined ? 0 : log.since(Number(since) * 1000),
    tail > 1 ? log.count - tail : 0,
  )
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
  response.flushHeaders()
  // In pieces, as a file is read.
  const piece = 2_000
  let at = from
  const next = () => {
    while (at < log.count) {
      const to = Math.min(at + piece, log.count)
      const more = response.write(log.bytes(at, to))
      at = to
      if (!more) return response.once('drain', next)
    }
    if (search.get('follow') === 'false') return response.end()
    log.followers.add(response)
    response.once('close', () => log.followers.delete(response))
  }
  next()
}

function handOn(target, request, response) {
  const { hostname, port } = new URL(target)
  const headers = { ...request.headers, host: `${hostname}:${port}` }
  if (headers.origin) headers.origin = target
  const onward = http.request(
    { hostname, port, path: request.url, method: request.method, headers },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    },
  )
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { startServer, type RunningServer } from './server'
import type { Fetch } from './app'

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

export interface LiveServer extends RunningServer {
  /** A request that no browser rule and no `fetch` rule touches: any Host, any method, a body on GET. */
  send: (
    method: string,
    path: string,
    headers?: Record<string, string | string[]>,
    body?: string | Buffer,
  ) => Promise<RawAnswer>
}

/** Serves an app on a free port, for tests that need a real connection. */
export async function liveServer(fetch: Fetch): Promise<LiveServer> {
  const server = await startServer(fetch, { host: '127.0.0.1', port: 0 })
  return {
    ...server,
    close: () => server.close(0),
    send: (method, path, headers = {}, body = '') =>
      new Promise((resolve, reject) => {
        const length = body.length > 0 ? { 'content-length': String(Buffer.byteLength(body)) } : {}
        const request = httpRequest({
          host: '127.0.0.1',
          port: server.port,
          method,
          path,
          headers: { ...length, ...headers },
          agent: false,
        })
        request.once('error', reject)
        request.once('response', (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('error', reject)
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          )
        })
        request.end(body)
      }),
  }
}

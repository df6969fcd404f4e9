import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Fetch } from './app'

export interface ListenOptions {
  host: string
  /** 0 picks a free one. */
  port: number
  /** Try the following ports when this one is taken, except those in `skip`. */
  nextWhenTaken?: boolean
  skip?: number[]
}

export interface RunningServer {
  /** Where a browser on this machine reaches it. */
  url: string
  port: number
  /** Takes no more requests, gives those under way `grace` milliseconds, then cuts them. */
  close(grace?: number): Promise<void>
}

const portsTried = 100

/** Listens and serves `fetch`. Rejects with Node's own error when the port cannot be had. */
export async function startServer(fetch: Fetch, options: ListenOptions): Promise<RunningServer> {
  const listener = getRequestListener((request, bindings) => fetch(request, bindings as Parameters<Fetch>[1]))
  const server = createServer(
    { keepAliveTimeout: 65_000 },
    (incoming, outgoing) => void listener(incoming, outgoing),
  )
  // A followed log or a slow upload may take longer than Node's five minutes.
  server.requestTimeout = 0
  await listenOnFreePort(server, options)
  const { port } = server.address() as AddressInfo
  const everywhere = options.host === '0.0.0.0' || options.host === '::'
  const name = everywhere ? '127.0.0.1' : options.host.includes(':') ? `[${options.host}]` : options.host
  return { url: `http://${name}:${port}`, port, close: (grace = 2000) => close(server, grace) }
}

async function listenOnFreePort(server: Server, options: ListenOptions): Promise<void> {
  let { port } = options
  for (let left = options.nextWhenTaken ? portsTried : 1; left > 0; port += 1) {
    if (port !== options.port && options.skip?.includes(port)) continue
    left -= 1
    try {
      return await listen(server, options.host, port)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || left === 0) throw error
    }
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error)
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { closeServer, listenOnFreePort, type ListenOptions } from '../listen'
import type { Fetch } from './app'

export interface RunningServer {
  /** Where a browser on this machine reaches it. */
  url: string
  port: number
  /** Takes no more requests, gives those under way `grace` milliseconds, then cuts them. */
  close(grace?: number): Promise<void>
}

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
  return { url: `http://${name}:${port}`, port, close: (grace = 2000) => closeServer(server, grace) }
}

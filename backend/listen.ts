import type { Server } from 'node:http'

export interface ListenOptions {
  host: string
  /** 0 picks a free one. */
  port: number
  /** Try the following ports when this one is taken. */
  nextWhenTaken?: boolean
  /** Ports to leave to others when there is a choice. */
  skip?: number[]
}

const portsTried = 100

/** Lets a server listen. Rejects with Node's own error when no port can be had. */
export async function listenOnFreePort(server: Server, options: ListenOptions): Promise<void> {
  let { port } = options
  for (let left = options.nextWhenTaken ? portsTried : 1; left > 0; port += 1) {
    if (options.nextWhenTaken && options.skip?.includes(port)) continue
    left -= 1
    try {
      return await listen(server, options.host, port)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || left === 0) throw error
    }
  }
}

/** Lets a server listen on this port and no other. Rejects with Node's own error. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error)
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      resolve()
    })
  })
}

/** Refuses new connections, gives requests under way `grace` milliseconds, then cuts them. */
export function closeServer(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
    if (grace === 0) server.closeAllConnections()
  })
}

import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { startServer } from './server'

const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function taken(port = 0): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  open.push(server)
  return (server.address() as AddressInfo).port
}

const answer = () => new Response('here')

it('takes the next free port when the usual one is taken, and none that is kept for others', async () => {
  const port = await taken()
  const server = await startServer(answer, { host: '127.0.0.1', port, nextWhenTaken: true, skip: [port + 1] })
  open.push(server)
  expect(server.port).toBeGreaterThan(port + 1)
  expect(await (await fetch(server.url)).text()).toBe('here')
})

it('fails when a chosen port is taken', async () => {
  const port = await taken()
  await expect(startServer(answer, { host: '127.0.0.1', port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

it('closes over a stream that never ends', async () => {
  const server = await startServer(() => new Response(new ReadableStream()), { host: '127.0.0.1', port: 0 })
  const answered = await fetch(server.url)
  const read = answered.body?.getReader().read()
  const broken = expect(read).rejects.toThrow()
  await server.close(0)
  await broken
})

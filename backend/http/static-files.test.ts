import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { liveServer, type LiveServer } from './live-server'
import { standInApp } from './stand-in-platform'

let directory: string
let server: LiveServer
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dashboard-static-'))
  await mkdir(join(directory, 'dist', 'assets'), { recursive: true })
  await writeFile(join(directory, 'secret.txt'), 'secret')
  await writeFile(join(directory, 'dist', 'index.html'), '<!doctype html><title>app</title>')
  await writeFile(join(directory, 'dist', 'assets', 'main-1a2b.js'), 'export const x = 1\n'.repeat(100))
  await writeFile(join(directory, 'dist', 'favicon.png'), Buffer.from([1, 2, 3]))
  server = await liveServer(standInApp({ staticDirectory: join(directory, 'dist') }).fetch)
})
afterAll(async () => {
  await server.close()
  await rm(directory, { recursive: true })
})

it.each(['/', '/projects', '/projects/a.b/functions/c/code', '/index.html'])(
  '%s is the application',
  async (path) => {
    const { status, headers, body } = await server.send('GET', path)
    expect([status, body.toString()]).toEqual([200, '<!doctype html><title>app</title>'])
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    const policy = headers['content-security-policy'] as string
    expect(policy).toMatch(/default-src 'self'; script-src 'self';/)
    expect(policy).not.toMatch(/unsafe-eval|http|\*/)
  },
)

it('keeps hashed files for good and compresses text', async () => {
  const plain = await server.send('GET', '/assets/main-1a2b.js')
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'Accept-Encoding',
  })
  const zipped = await server.send('GET', '/assets/main-1a2b.js', { 'accept-encoding': 'br, gzip' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(zipped.body.length).toBeLessThan(plain.body.length / 5)
  expect(gunzipSync(zipped.body)).toEqual(plain.body)
  const refused = await server.send('GET', '/assets/main-1a2b.js', { 'accept-encoding': 'gzip;q=0' })
  expect(refused.headers).not.toHaveProperty('content-encoding')
  const picture = await server.send('GET', '/favicon.png', { 'accept-encoding': 'gzip' })
  expect([picture.headers['content-type'], picture.headers['content-encoding']]).toEqual([
    'image/png',
    undefined,
  ])
})

it('answers 304 to what is known, and HEAD without a body', async () => {
  const { headers } = await server.send('GET', '/')
  const known = await server.send('GET', '/', { 'if-none-match': headers.etag ?? '' })
  expect([known.status, known.body.length]).toEqual([304, 0])
  const head = await server.send('HEAD', '/')
  expect([head.status, head.body.length]).toEqual([200, 0])
})

it.each(['/assets/main-old.js', '/missing.js', '/assets/', '/robots.txt'])('%s is no page', async (path) => {
  const { status, headers } = await server.send('GET', path)
  expect(status).toBe(404)
  expect(headers['content-type']).toContain('text/plain')
})

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%00',
  '/%E0%A4%A',
])('%s shows nothing outside the folder', async (path) => {
  const { body } = await server.send('GET', path)
  expect(body.toString()).not.toContain('secret')
})

it('takes no writes on pages', async () => {
  expect((await server.send('POST', '/projects')).status).toBe(405)
})

it('says so when the pages are not built', async () => {
  const { request } = standInApp({ staticDirectory: join(directory, 'nowhere') })
  const answer = await request('/projects')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toMatch(/npm run build/)
})

import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { pageHeaders } from './guards/security-headers'
import type { HttpEnv } from './request-body'

const gzipped = promisify(gzip)

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}
const compressible = /^(?:text\/|application\/(?:json|wasm|manifest)|image\/svg|font\/ttf)/

const notBuilt = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Nuclio dashboard</title></head>
<body><h1>The pages are not built yet</h1>
<p>The server runs, but the folder with its pages is missing. Run <code>npm run build</code>, or <code>npm start</code>,
which builds what is missing, and load this page again.</p></body>
</html>
`

/**
 * Serves the built application: its files as they are, `index.html` for every other path, so that each page can be
 * reloaded. Files below `assets/` carry a hash of their content in the name and are kept by browsers for good.
 */
export function registerStaticFiles(app: Hono<HttpEnv>, directory: string): void {
  const files = new FileCache(directory)
  app.get('*', async (c) => {
    const file =
      (await files.find(c.req.path)) ?? (namesFile(c.req.path) ? undefined : await files.find('/index.html'))
    if (file) return serve(c, file)
    if (namesFile(c.req.path)) return page(404, 'There is no such file\n', 'text/plain; charset=utf-8')
    return page(503, notBuilt, 'text/html; charset=utf-8')
  })
  app.all('*', () => new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } }))
}

/** Pages of the application have no dot in their first segment; such a path means a file, there or not. */
function namesFile(path: string): boolean {
  return path.startsWith('/assets/') || /^\/[^/]*\.[^/]+$/.test(path)
}

function page(status: number, text: string, type: string): Response {
  return new Response(text, {
    status,
    headers: { ...pageHeaders, 'content-type': type, 'cache-control': 'no-store' },
  })
}

interface StaticFile {
  path: string
  type: string
  etag: string
  content(encoding: 'gzip' | 'identity'): Promise<Uint8Array<ArrayBuffer>>
}

async function serve(c: Context<HttpEnv>, file: StaticFile): Promise<Response> {
  const headers: Record<string, string> = {
    ...pageHeaders,
    'content-type': file.type,
    'cache-control': file.path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'Accept-Encoding',
  }
  if (c.req.header('if-none-match')?.includes(file.etag)) return new Response(null, { status: 304, headers })
  const zip =
    compressible.test(file.type) &&
    /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(c.req.header('accept-encoding') ?? '')
  if (zip) headers['content-encoding'] = 'gzip'
  return new Response(await file.content(zip ? 'gzip' : 'identity'), { headers })
}

class FileCache {
  readonly #directory: string
  readonly #compressed = new Map<string, { etag: string; bytes: Promise<Uint8Array<ArrayBuffer>> }>()

  constructor(directory: string) {
    this.#directory = directory
  }

  /** The file behind a URL path, undefined when there is none or the path leaves the folder. */
  async find(urlPath: string): Promise<StaticFile | undefined> {
    const path = decoded(urlPath)
    if (path === undefined) return undefined
    const file = join(this.#directory, normalize(path))
    if (!file.startsWith(this.#directory + sep)) return undefined
    const stats = await stat(file).catch(() => undefined)
    if (!stats?.isFile()) return undefined
    const etag = `W/"${stats.size.toString(36)}-${Math.floor(stats.mtimeMs).toString(36)}"`
    return {
      path,
      type: contentTypes[extname(file)] ?? 'application/octet-stream',
      etag,
      content: (encoding) => (encoding === 'gzip' ? this.#gzip(file, etag) : readFile(file)),
    }
  }

  async #gzip(file: string, etag: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#compressed.get(file)
    if (known?.etag === etag) return known.bytes
    const bytes = readFile(`${file}.gz`).catch(async () => gzipped(await readFile(file)))
    this.#compressed.set(file, { etag, bytes })
    bytes.catch(() => this.#compressed.delete(file))
    return bytes
  }
}

function decoded(path: string): string | undefined {
  try {
    const text = decodeURIComponent(path)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

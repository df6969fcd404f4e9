import { contentTypes } from '@/domain/console/to-send'

/** Headers that people send to functions, to choose from. */
export const headerNames: readonly string[] = [
  'Accept',
  'Accept-Language',
  'Authorization',
  'Cache-Control',
  'Content-Encoding',
  'Content-Language',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Unmodified-Since',
  'Prefer',
  'Range',
  'traceparent',
  'X-API-Key',
  'X-Correlation-ID',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-Request-ID',
]

const mediaTypes = [
  contentTypes.json,
  contentTypes.text,
  contentTypes.form,
  'application/octet-stream',
  'application/x-ndjson',
  'application/xml',
  'application/yaml',
  'image/jpeg',
  'image/png',
  'text/csv',
  'text/html',
]

/** Media types to choose from, for a body or a file. */
export const bodyTypes: readonly string[] = mediaTypes

const values: Record<string, readonly string[]> = {
  accept: ['*/*', ...mediaTypes],
  authorization: ['Bearer ', 'Basic '],
  'cache-control': ['no-cache', 'no-store', 'max-age=0'],
  'content-encoding': ['gzip', 'br', 'deflate'],
  'content-type': mediaTypes,
  'if-none-match': ['*'],
  'if-match': ['*'],
  prefer: ['return=minimal', 'return=representation', 'respond-async'],
  range: ['bytes=0-1023'],
  'x-forwarded-proto': ['https', 'http'],
}

/** Usual values of a header. */
export const headerValues = (name: string): readonly string[] => values[name.trim().toLowerCase()] ?? []

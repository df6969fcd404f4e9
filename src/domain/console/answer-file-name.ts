import { headerParts } from '@/lib/media-type'

const usual: Record<string, string> = {
  'text/plain': 'txt',
  'text/javascript': 'js',
  'application/javascript': 'js',
  'text/markdown': 'md',
  'text/x-python': 'py',
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/x-icon': 'ico',
  'audio/mpeg': 'mp3',
  'video/quicktime': 'mov',
  'application/gzip': 'gz',
  'application/x-ndjson': 'ndjson',
  'application/octet-stream': 'bin',
  'application/x-www-form-urlencoded': 'txt',
}

/**
 * A file name for an answer's body: the one its `Content-Disposition` gives (RFC 6266, `filename*` first), without folders and what
 * file systems refuse; otherwise the function's name and an ending for the media type.
 * @param type of the body as it is shown, such as `image/png`; empty when nothing is known
 */
export function answerFileName(functionName: string, contentDisposition: string, type: string): string {
  const { parameters } = headerParts(contentDisposition)
  const given = safe(extended(parameters.get('filename*')) ?? parameters.get('filename') ?? '')
  return given === '' ? `${functionName}.${endingFor(type.toLowerCase())}` : given
}

function endingFor(type: string): string {
  if (Object.hasOwn(usual, type)) return usual[type] ?? 'bin'
  if (/[/+]json$/.test(type)) return 'json'
  if (/[/+]xml$/.test(type)) return 'xml'
  return /^[a-z]+\/(?:x-)?([a-z0-9]{1,10})$/.exec(type)?.[1] ?? 'bin'
}

/** `UTF-8''caf%C3%A9.txt` */
function extended(value: string | undefined): string | undefined {
  const encoded = value === undefined ? undefined : /^utf-8'[^']*'(.+)$/i.exec(value)?.[1]
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function safe(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // Control characters and those that turn the direction of writing hide what a file really is.
  const kept = last
    .replace(/[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[<>:"|?*]/g, '_')
  return kept.replace(/^[.\s]+|[.\s]+$/g, '').slice(-150)
}

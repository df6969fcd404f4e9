/** A longer line is no error text. */
export const faultLimit = 16_384

/**
 * Lines with which servers end a log that they cannot read on, from their beginning. The first are those of the kubelet and its container
 * runtimes, then those of the API server and of Docker.
 */
const wholeLines = [
  /^unable to retrieve container logs for \S+$/i,
  /^failed to try resolving symlinks in path "/,
  /^failed to (?:open|read|reset seek in|seek -?\d+ in|tail -?\d+ lines of) log file "/,
  /^failed to (?:get parse function|create fsnotify watcher): /,
  /^failed to watch directory "/,
  /^(?:failed to get parse function: )?(?:unexpected stream type|unsupported log format):? "/,
  /^rpc error: code = \w+ desc = /,
  /^Error from server(?: \(\w+\))?: /,
  /^(?:previous terminated )?container "[^"]+" in pod "[^"]+" (?:is|not) /,
  /^Get "https?:\/\/[^"]+\/containerLogs\/[^"]+": /,
  /^(?:Error response from daemon|error from daemon in stream|Error grabbing logs): /,
]

/**
 * What Nuclio's server writes straight after the last byte of a stream that broke: the words of Go for it, in the middle of a line where that
 * is where it broke.
 */
const endings = [
  /unexpected EOF$/,
  /context (?:canceled|cancelled|deadline exceeded)$/,
  /http2: (?:response body closed|client connection lost|client connection force closed[^\n]*|server sent GOAWAY and closed the connection[^\n]*)$/,
  /(?:http2: )?stream error: stream ID \d+; [A-Z_]+(?:; [\w ]+)?$/,
  /http: (?:read on closed response body|unexpected EOF reading trailer|request body too large)$/,
  /net\/http: (?:request canceled|timeout awaiting|TLS handshake)[^\n]*$/,
  /read (?:tcp|unix) \S+: (?:read: )?(?:connection reset by peer|i\/o timeout|use of closed network connection|connection timed out)$/,
  /read \|0: file already closed$/,
  /(?:malformed chunked encoding|invalid byte in chunk length)$/,
]

/**
 * Where in the last line of an answer, an error text of a server begins that came in the place of lines; -1 when it has none. A function may well
 * write the same: whether the log has it too is for the caller to find out.
 */
export function faultIn(line: Uint8Array): number {
  if (line.length === 0 || line.length > faultLimit) return -1
  // A character a byte, so that places are those of bytes.
  const text = latin.decode(line).replace(/\r?\n$/, '')
  if (wholeLines.some((shape) => shape.test(text)) || isErrorBody(text)) return 0
  for (const shape of endings) {
    const at = text.search(shape)
    if (at >= 0) return at
  }
  return -1
}

/** Whether a whole line reads like such a text: cheap where it does not, for the last line of every piece of a log that comes. */
export function isFaultLine(line: Uint8Array): boolean {
  return line.length <= faultLimit && beginnings.has(line[0] ?? 0) && faultIn(line) === 0
}

const latin = new TextDecoder('latin1')

/** Those of whole lines above. */
const beginnings = new Set([...'uUfrEepcGF{'].map((character) => character.charCodeAt(0)))

/** The JSON of Nuclio's errors, and of Kubernetes' (`kind: Status`). */
function isErrorBody(text: string): boolean {
  if (!text.startsWith('{"')) return false
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    if (value['kind'] === 'Status' && value['status'] === 'Failure') return 'message' in value
    const keys = Object.keys(value)
    return keys.includes('error') && keys.every((key) => key === 'error' || key === 'errorStackTrace')
  } catch {
    return false
  }
}

import { basename } from 'node:path'
import { PlatformError } from '../errors'

const frameCount = 5
const pathInText = /(?:\/[\w.@-]+){2,}/g

/** Body of every error that the server itself answers, as the API documents it. */
interface ErrorBody {
  error: string
  errorStackTrace: string
}

/** A JSON error answer. `trace` holds one line per cause, outermost first. */
export function errorResponse(status: number, error: string, trace: string[] = [error]): Response {
  const body: ErrorBody = {
    error,
    errorStackTrace: `\nError - ${error}\n\nCall stack:\n${trace.join('\n')}\n`,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
}

/** A refusal (`PlatformError`) with its own status, anything else as a 500 that names no folder of this machine. */
export function responseForError(error: unknown): Response {
  if (error instanceof PlatformError) return errorResponse(error.status, error.message, causes(error))
  const message = withoutPaths(error instanceof Error ? error.message : String(error))
  return errorResponse(500, `The dashboard server failed: ${message || 'unknown fault'}`, frames(error))
}

function causes(error: Error): string[] {
  const lines = [error.message]
  let cause = error.cause
  while (cause instanceof Error && lines.length < 10) {
    lines.push(withoutPaths(cause.message))
    cause = cause.cause
  }
  return lines
}

function frames(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return []
  return error.stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, frameCount)
    .map((line) => withoutPaths(line.trim().replace(/file:\/\//g, '')))
}

function withoutPaths(text: string): string {
  return text.replace(pathInText, (path) => basename(path))
}

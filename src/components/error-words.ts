import { ApiError } from '@/api/errors'

export interface ErrorWords {
  title: string
  /** What it means and what one can do, a sentence or two. */
  words: string
  /** What the server said, for a toggle; bounded. */
  detail?: string
}

const detailLimit = 8_000

const byKind: Partial<Record<ApiError['kind'], { title: string; words: string }>> = {
  network: {
    title: 'The server does not answer',
    words:
      'It may be stopped, or this machine cannot reach it. Start it or check the connection, then try again.',
  },
  'signed-out': {
    title: 'You are signed out',
    words:
      'The platform in front of this dashboard no longer knows you. Sign in there, in this browser, then try again; what you have typed stays here as long as this page is open.',
  },
  forbidden: {
    title: 'You are not allowed to do this',
    words:
      'The platform knows who you are and does not allow it. Ask whoever runs it for access to this project.',
  },
}

function bounded(text: string): string {
  return text.length > detailLimit ? `${text.slice(0, detailLimit)}\n…` : text
}

/** Puts anything that was thrown into words: what happened, what to do, and the server's own text as a detail. */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof ApiError) {
    const said = error.message.trim()
    const detail = bounded([said, error.detail?.trim()].filter(Boolean).join('\n\n'))
    const known = byKind[error.kind]
    if (known) return { ...known, detail: error.kind === 'network' ? undefined : detail || undefined }
    const title =
      error.kind === 'not-found'
        ? 'Not found'
        : error.kind === 'server'
          ? 'The server failed'
          : 'The server refused'
    return {
      title,
      words: bounded(said) || `It answered with status ${error.status} and no explanation.`,
      detail: error.detail ? bounded(error.detail.trim()) || undefined : undefined,
    }
  }
  if (
    error instanceof Error &&
    /dynamically imported module|module script failed|preload CSS/i.test(error.message)
  )
    return {
      title: 'A part of the dashboard did not load',
      words: 'The server may have been updated meanwhile. Reload the page.',
      detail: error.message,
    }
  const message = error instanceof Error ? error.message : String(error)
  return {
    title: 'This page failed',
    words:
      'The fault is in the dashboard itself. Reloading may help; the text below tells its developers what happened.',
    detail: bounded(error instanceof Error ? (error.stack ?? message) : message),
  }
}

/** The one line that matters, for a form or a notification. */
export function errorLine(error: unknown): string {
  const { title, words, detail } = errorWords(error)
  if (error instanceof ApiError) return byKind[error.kind] ? `${title}. ${words}` : words
  return error instanceof Error && error.message ? error.message : (detail ?? title)
}

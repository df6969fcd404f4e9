import { ApiError, type ApiErrorKind } from '@/api/errors'

export interface ErrorWords {
  title: string
  /** What it means and what one can do, a sentence or two. */
  words: string
  /** What the server said, for a toggle. */
  detail?: string
}

const byKind: Partial<Record<ApiErrorKind, { title: string; words: string }>> = {
  network: {
    title: 'The server does not answer',
    words:
      'It may be stopped, or this machine cannot reach it. Start it or check the connection, then try again.',
  },
  'signed-out': {
    title: 'You are signed out',
    words:
      'The platform in front of this dashboard no longer knows you. Sign in there, in this browser, then try again. Edits of a function are kept in this browser; what you have typed elsewhere stays as long as this page is open.',
  },
  forbidden: {
    title: 'You are not allowed to see or do this',
    words:
      'The platform knows who you are and does not allow it. Ask whoever runs it for access, then try again.',
  },
}

const titles: Partial<Record<ApiErrorKind, string>> = {
  'not-found': 'Not found',
  server: 'The server failed',
}

/** Puts anything that was thrown into words: what happened, what to do, and the server's own text as a detail. */
export function errorWords(error: unknown): ErrorWords {
  if (error instanceof ApiError) {
    const said = error.message || `It answered with status ${error.status} and no explanation`
    const known = byKind[error.kind]
    if (known) {
      const detail = [said, error.detail].filter(Boolean).join('\n\n')
      return error.kind === 'network' ? known : { ...known, detail }
    }
    return { title: titles[error.kind] ?? 'The server refused', words: said, detail: error.detail }
  }
  if (
    error instanceof Error &&
    /dynamically imported module|module script failed|preload CSS/i.test(error.message)
  )
    return {
      title: 'A part of the dashboard did not load',
      words: 'The server does not answer, or was updated meanwhile. Reload the page when it answers.',
      detail: error.message,
    }
  const message = error instanceof Error ? error.message : String(error)
  return {
    title: 'This page failed',
    words:
      'The fault is in the dashboard itself. Reloading may help; the text below tells its developers what happened.',
    detail: error instanceof Error ? (error.stack ?? message) : message,
  }
}

/** The one line that matters, for a form or a notification. */
export function errorLine(error: unknown): string {
  const { title, words, detail } = errorWords(error)
  if (error instanceof ApiError) return byKind[error.kind] ? `${title}. ${words}` : words
  return error instanceof Error && error.message ? error.message : (detail ?? title)
}

import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/errors'
import { errorLine, errorWords } from './error-words'

function apiError(kind: ApiError['kind'], status: number, message: string, detail?: string): ApiError {
  return Object.assign(Object.create(ApiError.prototype) as ApiError, { kind, status, message, detail })
}

describe('errorWords', () => {
  it('has own words for no server, signed out and forbidden', () => {
    expect(errorWords(apiError('network', 0, 'Failed to fetch')).title).toBe('The server does not answer')
    expect(errorWords(apiError('signed-out', 401, '')).title).toBe('You are signed out')
    expect(errorWords(apiError('forbidden', 403, 'Not allowed to read')).detail).toBe('Not allowed to read')
  })

  it('shows what the server said', () => {
    expect(errorWords(apiError('precondition', 412, 'Project contains functions', 'trace'))).toEqual({
      title: 'The server refused',
      words: 'Project contains functions',
      detail: 'trace',
    })
  })

  it('never shows an empty text', () => {
    expect(errorWords(apiError('not-found', 404, '')).words).toContain('404')
    expect(errorLine(apiError('server', 500, ''))).toContain('500')
  })

  it('bounds what it shows', () => {
    expect(errorWords(apiError('server', 500, 'x', 'y'.repeat(100_000))).detail?.length).toBeLessThan(9_000)
  })

  it('copes with anything thrown', () => {
    expect(errorLine(new Error('broken'))).toBe('broken')
    expect(errorWords('odd').detail).toBe('odd')
    expect(errorWords(new Error('Failed to fetch dynamically imported module: x')).words).toContain('Reload')
  })
})

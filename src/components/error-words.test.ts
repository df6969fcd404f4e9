import { describe, expect, it } from 'vitest'
import { ApiError } from '@/api/errors'
import { errorLine, errorWords } from './error-words'

describe('errorWords', () => {
  it('has own words for no server, signed out and forbidden', () => {
    expect(errorWords(new ApiError(0, 'Failed to fetch')).title).toBe('The server does not answer')
    expect(errorWords(new ApiError(401, '')).title).toBe('You are signed out')
    expect(errorWords(new ApiError(401, '')).words).toContain('Edits of a function are kept in this browser')
    expect(errorWords(new ApiError(403, 'Not allowed to read')).detail).toBe('Not allowed to read')
  })

  it('shows what the server said', () => {
    expect(errorWords(new ApiError(412, 'Project contains functions', { detail: 'trace' }))).toEqual({
      title: 'The server refused',
      words: 'Project contains functions',
      detail: 'trace',
    })
  })

  it('never shows an empty text', () => {
    expect(errorWords(new ApiError(404, '')).words).toContain('404')
    expect(errorLine(new ApiError(500, ''))).toContain('500')
  })

  it('copes with anything thrown', () => {
    expect(errorLine(new Error('broken'))).toBe('broken')
    expect(errorWords('odd').detail).toBe('odd')
    expect(errorWords(new Error('Failed to fetch dynamically imported module: x')).words).toContain('Reload')
  })
})

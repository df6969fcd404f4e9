import { describe, expect, it } from 'vitest'
import { chooseView, viewFor, viewsOf } from './body-views'

describe('views of a body', () => {
  it('begin with the best one, until another is chosen for the kind', () => {
    const json = { kind: 'json', isLines: false, isGuess: false } as const
    expect(viewFor(json)).toBe('tree')
    chooseView(json, 'text')
    expect(viewFor(json)).toBe('text')
    expect(viewFor({ kind: 'text' })).toBe('text')
    expect(viewFor({ kind: 'binary' })).toBe('hex')
  })

  it('show an SVG as the text that it is, too', () => {
    expect(viewsOf({ kind: 'image', type: 'image/svg+xml' })).toContain('text')
    expect(viewsOf({ kind: 'image', type: 'image/png' })).not.toContain('text')
  })
})

import { describe, expect, it } from 'vitest'
import { shouldRevalidate } from './should-revalidate'

const at = (path: string, params: Record<string, string> = {}) => ({
  url: new URL(path, 'http://localhost'),
  params,
})

const between = (from: ReturnType<typeof at>, to: ReturnType<typeof at>) =>
  shouldRevalidate({
    currentUrl: from.url,
    currentParams: from.params,
    nextUrl: to.url,
    nextParams: to.params,
  })

describe('shouldRevalidate', () => {
  const code = at('/projects/p/functions/f/code', { project: 'p', function: 'f' })

  it('reads again for another function, project or namespace', () => {
    expect(between(code, at('/projects/p/functions/g/code', { project: 'p', function: 'g' }))).toBe(true)
    expect(between(code, at('/projects/p/functions', { project: 'p' }))).toBe(true)
    expect(between(code, at('/projects/p/functions/f/code?ns=other', code.params))).toBe(true)
  })

  it('reads again when it is asked to, at the same address', () => {
    expect(between(code, code)).toBe(true)
  })

  it('does not read again for another tab, or for what the page keeps in its address', () => {
    expect(between(code, at('/projects/p/functions/f/triggers', code.params))).toBe(false)
    const list = at('/projects/p/functions', { project: 'p' })
    expect(between(list, at('/projects/p/functions?sort=name', { project: 'p' }))).toBe(false)
  })
})

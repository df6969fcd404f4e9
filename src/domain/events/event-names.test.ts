import { describe, expect, it } from 'vitest'
import { displayNameProblem, eventNameProblem, freeDisplayName, suggestedDisplayName } from './event-names'

describe('names of events', () => {
  it('takes up to 128 characters as a name to show', () => {
    expect(displayNameProblem(' ')).toBe('Enter a name')
    expect(displayNameProblem('x'.repeat(128))).toBeUndefined()
    expect(displayNameProblem('x'.repeat(129))).toContain('129')
  })

  it('takes names of Kubernetes objects, and none', () => {
    for (const name of ['', 'a', 'my-event.v2', '9bb1a72e-564f-4c2d-b641-77450a151190'])
      expect(eventNameProblem(name)).toBeUndefined()
    for (const name of ['A', 'a_b', '-a', 'a-', 'a..b', 'a b', 'x'.repeat(254)])
      expect(eventNameProblem(name)).toBeDefined()
  })

  it('finds a name that is free', () => {
    expect(freeDisplayName('Order', [])).toBe('Order')
    expect(freeDisplayName('Order', ['Order'])).toBe('Order (2)')
    expect(freeDisplayName('Order (2)', ['Order', 'Order (2)'])).toBe('Order (3)')
    const long = 'x'.repeat(128)
    const free = freeDisplayName(long, [long])
    expect(free).toHaveLength(128)
    expect(free.endsWith('x (2)')).toBe(true)
  })

  it('suggests a name from a request', () => {
    expect(suggestedDisplayName({ method: 'GET', path: '/a/b?token=x' })).toBe('GET /a/b')
    expect(suggestedDisplayName({ method: 'POST', path: ' ' })).toBe('POST /')
    expect(suggestedDisplayName({ method: 'POST', path: 'x'.repeat(300) })).toHaveLength(128)
  })
})

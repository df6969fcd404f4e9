import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keptChoice, keptFields } from './kept-choice'

const kept = new Map<string, string>()
let isBlocked = false
const page = new EventTarget()

beforeEach(() => {
  kept.clear()
  isBlocked = false
  vi.stubGlobal('window', page)
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, text: string) {
      if (isBlocked) throw new DOMException('blocked', 'SecurityError')
      kept.set(key, text)
    },
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

const pace = () => keptChoice('pace', (text) => (text === '"fast"' ? 'fast' : 'slow'))

it('is as usual until it is set, is told, and is there for the next page', () => {
  const choice = pace()
  const heard = vi.fn()
  choice.subscribe(heard)
  expect(choice.read()).toBe('slow')
  choice.set('fast')
  expect(heard).toHaveBeenCalledOnce()
  expect([choice.read(), pace().read()]).toEqual(['fast', 'fast'])
})

it('follows another tab for as long as somebody listens', () => {
  const choice = pace()
  const tell = (key: string) =>
    page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue: '"fast"' }))
  const heard = vi.fn()
  const leave = choice.subscribe(heard)
  tell('another')
  expect(heard).not.toHaveBeenCalled()
  tell('pace')
  expect(heard).toHaveBeenCalledOnce()
  expect(choice.read()).toBe('fast')
  leave()
  tell('pace')
  expect(heard).toHaveBeenCalledOnce()
})

it('lasts as long as the page where nothing is kept', () => {
  isBlocked = true
  const choice = pace()
  choice.set('fast')
  expect([choice.read(), pace().read()]).toEqual(['fast', 'slow'])
})

it.each([
  ['{"size":3}', { size: 3 }],
  [null, {}],
  ['null', {}],
  ['7', {}],
  ['{', {}],
])('reads the fields of %j', (text, fields) => {
  expect(keptFields(text)).toEqual(fields)
})

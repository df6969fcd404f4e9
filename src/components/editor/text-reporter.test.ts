// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTextReporter } from './text-reporter'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(value: string) {
  const heard: [string, boolean][] = []
  const text = { value, getValue: () => text.value, getValueLength: () => text.value.length }
  const reporter = createTextReporter(text, 50_000, (now, atOnce) => heard.push([now, atOnce]))
  const type = (now: string) => {
    text.value = now
    reporter.changed()
  }
  return { heard, reporter, type }
}
const long = 'x'.repeat(100_000)

it('hands a short text on at every key', () => {
  const { heard, type, reporter } = setUp('')
  type('a')
  type('ab')
  expect(heard).toEqual([
    ['a', true],
    ['ab', true],
  ])
  reporter.dispose()
})

describe('a long text', () => {
  it('is handed on when the keys rest', () => {
    const { heard, type, reporter } = setUp(long)
    type(`${long}a`)
    type(`${long}ab`)
    expect(heard).toEqual([])
    vi.runAllTimers()
    expect(heard).toEqual([[`${long}ab`, false]])
    reporter.dispose()
    expect(heard).toHaveLength(1)
  })

  it.each([
    ['a key with Ctrl', () => new KeyboardEvent('keydown', { key: 's', ctrlKey: true })],
    ['a press', () => new Event('pointerdown')],
    ['the page going', () => new Event('pagehide')],
  ])('is handed on before %s does anything', (_, event) => {
    const { heard, type, reporter } = setUp(long)
    type(`${long}a`)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'b' }))
    expect(heard).toEqual([])
    window.dispatchEvent(event())
    expect(heard).toEqual([[`${long}a`, true]])
    reporter.dispose()
  })

  it('is handed on when the editor goes', () => {
    const { heard, type, reporter } = setUp(long)
    type(`${long}a`)
    expect(reporter.isWaiting()).toBe(true)
    reporter.dispose()
    expect(heard).toEqual([[`${long}a`, false]])
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { joinLines } from './line-joiner'

describe('joinLines', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('passes whole lines on, and an open one when nothing more comes', () => {
    const seen: string[] = []
    const joiner = joinLines((bytes) => seen.push(Buffer.from(bytes).toString()))
    joiner.push(Buffer.from('one\ntw'))
    joiner.push(Buffer.from('o\nopen'))
    expect(seen).toEqual(['one\n', 'two\n'])
    vi.runAllTimers()
    expect(seen).toEqual(['one\n', 'two\n', 'open'])
    joiner.flush()
    expect(seen).toHaveLength(3)
  })

  it('holds no more than it may', () => {
    const seen: number[] = []
    const joiner = joinLines((bytes) => seen.push(bytes.length))
    joiner.push(Buffer.alloc(70_000, 120))
    expect(seen).toEqual([70_000])
  })
})

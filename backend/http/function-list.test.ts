import { describe, expect, it } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { functionList } from './function-list'
import { storedFunction } from './stand-in-platform'

describe('functionList', () => {
  it('is an object keyed by name', async () => {
    const functions = [storedFunction('a'), storedFunction('grün"')]
    const answer = functionList(functions)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toEqual({ a: functions[0], 'grün"': functions[1] })
    expect(await functionList([]).json()).toEqual({})
  })

  it('writes a function that is listed again only once', async () => {
    let written = 0
    const spec: NuclioFunction['spec'] = { runtime: 'nodejs' }
    Object.defineProperty(spec, 'toJSON', { value: () => `written ${(written += 1)}` })
    const fn = { ...storedFunction('a'), spec }
    expect(await functionList([fn]).json()).toMatchObject({ a: { spec: 'written 1' } })
    expect(await functionList([fn]).json()).toMatchObject({ a: { spec: 'written 1' } })
    expect(await functionList([{ ...fn }]).json()).toMatchObject({ a: { spec: 'written 2' } })
  })
})

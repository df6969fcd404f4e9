import { describe, expect, it } from 'vitest'
import { expectationsKey } from '@/domain/events/expectation'
import { furtherProblem, furtherText, withFurther } from './further-attributes'

const request = { method: 'PUT', path: '/a', headers: { 'X-Number': 7 } }
const expectations = { [expectationsKey]: [{ on: 'status', test: 'equals', value: 200 }] }
const own = { topic: 'orders', partition: 3, key: '0x1', deep: { list: [1, null, 'yes'], flag: false } }
const spec = { body: 'x', triggerKind: 'kafka-cluster', attributes: { ...request, ...own, ...expectations } }

describe('further attributes of an event', () => {
  it('are what neither the request nor the expectations have, and come back as they were', () => {
    const text = furtherText(spec)
    expect(text).toContain('topic: orders')
    expect(text).not.toMatch(/method|path|headers|Expectations/)
    expect(furtherProblem(text)).toBeUndefined()
    expect(withFurther(spec, text)).toBe(spec)
    expect(withFurther({ ...spec, attributes: request }, text).attributes).toEqual({ ...request, ...own })
  })

  it('are changed, added and taken away without touching the rest', () => {
    const text = furtherText(spec).replace('orders', 'returns').replace('partition: 3\n', '') + 'offset: 12\n'
    const { attributes } = withFurther(spec, text)
    expect(attributes).toMatchObject({ ...request, ...expectations, topic: 'returns', offset: 12 })
    expect(attributes).not.toHaveProperty('partition')
    for (const none of ['', '  \n', '# nothing\n'])
      expect(withFurther(spec, none).attributes).toEqual({ ...request, ...expectations })
    expect(furtherText({ attributes: request })).toBe('')
    expect(furtherText({})).toBe('')
    expect(withFurther({}, '')).toEqual({})
  })

  it.each([
    ['a: [', /^Line \d: /],
    ['a: 1\na: 2', /^Line 2: /],
    ['- a', /^Line 1: This has to be keys with values$/],
    ['words', /^Line 1: This has to be keys with values$/],
    ['a: 1\nmethod: GET', /^“method” belongs to the request, and is edited there$/],
    [`${expectationsKey}: []`, /expected, and is edited there$/],
    ['a: [{b: .inf}]', /^Infinity is no number that can be sent; put it in quotes$/],
    ['a: *nowhere', /nowhere/],
  ])('are not saved as %j', (text, words) => {
    expect(furtherProblem(text)).toMatch(words)
  })
})

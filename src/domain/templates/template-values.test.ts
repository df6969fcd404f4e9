import { describe, expect, it } from 'vitest'
import type { AskedValue } from './template-choice'
import { filledValues, startingTexts, valueProblem, valueProblems } from './template-values'

const text: AskedValue = { name: 'Text', kind: 'string', displayName: 'A text', required: true }
const optional: AskedValue = { name: 'Optional', kind: 'string' }
const number: AskedValue = {
  name: 'Number',
  kind: 'number',
  required: true,
  attributes: { defaultValue: 4, minValue: 1, maxValue: 10 },
}
const choice: AskedValue = {
  name: 'Choice',
  kind: 'choice',
  required: true,
  attributes: { choices: ['a', 2, true], defaultValue: 2 },
}
const all = [text, optional, number, choice]

describe('the values of a template', () => {
  it('start with their defaults', () => {
    expect(startingTexts(all)).toEqual({ Text: '', Optional: '', Number: '4', Choice: '2' })
  })

  it.each([
    [text, '', 'A text is needed'],
    [text, '  ', 'A text is needed'],
    [text, 'x', undefined],
    [optional, '', undefined],
    [number, '', 'Number is needed'],
    [number, 'ten', 'Enter a number, such as 10 or 0.5'],
    [number, '0x10', 'Enter a number, such as 10 or 0.5'],
    [number, 'Infinity', 'Enter a number, such as 10 or 0.5'],
    [number, '0', 'From 1 to 10'],
    [number, '11', 'From 1 to 10'],
    [number, ' 10 ', undefined],
    [number, '2.5', undefined],
    [{ ...number, attributes: { minValue: 0 } }, '-1', 'At least 0'],
    [{ ...number, attributes: { maxValue: 0 } }, '1', 'At most 0'],
    [{ ...number, attributes: undefined }, '-1e3', undefined],
    [choice, 'b', 'Choose one of a, 2, true'],
    [choice, 'true', undefined],
    [{ ...choice, required: false }, '', undefined],
    [{ ...choice, kind: 'novelty' }, 'b', undefined],
  ])('%o: “%s” is answered by %s', (value, given, words) => {
    expect(valueProblem(value, given)?.words).toBe(words)
  })

  it('that are only missing are told apart, in the order of the form', () => {
    expect(valueProblems(all, { ...startingTexts(all), Number: '99' })).toEqual([
      { name: 'Text', label: 'A text', words: 'A text is needed', isMissing: true },
      { name: 'Number', label: 'Number', words: 'From 1 to 10' },
    ])
  })

  it('are sent in their types, and the empty ones as empty texts', () => {
    expect(filledValues(all, { Text: '7', Optional: '', Number: ' 7 ', Choice: 'true' })).toEqual({
      Text: '7',
      Optional: '',
      Number: 7,
      Choice: true,
    })
    expect(filledValues([{ ...number, required: false }], { Number: '' })).toEqual({ Number: '' })
  })
})

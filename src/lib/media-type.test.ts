import { expect, it } from 'vitest'
import { headerParts } from './media-type'

it.each([
  ['', '', {}],
  ['Text/HTML', 'text/html', {}],
  ['text/html; charset=UTF-8', 'text/html', { charset: 'UTF-8' }],
  ['text/html;charset="utf-8"; Boundary = x', 'text/html', { charset: 'utf-8', boundary: 'x' }],
  ['attachment; filename="a \\"b\\"; c.txt"', 'attachment', { filename: 'a "b"; c.txt' }],
  ['text/plain; charset=a; charset=b', 'text/plain', { charset: 'a' }],
  ['text/plain;', 'text/plain', {}],
  ['text/plain; ; charset=a', 'text/plain', { charset: 'a' }],
])('takes %j apart', (header, value, parameters) => {
  const parts = headerParts(header)
  expect(parts.value).toBe(value)
  expect(Object.fromEntries(parts.parameters)).toEqual(parameters)
})

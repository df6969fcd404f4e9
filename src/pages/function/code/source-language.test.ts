import { describe, expect, it } from 'vitest'
import { runtimes } from '@/domain/runtimes'
import { starterCode } from '@/domain/starter-code'
import { familyOfFile, guessFamily } from './source-language'

it.each(runtimes.map(({ id, family }) => [id, family]))('knows the starter code of %s', (id, family) => {
  expect(guessFamily(starterCode(id))).toBe(family)
})

it.each([
  ['', undefined],
  ['hello', undefined],
  ['# a comment\nx = 1\n', undefined],
  ['import json\n\n\nasync def handler(context, event):\n    return 1\n', 'python'],
  ['#!/usr/bin/env bash\nset -e\n', 'shell'],
  ['const x = 1\nexports.handler = (c) => c.callback(x)\n', 'nodejs'],
])('of %j says %s', (text, family) => {
  expect(guessFamily(text)).toBe(family)
})

describe('a file', () => {
  it.each([
    ['main.py', 'python'],
    ['Handler.JAVA', 'java'],
    ['lib.mjs', 'nodejs'],
    ['function.yaml', undefined],
    ['Makefile', undefined],
  ])('%s is of %s', (name, family) => {
    expect(familyOfFile(name)).toBe(family)
  })
})

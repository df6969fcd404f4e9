import { describe, expect, it } from 'vitest'

import { languageOfRuntime } from './editor-languages'

describe('languageOfRuntime', () => {
  it.each([
    ['python:3.11', 'python'],
    ['python', 'python'],
    ['nodejs', 'javascript'],
    ['shell', 'shell'],
    ['golang', 'go'],
    ['java', 'java'],
    ['dotnetcore:7', 'csharp'],
    ['ruby', 'ruby'],
    ['cobol', 'plain'],
    ['', 'plain'],
    [undefined, 'plain'],
  ])('%s is written in %s', (runtime, language) => {
    expect(languageOfRuntime(runtime)).toBe(language)
  })
})

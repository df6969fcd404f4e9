import { describe, expect, it } from 'vitest'
import { runsOnEmbedded, runtimeOf, runtimes, sourceFileName } from './runtimes'

describe('runtimeOf', () => {
  it('finds every offered runtime by its id', () => {
    for (const runtime of runtimes) expect(runtimeOf(runtime.id)).toBe(runtime)
  })

  it('keeps the version of one that is not offered', () => {
    expect(runtimeOf('python:3.12')).toMatchObject({
      label: 'Python 3.12',
      language: 'python',
      extension: 'py',
    })
    expect(runtimeOf('python').label).toBe('Python')
    expect(runtimeOf('golang:1.23').label).toBe('Go 1.23')
  })

  it('shows an unknown runtime as it is', () => {
    expect(runtimeOf('cobol')).toMatchObject({ label: 'cobol', language: 'plaintext' })
    expect(runtimeOf(undefined).label).toBe('none')
  })
})

describe('runsOnEmbedded', () => {
  it('says which runtimes really run on one machine', () => {
    expect(runtimes.filter((runtime) => runsOnEmbedded(runtime.id)).map((runtime) => runtime.family)).toEqual(
      ['python', 'python', 'python', 'nodejs', 'shell'],
    )
  })
})

describe('sourceFileName', () => {
  it.each([
    ['python:3.11', 'main:handler', 'main.py'],
    ['python:3.11', 'pack.part:run', 'pack/part.py'],
    ['python:3.11', undefined, 'main.py'],
    ['nodejs', ':handler', 'main.js'],
    ['shell', 'main.sh', 'main.sh'],
    ['java', 'Handler', 'Handler.java'],
    ['golang', 'main:Handler', 'main.go'],
  ])('%s with handler %s is in %s', (runtime, handler, file) => {
    expect(sourceFileName(runtime, handler)).toBe(file)
  })
})

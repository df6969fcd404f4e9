import { describe, expect, it } from 'vitest'
import type { FunctionSpec } from '@/api/generated/schema'
import {
  authorizationOf,
  entryProblem,
  entryTypeIn,
  entryTypes,
  revisionsIn,
  switchEntryType,
  tokenOf,
  withRevisionKind,
} from './entry-types'

const inline: FunctionSpec = {
  handler: 'main:handler',
  runtime: 'python:3.11',
  image: 'nuclio/processor-echo:latest',
  build: { functionSourceCode: 'eA==', codeEntryType: 'sourceCode', commands: ['true'] },
}

describe('where the code comes from', () => {
  it.each<[FunctionSpec, string]>([
    [{}, 'sourceCode'],
    [{ build: { functionSourceCode: 'eA==' }, image: 'built' }, 'sourceCode'],
    [{ build: {}, image: 'shop/echo:1' }, 'image'],
    [{ build: { path: 'http://x/a.zip' } }, ''],
    [{ build: { codeEntryType: 'git' } }, 'git'],
    [{ build: { codeEntryType: 'something-new', functionSourceCode: 'eA==' } }, 'something-new'],
  ])('%j is %j', (spec, type) => {
    expect(entryTypeIn(spec)).toBe(type)
  })
})

describe('switching the kind of code', () => {
  it('sends nothing of what was left', () => {
    const { spec } = switchEntryType(inline, 'git', {}, inline)
    expect(spec).toEqual({
      handler: 'main:handler',
      runtime: 'python:3.11',
      build: { codeEntryType: 'git', codeEntryAttributes: {}, commands: ['true'] },
    })
  })

  it('and back brings all of it, so that nothing is edited', () => {
    const there = switchEntryType(inline, 'git', {}, inline)
    expect(switchEntryType(there.spec, 'sourceCode', there.kept, inline).spec).toEqual(inline)
    // After a reload without what was kept, the function itself still has it.
    expect(switchEntryType(there.spec, 'sourceCode', {}, inline).spec).toEqual(inline)
  })

  it('keeps what was typed for every kind', () => {
    let spec: FunctionSpec = inline
    let kept = {}
    const typed: Record<string, FunctionSpec> = {}
    for (const { id } of entryTypes) {
      ;({ spec, kept } = switchEntryType(spec, id, kept, inline))
      spec = {
        ...spec,
        ...(id === 'image' ? { image: 'shop/echo:1' } : {}),
        build: {
          ...spec.build,
          ...(id === 'image' || id === 'sourceCode' ? {} : { path: `http://${id}` }),
          ...(id === 's3' ? { codeEntryAttributes: { s3Bucket: 'b' } } : {}),
          ...(id === 'sourceCode' ? { functionSourceCode: 'eXk=' } : {}),
        },
      }
      typed[id] = spec
    }
    for (const { id } of [...entryTypes].reverse()) {
      ;({ spec, kept } = switchEntryType(spec, id, kept, inline))
      expect(spec).toEqual(typed[id])
    }
  })

  it('takes a kind that it does not know as it is, and brings it back', () => {
    const odd: FunctionSpec = {
      build: { codeEntryType: 'ftp', path: 'ftp://x', codeEntryAttributes: { s3Bucket: 'left over' } },
    }
    const there = switchEntryType(odd, 'sourceCode', {}, odd)
    expect(there.spec).toEqual({ build: { codeEntryType: 'sourceCode' } })
    expect(switchEntryType(there.spec, 'ftp', there.kept, odd).spec).toEqual(odd)
  })

  it('to what it is already changes nothing', () => {
    expect(switchEntryType(inline, 'sourceCode', {}, inline).spec).toBe(inline)
  })
})

it('names one commit', () => {
  expect(revisionsIn(undefined)).toEqual([])
  expect(revisionsIn({ branch: '', tag: 'v1', reference: 'refs/x' })).toEqual(['tag', 'reference'])
  expect(withRevisionKind({ branch: 'main', username: 'ada' }, 'tag')).toEqual({
    username: 'ada',
    tag: 'main',
  })
  expect(withRevisionKind({ username: 'ada' }, 'tag')).toEqual({ username: 'ada' })
  expect(withRevisionKind(undefined, 'tag')).toEqual({})
})

it('writes a token as GitHub takes it', () => {
  expect(authorizationOf('ghp_1')).toBe('token ghp_1')
  expect(authorizationOf('Bearer x')).toBe('Bearer x')
  expect(authorizationOf('')).toBeUndefined()
  expect(tokenOf('token ghp_1')).toBe('ghp_1')
  expect(tokenOf('Bearer x')).toBe('Bearer x')
})

it('gives a jar to Java only', () => {
  expect(entryProblem('jar', 'python')).toMatch(/Java/)
  expect(entryProblem('jar', 'java')).toBeUndefined()
  expect(entryProblem('git', 'python')).toBeUndefined()
})

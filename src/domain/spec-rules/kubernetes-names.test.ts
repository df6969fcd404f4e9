import { describe, expect, it } from 'vitest'
import {
  annotationsProblem,
  dnsLabelProblems,
  labelsProblem,
  qualifiedNameProblems,
} from './kubernetes-names'

// The texts are what a running Nuclio answers.
describe('dnsLabelProblems', () => {
  const shape =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
  it.each([
    ['my-project-1', []],
    ['a', []],
    ['a'.repeat(63), []],
    ['a'.repeat(64), ['must be no more than 63 characters']],
    ['Invalid_Name', [shape]],
    ['a b', [shape]],
    ['-a', [shape]],
    ['a\n', [shape]],
    ['', [shape]],
  ])('%j', (name, problems) => {
    expect(dnsLabelProblems(name)).toEqual(problems)
  })
})

describe('labelsProblem', () => {
  it.each([
    [{}, undefined],
    [{ team: 'a', 'nuclio.io/project-name': 'p', empty: '' }, undefined],
    [
      { 'bad key!': 'v' },
      "Invalid key: bad key!, name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
    [
      { k: 'bad value!' },
      "Invalid value: bad value!, a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
    ],
    [{ k: 'v'.repeat(64) }, `Invalid value: ${'v'.repeat(64)}, must be no more than 63 characters`],
  ])('%j', (labels, problem) => {
    expect(labelsProblem(labels)).toBe(problem)
  })
})

describe('qualifiedNameProblems', () => {
  it.each([
    ['example.com/name', ''],
    ['/name', 'prefix part must be non-empty'],
    ['Example.com/name', 'prefix part a lowercase RFC 1123 subdomain'],
    ['example.com/', 'name part must be non-empty'],
    [`a/${'n'.repeat(64)}`, 'name part must be no more than 63 characters'],
    ['a/b/c', "a qualified name must consist of alphanumeric characters, '-', '_' or '.'"],
  ])('%j', (name, beginning) => {
    const [problem = ''] = qualifiedNameProblems(name)
    expect(problem.slice(0, beginning.length)).toBe(beginning)
    expect(problem === '').toBe(beginning === '')
  })
})

describe('annotationsProblem', () => {
  it('lets any text be a value, and checks keys', () => {
    expect(annotationsProblem({ 'Example.com/note': 'any text: {"a": 1}\n' })).toBeUndefined()
    expect(annotationsProblem({ 'a b': 'x' })).toMatch(/^Invalid annotation key: a b, name part must consist/)
  })

  it('bounds them in all', () => {
    expect(annotationsProblem({ a: 'x'.repeat(256 * 1024) })).toMatch(/no more than 262144 bytes/)
  })
})

import { describe, expect, it } from 'vitest'
import { functionNameProblem, labelKeyProblem, labelValueProblem, projectNameProblem } from './names'

describe('function names', () => {
  it.each(['a', '0', 'resize-image', 'a--b', '1st', 'x'.repeat(56)])('accepts %s', (name) => {
    expect(functionNameProblem(name)).toBeUndefined()
  })

  it.each([
    ['', 'Enter a name'],
    ['   ', 'Enter a name'],
    ['x'.repeat(57), '56'],
    ['Resize', 'lower-case'],
    ['resize image', 'spaces'],
    ['resize_image', '“_”'],
    ['a/b', '“/”'],
    ['a.b', '“.”'],
    ['größe', '“ö”'],
    ['-a', 'Begin and end'],
    ['a-', 'Begin and end'],
    ['-', 'Begin and end'],
    ['dashboard', 'reserved'],
    ['controller', 'reserved'],
    ['dlx', 'reserved'],
    ['scaler', 'reserved'],
  ])('refuses “%s” and says why', (name, words) => {
    expect(functionNameProblem(name)).toContain(words)
  })
})

describe('project names', () => {
  it.each(['default', 'dashboard', 'x'.repeat(63)])('accepts %s', (name) => {
    expect(projectNameProblem(name)).toBeUndefined()
  })

  it.each([
    ['x'.repeat(64), '63'],
    ['Shop', 'lower-case'],
    ['shop.eu', '“.”'],
    ['shop-', 'Begin and end'],
  ])('refuses “%s”', (name, words) => {
    expect(projectNameProblem(name)).toContain(words)
  })
})

describe('label keys', () => {
  it.each(['team', 'Team_2.x', 'example.com/team', 'nuclio.io/project-name', 'a/b'])('accepts %s', (key) => {
    expect(labelKeyProblem(key)).toBeUndefined()
  })

  it.each([
    ['', 'Enter a key'],
    ['a/b/c', 'at most one'],
    ['/b', 'prefix'],
    ['a/', 'after “/”'],
    ['Example.com/a', 'domain name'],
    ['a..b/c', 'domain name'],
    [`${'x'.repeat(254)}/c`, '253'],
    ['x'.repeat(64), '63'],
    ['two words', 'spaces'],
    ['-a', 'begin and end'],
    ['a:b', '“:”'],
  ])('refuses “%s”', (key, words) => {
    expect(labelKeyProblem(key)).toContain(words)
  })
})

describe('label values', () => {
  it.each(['', 'a', 'Blue_Team-1.2'])('accepts “%s”', (value) => {
    expect(labelValueProblem(value)).toBeUndefined()
  })

  it.each([
    ['x'.repeat(64), '63'],
    ['a b', 'spaces'],
    ['a/b', '“/”'],
    ['.a', 'begin and end'],
  ])('refuses “%s”', (value, words) => {
    expect(labelValueProblem(value)).toContain(words)
  })
})

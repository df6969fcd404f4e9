import { describe, expect, it } from 'vitest'
import { suggestedName, templateKey, templateKeys, templateTitle } from './template-name'

describe('the name of a template', () => {
  it.each([
    ['string-manipulator:dc2837om5ctjougeh420', 'string-manipulator', 'string-manipulator'],
    ['dates:878fefcf-a5ef-4c9b-8099-09d6c57cb426', 'dates', 'dates'],
    ['helloworld:python', 'helloworld · python', 'helloworld:python'],
    ['bare', 'bare', 'bare'],
    ['a:b:c', 'a · b:c', 'a:b:c'],
  ])('%s is shown and linked without what changes at a restart', (name, title, key) => {
    expect(templateTitle(name)).toBe(title)
    expect(templateKey(name)).toBe(key)
  })

  it('makes one link each, also for two of one name', () => {
    expect(templateKeys(['echo:dc2837om5ctjougeh420', 'echo:dc2837om5ctjougeh42g', 'echo:nodejs'])).toEqual([
      'echo',
      'echo~2',
      'echo:nodejs',
    ])
  })

  it('suggests a free name for a function', () => {
    expect(suggestedName('helloworld · python', new Set())).toBe('helloworld-python')
    expect(suggestedName('echo', new Set(['echo', 'echo-2']))).toBe('echo-3')
    expect(suggestedName('日本', new Set())).toBe('function')
    expect(suggestedName(`${'a'.repeat(49)}-b`, new Set())).toBe('a'.repeat(49))
  })
})

import { expect, it } from 'vitest'
import { codeOrigin } from './code-origin'

it('is the function itself for inline source, also when it is empty', () => {
  expect(codeOrigin({ build: { functionSourceCode: 'eA==', codeEntryType: 'sourceCode' } })).toBeUndefined()
  expect(codeOrigin({ build: { codeEntryType: 'sourceCode' }, image: 'built:1' })).toBeUndefined()
  expect(codeOrigin({ runtime: 'nodejs' })).toBeUndefined()
})

it.each([
  [{ image: 'shop/echo:1', build: { codeEntryType: 'image' } }, 'shop/echo:1'],
  [{ image: 'shop/echo:1' }, 'shop/echo:1'],
  [{ build: { codeEntryType: 'archive', path: 'https://x/a.zip' } }, 'https://x/a.zip'],
  [{ build: { codeEntryType: 'git', path: 'https://x/a.git' } }, 'https://x/a.git'],
  [{ build: { codeEntryType: 's3' } }, 'S3'],
  [{ build: { codeEntryType: 'jar', path: 'https://x/a.jar' } }, 'jar'],
  [{ build: { path: 'https://x/main.py' } }, 'https://x/main.py'],
])('is named: %j', (spec, words) => {
  expect(codeOrigin(spec)).toContain(words)
})

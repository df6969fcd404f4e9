import { describe, expect, it } from 'vitest'
import { withText, type UnreadTexts } from './draft/unread-texts'
import { unreadInWords } from './unread-words'

const texts = (...paths: string[][]): UnreadTexts | undefined =>
  paths.reduce<UnreadTexts | undefined>(
    (at, path) => withText(at, path, { text: '{', base: undefined }),
    undefined,
  )

describe('unreadInWords', () => {
  it('names one text, and counts several', () => {
    expect(unreadInWords(undefined)).toBeUndefined()
    expect(unreadInWords(texts(['spec', 'tolerations']))).toBe('the text of Tolerations cannot be read')
    expect(unreadInWords(texts([]))).toBe('the text of the YAML cannot be read')
    expect(unreadInWords(texts([], ['spec', 'env']))).toBe('2 texts cannot be read')
  })
})

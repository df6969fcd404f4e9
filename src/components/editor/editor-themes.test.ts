import { expect, it } from 'vitest'
import { darkTheme, lightTheme, tokenColour } from './editor-themes'

it('gives a token the colour of its nearest kind, and none where the theme has none', () => {
  expect(tokenColour('keyword.js', lightTheme)).toBe('#8a1c7c')
  expect(tokenColour('string.escape.invalid.js', darkTheme)).toBe('#e8b77c')
  expect(tokenColour('identifier.js', lightTheme)).toBeUndefined()
  expect(tokenColour('', lightTheme)).toBeUndefined()
})

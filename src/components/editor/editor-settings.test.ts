import { expect, it } from 'vitest'
import { parseSettings } from './editor-settings'

const usual = { fontSize: 13, wordWrap: false, minimap: false, tabSize: 0, theme: 'page' }

it.each([null, '', 'no json', '[]', 'null', '{"fontSize":"big","theme":"pink","tabSize":3}'])(
  'is as usual for %j',
  (text) => {
    expect(parseSettings(text)).toEqual(usual)
  },
)

it('keeps what was chosen', () => {
  expect(parseSettings('{"fontSize":16,"wordWrap":true,"theme":"dark","tabSize":2}')).toEqual({
    ...usual,
    fontSize: 16,
    wordWrap: true,
    theme: 'dark',
    tabSize: 2,
  })
})

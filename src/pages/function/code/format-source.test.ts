import { expect, it } from 'vitest'
import { formatSource, mannerOf } from './format-source'

it('formats JavaScript in the manner of the file', async () => {
  const formatted = await formatSource("exports.handler = (context) =>   context.callback( 'a' )", 'nodejs')
  expect(formatted).toEqual({
    text: "exports.handler = (context) => context.callback('a')\n",
    words: 'Formatted with Prettier.',
  })
})

it('says why it left what is broken', async () => {
  expect(await formatSource('exports.handler = (', 'nodejs')).toEqual({
    problem: expect.stringMatching(/^It cannot be formatted as it stands: Unexpected token/),
  })
})

it('says what it tidied', async () => {
  expect(await formatSource('x = 1  \ny = 2', 'python')).toEqual({
    text: 'x = 1\ny = 2\n',
    words: 'Took spaces from the ends of 1 line and ended the file with one line end.',
  })
  expect(await formatSource('x = 1\n', 'python')).toEqual({ text: 'x = 1\n', words: 'Nothing to tidy.' })
})

it('sees how a file is written', () => {
  expect(mannerOf('if (a) {\n    b("x");\n    c();\n}\n')).toMatchObject({
    semi: true,
    singleQuote: false,
    useTabs: false,
    tabWidth: 4,
  })
  expect(mannerOf("if (a) {\n\tb('x')\n\tc()\n}\n")).toMatchObject({
    semi: false,
    singleQuote: true,
    useTabs: true,
  })
})

import { describe, expect, it } from 'vitest'
import { formatDotenv, parseDotenv } from './dotenv'

const values = (text: string) =>
  Object.fromEntries(parseDotenv(text).entries.map(({ name, value }) => [name, value]))

describe('reading a .env text', () => {
  it('takes names and values, with or without export, and leaves comments out', () => {
    expect(values('# one\nA=1\n\nexport B=two words\n  C = 3  # three\nD=\nE=a#b\nF=#none\n')).toEqual({
      A: '1',
      B: 'two words',
      C: '3',
      D: '',
      E: 'a#b',
      F: '',
    })
  })

  it('takes quoted values as they are, over several lines too', () => {
    expect(
      values(
        [
          "A='it is # $HOME \\n'",
          'B="a \\"b\\" \\\\ \\n \\$c \\d" # comment',
          'C="first',
          'second"',
          'D=`it\'s "both"`',
          'E=""',
        ].join('\n'),
      ),
    ).toEqual({
      A: 'it is # $HOME \\n',
      B: 'a "b" \\ \n $c \\d',
      C: 'first\nsecond',
      D: 'it\'s "both"',
      E: '',
    })
  })

  it('reads what Windows writes', () => {
    expect(values('\uFEFFA=1\r\nB="x\r\ny"\r\n')).toEqual({ A: '1', B: 'x\ny' })
  })

  it('says which lines it cannot read, and reads the others', () => {
    const { entries, problems } = parseDotenv('A=1\nnothing\nB="open\nC=3\nD="x" y\n=5\n')
    expect(entries).toEqual([
      { name: 'A', value: '1' },
      { name: 'C', value: '3' },
    ])
    expect(problems).toEqual([
      { line: 2, message: 'There is no NAME=value here' },
      { line: 3, message: 'The closing " is missing' },
      { line: 5, message: 'Something stands behind the closing quote' },
      { line: 6, message: 'There is no NAME=value here' },
    ])
    expect(parseDotenv("A='open\nB=2").problems).toEqual([{ line: 1, message: "The closing ' is missing" }])
  })

  it('counts lines across values of several lines', () => {
    expect(parseDotenv('A="1\n2\n3"\nbroken').problems[0]?.line).toBe(4)
  })
})

describe('writing a .env text', () => {
  it('quotes only what needs it', () => {
    expect(
      formatDotenv([
        { name: 'A', value: 'http://x:80/a?b' },
        { name: 'B', value: '' },
        { name: 'C', value: "it's\n$5" },
        { name: 'D', value: 'plain-1.2' },
      ]),
    ).toBe("A='http://x:80/a?b'\nB=\nC=\"it's\\n\\$5\"\nD=plain-1.2\n")
  })

  it('is read back as it was, whatever the values', () => {
    const signs = ['a', ' ', '#', '"', "'", '`', '\\', '\n', '\r', '$', '=', 'ä', '\t', 'n', '{', '}']
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const entries = Array.from({ length: 2000 }, (_, index) => ({
      name: `V${index}`,
      value: Array.from({ length: random(8) }, () => signs[random(signs.length)]).join(''),
    }))
    expect(parseDotenv(formatDotenv(entries))).toEqual({ entries, problems: [] })
  })
})

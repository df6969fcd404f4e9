import { describe, expect, it } from 'vitest'
import { formatJsonPath, jsonMatches, parseJsonPath, type JsonPath } from './json-path'

function read(text: string): JsonPath {
  const result = parseJsonPath(text)
  if ('problem' in result) throw new Error(`${result.problem} (at ${result.at})`)
  return result.path
}

const any = { any: true } as const

describe('a path', () => {
  it.each<[string, JsonPath]>([
    ['$', []],
    ['$.a', ['a']],
    ['$.a.b_1.Ünïcode.名', ['a', 'b_1', 'Ünïcode', '名']],
    ['$.😀x', ['😀x']],
    ["$.a[0]['b c']", ['a', 0, 'b c']],
    ['$["it\'s"]["\\""]', ["it's", '"']],
    ["$['\\'']['\"']", ["'", '"']],
    ["$['']", ['']],
    ["$['0'][0]", ['0', 0]],
    ['$[-1].*[*]', [-1, any, any]],
    ['$ [ 0 ]\n.a\t["b" ]', [0, 'a', 'b']],
    ["$['\\u00e9\\ud83d\\ude00\\n\\/\\\\']", ['é😀\n/\\']],
    ["$['\\ud800']", ['\ud800']],
    ['$.__proto__.constructor', ['__proto__', 'constructor']],
  ])('%s is read', (text, path) => {
    expect(parseJsonPath(text)).toEqual({ path })
  })

  it.each<[string, number, RegExp]>([
    ['', 0, /begins with \$/],
    ['a.b', 0, /begins with \$/],
    [' $', 0, /begins with \$/],
    ['$a', 1, /dot or \[/],
    ['$.', 2, /missing after the dot/],
    ['$.a.', 4, /missing after the dot/],
    ['$..a', 1, /Descendants/],
    ['$.0', 2, /stands in brackets/],
    ['$.a-b', 3, /dot or \[/],
    ['$.-', 2, /begins with a letter/],
    ['$.a ', 3, /does not end with a blank/],
    ['$[', 2, /Expected an index/],
    ['$[]', 2, /Expected an index/],
    ['$[a]', 2, /Expected an index/],
    ['$[0', 3, /Expected \]/],
    ['$[01]', 2, /leading zeros/],
    ['$[-0]', 2, /leading zeros/],
    ['$[-]', 2, /Expected an index/],
    ['$[9007199254740992]', 2, /too large/],
    ['$[0,1]', 3, /Several selectors/],
    ['$[1:2]', 3, /Slices/],
    ['$[:2]', 2, /Slices/],
    ['$[?@.a]', 2, /Filters/],
    ["$['a]", 5, /not closed/],
    ["$['a\\']", 7, /not closed/],
    ["$['\\x']", 3, /Unknown escape/],
    ["$['\\\"']", 3, /Unknown escape/],
    ["$['\\u12']", 3, /four hexadecimal/],
    ["$['a\nb']", 4, /control character/],
    ["$.a['b']c", 8, /dot or \[/],
  ])('%s is refused at %i', (text, at, problem) => {
    expect(parseJsonPath(text)).toEqual({ problem: expect.stringMatching(problem), at })
  })

  it('is written as short as can be read', () => {
    expect(formatJsonPath(['a', 0, 'b c', -1, any, '', '1', "it's", 'a\\b\n\u0001', '_x'])).toBe(
      "$.a[0]['b c'][-1][*]['']['1']['it\\'s']['a\\\\b\\n\\u0001']._x",
    )
  })

  it('reads back as it was written, whatever the keys', () => {
    const chars = [
      'a',
      'Z',
      '_',
      '0',
      ' ',
      '.',
      '[',
      ']',
      "'",
      '"',
      '\\',
      '/',
      '$',
      '*',
      '\n',
      '\u0000',
      '\u007f',
      '\u0085',
    ]
    chars.push('é', '\ud83d', '\ude00', '😀', '\u2028', '\uffff', '-')
    const random = numbers(11)
    for (let round = 0; round < 2_000; round += 1) {
      const path = Array.from({ length: random(5) }, () => {
        const kind = random(5)
        if (kind === 0) return random(7) - 3
        if (kind === 1) return any
        return Array.from({ length: random(4) }, () => chars[random(chars.length)]).join('')
      })
      expect(read(formatJsonPath(path))).toEqual(path)
    }
  })
})

/** Whole numbers below a limit, the same ones for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('what a path leads to', () => {
  const value = JSON.parse(
    '{"a":[{"b":1},{"b":[2,3]},null],"c":{"0":"zero","":"none"},"__proto__":4}',
  ) as unknown
  const found = (text: string) =>
    jsonMatches(value, read(text)).map(
      ({ place, value: at }) => `${formatJsonPath(place)} ${JSON.stringify(at)}`,
    )

  it.each<[string, string[]]>([
    ['$.a[0].b', ['$.a[0].b 1']],
    ['$.a[-2].b[-1]', ['$.a[1].b[1] 3']],
    ['$.a[*].b', ['$.a[0].b 1', '$.a[1].b [2,3]']],
    ['$.c.*', ['$.c[\'0\'] "zero"', '$.c[\'\'] "none"']],
    ['$.a[2]', ['$.a[2] null']],
    ['$.a[3]', []],
    ['$.a[-4]', []],
    ["$.a['0']", []],
    ['$.c[0]', []],
    ['$.a.length', []],
    ['$.toString', []],
    ['$.__proto__', ['$.__proto__ 4']],
    ['$.a[2].b', []],
  ])('%s', (text, matches) => {
    expect(found(text)).toEqual(matches)
  })

  it('is the value itself for $ alone', () => {
    expect(jsonMatches(value, [])).toEqual([{ place: [], value }])
  })
})

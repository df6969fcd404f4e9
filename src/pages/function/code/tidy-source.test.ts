import { describe, expect, it } from 'vitest'
import { tidySource } from './tidy-source'

const text = (source: string, family = 'python') => tidySource(source, family).text

describe('tidying', () => {
  it('takes spaces from ends of lines and ends with one line end', () => {
    expect(tidySource('def handler(c, e):  \n\treturn 1\t \n\n\n', 'python')).toEqual({
      text: 'def handler(c, e):\n\treturn 1\n',
      trimmedLines: 2,
      endChanged: true,
      leftSpaces: false,
    })
    expect(text('x = 1')).toBe('x = 1\n')
  })

  it('changes nothing of what is tidy, and nothing of nothing', () => {
    for (const source of ['x = 1\n', '', '\n']) expect(text(source)).toBe(source)
  })

  it('keeps line ends as the file has them', () => {
    expect(text('x = 1 \r\ny = 2')).toBe('x = 1\r\ny = 2\r\n')
  })

  it.each([
    ['python', 'x = """a  \n  b """  \ny = 1  \n', 'x = """a  \n  b """\ny = 1\n'],
    ['python', "x = '''a \\''' b  \n'''  \n", "x = '''a \\''' b  \n'''\n"],
    ['python', '# it\'s """ a comment  \nx = 1  \n', '# it\'s """ a comment\nx = 1\n'],
    ['python', "x = 'it''s' # \"\"\"  \ny  \n", "x = 'it''s' # \"\"\"\ny\n"],
    ['python', "x = 'a \\\n  b  \n", "x = 'a \\\n  b  \n"],
    ['python', 'x = 1 + \\ \n  2\n', 'x = 1 + \\ \n  2\n'],
    ['golang', 'x := `a  \nb`  \n// `  \ny := 1  \n', 'x := `a  \nb`\n// `\ny := 1\n'],
    ['golang', "r := '`'  \ny := 1  \n", "r := '`'\ny := 1\n"],
    ['java', 'var x = """\n  a  \n""";  \n', 'var x = """\n  a  \n""";\n'],
    ['shell', 'cat <<END  \na  \nEND\n', 'cat <<END  \na  \nEND\n'],
    ['shell', 'echo "a  \nb"  \n', 'echo "a  \nb"  \n'],
    ['shell', "# don't  \necho hi  \n", "# don't\necho hi\n"],
    ['ruby', 'x = %q(a  \nb)  \n', 'x = %q(a  \nb)  \n'],
    ['ruby', "def handler(c, e)  \n  'x'  \nend  \n", "def handler(c, e)\n  'x'\nend\n"],
    ['dotnetcore', 'var x = @"a  \nb";  \n', 'var x = @"a  \nb";  \n'],
    ['unknown', 'a  \n', 'a\n'],
  ])('leaves texts that span lines: %s %j', (family, before, after) => {
    expect(text(before, family)).toBe(after)
  })

  it('leaves the end of a file that ends within a text', () => {
    expect(text('x = """a\n\n\n')).toBe('x = """a\n\n\n')
    expect(tidySource('echo "a  \n', 'shell').leftSpaces).toBe(true)
  })
})

import type { editor } from 'monaco-editor/editor'

export const lightTheme = 'nuclio-light'
export const darkTheme = 'nuclio-dark'

/** Every text colour has at least 4.5:1 on its background, on the current line and on a selection too. */
export const themes: Record<string, editor.IStandaloneThemeData> = {
  [lightTheme]: {
    base: 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: '1b2028' },
      { token: 'comment', foreground: '5a636f' },
      { token: 'keyword', foreground: '8a1c7c' },
      { token: 'string', foreground: '0b5a2e' },
      { token: 'string.escape', foreground: '7a3e00' },
      { token: 'number', foreground: '0b4fa8' },
      { token: 'regexp', foreground: '7a3e00' },
      { token: 'type', foreground: '7a3e00' },
      { token: 'tag', foreground: '0b5a2e' },
      { token: 'attribute.name', foreground: '0b4fa8' },
      { token: 'attribute.value', foreground: '0b5a2e' },
      { token: 'annotation', foreground: '5a636f' },
      { token: 'predefined', foreground: '0b4fa8' },
      { token: 'variable', foreground: '0b4fa8' },
      { token: 'invalid', foreground: 'a40e26' },
    ],
    colors: {
      'editor.background': '#ffffff',
      'editor.foreground': '#1b2028',
      'editorLineNumber.foreground': '#646c76',
      'editorLineNumber.activeForeground': '#1b2028',
      'editorLineNumber.dimmedForeground': '#646c76',
      'editor.lineHighlightBackground': '#f4f6f8',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#cfe2ff',
      'editorCursor.foreground': '#1b2028',
      'editorIndentGuide.background1': '#e3e6ea',
      'editorBracketMatch.background': '#dbe9ff',
      'editorBracketMatch.border': '#7aa7e8',
      'diffEditor.insertedLineBackground': '#e8f6ed',
      'diffEditor.insertedTextBackground': '#c9ebd5',
      'diffEditor.removedLineBackground': '#fdeeee',
      'diffEditor.removedTextBackground': '#f9d3d3',
      'diffEditorGutter.insertedLineBackground': '#e8f6ed',
      'diffEditorGutter.removedLineBackground': '#fdeeee',
      'diffEditor.diagonalFill': '#e3e6ea',
      'diffEditor.border': '#e6e9ee',
      focusBorder: '#4a58d6',
    },
  },
  [darkTheme]: {
    base: 'vs-dark',
    inherit: true,
    rules: [
      { token: '', foreground: 'e4e7ec' },
      { token: 'comment', foreground: 'a3abb8' },
      { token: 'keyword', foreground: 'd9a1e8' },
      { token: 'string', foreground: '9fd4a0' },
      { token: 'string.escape', foreground: 'e8b77c' },
      { token: 'number', foreground: '8fbff5' },
      { token: 'regexp', foreground: 'e8b77c' },
      { token: 'type', foreground: 'e8c58a' },
      { token: 'tag', foreground: '9fd4a0' },
      { token: 'attribute.name', foreground: '8fbff5' },
      { token: 'attribute.value', foreground: '9fd4a0' },
      { token: 'annotation', foreground: 'a3abb8' },
      { token: 'predefined', foreground: '8fbff5' },
      { token: 'variable', foreground: '8fbff5' },
      { token: 'invalid', foreground: 'ff9a94' },
    ],
    colors: {
      'editor.background': '#14171c',
      'editor.foreground': '#e4e7ec',
      'editorLineNumber.foreground': '#8b94a1',
      'editorLineNumber.activeForeground': '#e4e7ec',
      'editorLineNumber.dimmedForeground': '#8b94a1',
      'editor.lineHighlightBackground': '#1e2127',
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': '#2b4468',
      'editorCursor.foreground': '#e4e7ec',
      'editorIndentGuide.background1': '#2c3038',
      'editorBracketMatch.background': '#2b3a52',
      'editorBracketMatch.border': '#5d8bd0',
      'diffEditor.insertedLineBackground': '#16301f',
      'diffEditor.insertedTextBackground': '#1b3f27',
      'diffEditor.removedLineBackground': '#3a1d1f',
      'diffEditor.removedTextBackground': '#5a2629',
      'diffEditorGutter.insertedLineBackground': '#16301f',
      'diffEditorGutter.removedLineBackground': '#3a1d1f',
      'diffEditor.diagonalFill': '#2c3038',
      'diffEditor.border': '#272c35',
      focusBorder: '#8f9ef7',
    },
  },
}

/** The colour of a token such as `keyword.js` in a theme: that of the nearest kind that the theme has one for. */
export function tokenColour(token: string, theme: string): string | undefined {
  const rules = themes[theme]?.rules ?? []
  for (let kind = token; kind !== ''; kind = kind.slice(0, Math.max(0, kind.lastIndexOf('.')))) {
    const rule = rules.find((one) => one.token === kind)
    if (rule) return `#${rule.foreground}`
  }
  return undefined
}

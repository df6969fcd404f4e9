/** Languages that the editor colours. `plain` is everything else. */
export type EditorLanguage = 'python' | 'javascript' | 'shell' | 'go' | 'java' | 'csharp' | 'ruby' | 'plain'

const ofRuntime: Record<string, EditorLanguage> = {
  python: 'python',
  nodejs: 'javascript',
  shell: 'shell',
  golang: 'go',
  java: 'java',
  dotnetcore: 'csharp',
  ruby: 'ruby',
}

/** Language of a function's source, from its runtime with or without a version (`python:3.11`). */
export function languageOfRuntime(runtime: string | undefined): EditorLanguage {
  return ofRuntime[(runtime ?? '').split(':', 1)[0] ?? ''] ?? 'plain'
}

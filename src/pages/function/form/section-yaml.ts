import { coverSecrets } from '@/domain/config-secrets'
import { writeYaml } from '@/domain/yaml-writing'
import { setAt, valueAt, type Path } from '@/lib/tree'

/** The YAML of some places of a function's configuration, secrets covered; empty when nothing stands there. */
export function yamlOfPlaces(config: unknown, paths: readonly Path[]): string {
  const tree = paths.reduce<unknown>((at, path) => {
    const value = valueAt(config, path)
    return value === undefined ? at : setAt(at, path, value)
  }, undefined)
  return tree === undefined ? '' : writeYaml(coverSecrets(tree, []))
}

export interface YamlPart {
  kind: 'key' | 'text' | 'value' | 'comment'
  text: string
}

/** One line in its coloured parts; `isText` for a line of a block of text. Together they are the line. */
function partsOf(line: string, isText: boolean): YamlPart[] {
  if (isText) return [{ kind: 'value', text: line }]
  if (/^\s*#/.test(line)) return [{ kind: 'comment', text: line }]
  const [, before = '', key, after = ''] =
    /^(\s*(?:- )*)((?:"[^"]*"|'[^']*'|[^\s"'#][^#]*?):)(?:(\s.*)|)$/.exec(line) ?? []
  if (key === undefined) return [{ kind: 'value', text: line }]
  return [
    ...(before === '' ? [] : [{ kind: 'text' as const, text: before }]),
    { kind: 'key', text: key },
    ...(after === '' ? [] : [{ kind: 'value' as const, text: after }]),
  ]
}

/** A YAML text as lines of parts to colour. Good for what this page writes itself; not a parser. */
export function yamlLines(yaml: string): YamlPart[][] {
  let blockAt: number | undefined
  return yaml
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const indent = line.search(/\S/)
      if (blockAt !== undefined && indent >= 0 && indent <= blockAt) blockAt = undefined
      const isText = blockAt !== undefined
      if (!isText && /(^|[:\s])[|>][+-]?\d?$/.test(line)) blockAt = indent
      return partsOf(line, isText)
    })
}

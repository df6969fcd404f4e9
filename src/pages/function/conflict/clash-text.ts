import { parse } from 'yaml'
import { decodeSource } from '@/domain/function-config'
import { coverSecrets } from '@/domain/config-secrets'
import { maskSecrets } from '@/domain/function-secrets'
import { isSource } from '@/domain/merge/places'
import type { Clash } from '@/domain/merge/merge-configs'
import { writeYaml } from '@/domain/yaml-writing'

/** How the values of a clash are written: the source and plain texts as they are, everything else as YAML. */
export type Writing = 'source' | 'text' | 'yaml'

export function writingOf({ path, part, base, mine, theirs }: Clash): Writing {
  if (part?.of === 'lines') return 'source'
  const present = [base, mine, theirs].filter((value) => value !== undefined)
  if (!present.every((value) => typeof value === 'string')) return 'yaml'
  return isSource(path) && present.every((value) => decodeSource(value) !== undefined) ? 'source' : 'text'
}

/** A value of a clash as text to read and edit; nothing where there is none. */
export function textOf(clash: Clash, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (clash.part?.of === 'lines') return (value as string[]).join('\n')
  const writing = writingOf(clash)
  if (writing === 'source') return decodeSource(value as string)
  return writing === 'text' ? (value as string) : writeYaml(value).trimEnd()
}

/** The value that a text stands for, as a clash takes it; throws for YAML that is none. An empty text of an item is no item. */
export function valueOf(clash: Clash, text: string, encode: (source: string) => string): unknown {
  if (clash.part?.of === 'lines') return text === '' ? [] : text.split('\n')
  const writing = writingOf(clash)
  if (writing === 'source') return encode(text)
  if (writing === 'text') return text
  const value = (parse(text) as unknown) ?? undefined
  if (!clash.part) return value
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** A value with what is to be kept quiet covered: under telling names, of variables that have one, and known secrets in texts. */
export function withoutSecrets(clash: Clash, value: unknown, secrets: readonly string[]): unknown {
  if (writingOf(clash) === 'source') return value
  return coverSecrets(value, clash.path, (text) => maskSecrets(text, secrets))
}

import type { Finding } from '@/domain/spec-rules/finding'
import type { SpecChange } from '@/domain/spec-change/spec-changes'
import type { Path } from '@/lib/tree'
import type { UnreadTexts } from './draft/unread-texts'
import type { Mark } from './Mark'
import { settingOf } from './settings-index'
import type { SettingsTab } from './settings'

/** The tab on which a place is edited; the whole function is edited as YAML. */
export function tabOf(path: Path): SettingsTab | 'yaml' {
  if (path.length === 0) return 'yaml'
  const setting = settingOf(path)
  if (setting) return setting.tab
  if (path[1] === 'triggers') return 'triggers'
  return ['build', 'runtime', 'handler', 'image'].includes(path[1] ?? '') ? 'code' : 'configuration'
}

/** Which tabs have edits, or something in them that cannot be read or that the server would refuse. */
export function tabMarks(
  changes: readonly SpecChange[],
  findings: readonly Finding[],
  unread: UnreadTexts | undefined,
): Partial<Record<string, Mark>> {
  const marks: Partial<Record<string, Mark>> = {}
  for (const { path } of changes) marks[tabOf(path)] = 'edited'
  for (const { path } of [...findings, ...Object.values(unread ?? {})]) marks[tabOf(path)] = 'broken'
  return marks
}

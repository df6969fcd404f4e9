import type { Choice } from '@/components/FilterList'
import { fieldId } from './use-field'
import type { Setting } from '../settings'

/** A setting as a line of the list that finds it. */
export interface FoundSetting extends Choice {
  setting: Setting
}

const tabNames: Record<Setting['tab'], string> = {
  code: 'Code',
  configuration: 'Configuration',
  triggers: 'Triggers',
}

/** The lines of the list: label, on which tab and in which section the setting stands, and when if not always. */
export function settingChoices(settings: readonly Setting[]): FoundSetting[] {
  return settings.map((setting, index) => ({
    id: `${index} ${fieldId(setting.path)}`,
    label: setting.label,
    note: [tabNames[setting.tab], setting.section, setting.when?.words].filter(Boolean).join(' · '),
    setting,
  }))
}

/**
 * The settings that answer to what was typed: first those whose label begins with it, then those with it in their label, their
 * other names or path, and last those whose section or help has all the words.
 */
export function findSettings<Item extends FoundSetting>(
  items: readonly Item[],
  query: string,
  limit: number,
): { shown: Item[]; total: number } {
  const wanted = query.trim().toLowerCase()
  const words = wanted.split(/\s+/)
  const groups: Item[][] = [[], [], [], [], []]
  for (const item of items) {
    const { label, keywords = '', path, section, help = '' } = item.setting
    const name = label.toLowerCase()
    const has = (text: string) => words.every((word) => text.toLowerCase().includes(word))
    if (name === wanted) groups[0]?.push(item)
    else if (name.startsWith(wanted)) groups[1]?.push(item)
    else if (has(name)) groups[2]?.push(item)
    else if (has(`${name} ${keywords} ${path.join('.')}`)) groups[3]?.push(item)
    else if (has(`${name} ${keywords} ${path.join('.')} ${section} ${help}`)) groups[4]?.push(item)
  }
  const all = groups.flat()
  return { shown: all.slice(0, limit), total: all.length }
}

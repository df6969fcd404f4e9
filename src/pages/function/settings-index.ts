import type { FunctionConfig } from '@/api/generated/schema'
import { isWithin, type Path } from '@/lib/tree'
import { codeSettings } from './code/settings'
import { configurationSettings } from './configuration/settings'
import type { Setting } from './settings'
import { settingsOfTriggers, triggerSettingOf, triggerSettings } from './triggers/settings'

/** The settings that every function has, in the order of the tabs. */
const fixedSettings: readonly Setting[] = [
  ...Object.values<Setting>(codeSettings),
  ...Object.values<Setting>(configurationSettings),
  ...Object.values<Setting>(triggerSettings),
]

/** Every setting that the forms show for a configuration: those of its triggers too. */
export function settingsFor(config: FunctionConfig): readonly Setting[] {
  return [...fixedSettings, ...settingsOfTriggers(config.spec.triggers)]
}

/** The setting whose field edits a place, if a form has one. */
export function settingOf(path: Path): Setting | undefined {
  const ofTrigger = triggerSettingOf(path)
  if (ofTrigger) return ofTrigger
  return fixedSettings
    .filter((setting) => isWithin(path, setting.path))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

import type { Trigger } from '@/api/generated/schema'
import { fieldsOf, triggerKind, triggerKinds } from '@/domain/triggers/kinds'
import { isWithin, type Path } from '@/lib/tree'
import type { Setting } from '../settings'

const tab = { tab: 'triggers', section: 'Triggers' } as const
const triggersPath: Path = ['spec', 'triggers']

/** What the Triggers tab edits of every function. */
export const triggerSettings = {
  triggers: {
    ...tab,
    path: triggersPath,
    label: 'Triggers',
    keywords: triggerKinds.map(({ label, kind }) => `${label} ${kind}`).join(' '),
  },
  disableDefaultHttp: {
    ...tab,
    path: ['spec', 'disableDefaultHTTPTrigger'],
    label: 'No default http trigger',
    help: 'The platform adds no http trigger by itself.',
    keywords: 'default-http disableDefaultHTTPTrigger',
  },
} satisfies Record<string, Setting>

const addingKinds: readonly Setting[] = triggerKinds.map(({ kind, label, does }) => ({
  ...tab,
  path: triggersPath,
  label: `Add a trigger: ${label}`,
  help: does,
  keywords: `${kind} new`,
}))

function settingsOfTrigger(name: string, kind: string): Setting[] {
  const section = `Trigger ${name}`
  const at = [...triggersPath, name]
  return [
    { ...tab, section, path: [...at, 'disabled'], label: `${name}: enabled`, keywords: 'disabled' },
    { ...tab, section, path: [...at, 'name'], label: `${name}: name`, keywords: 'rename' },
    { ...tab, section, path: [...at, 'kind'], label: `${name}: kind` },
    ...fieldsOf(kind).map(({ path, label, help, keywords, only }) => ({
      ...tab,
      section,
      path: [...at, ...path],
      label: `${name}: ${label}`,
      help,
      keywords,
      only,
    })),
  ]
}

/** What can be found of the triggers that a function has, and the kinds that it can get. */
export function settingsOfTriggers(triggers: Record<string, Trigger> | undefined): readonly Setting[] {
  const own = Object.entries(triggers ?? {}).flatMap(([name, { kind }]) => settingsOfTrigger(name, kind))
  return [...own, ...addingKinds]
}

/** The setting at a place within a trigger, named without knowing the function; undefined for other places. */
export function triggerSettingOf(path: Path): Setting | undefined {
  const [, , name, ...rest] = path
  if (!isWithin(path, triggersPath) || name === undefined) return undefined
  const at = [...triggersPath, name]
  if (rest.length === 0) return { ...tab, section: `Trigger ${name}`, path: at, label: `Trigger ${name}` }
  const candidates = [...triggerKinds.map(({ kind }) => kind), ''].flatMap((kind) =>
    settingsOfTrigger(name, kind),
  )
  return (
    candidates
      .filter((setting) => isWithin(path, setting.path))
      .sort((a, b) => b.path.length - a.path.length)[0] ?? {
      ...tab,
      section: triggerKind('').label,
      path: at,
      label: `Trigger ${name}`,
    }
  )
}

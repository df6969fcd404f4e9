import type { Trigger } from '@/api/generated/schema'

export type Triggers = Record<string, Trigger>

/** What is wrong with a trigger's name among those of its function, or undefined. `own` is the name that it has now. */
export function triggerNameProblem(
  name: string,
  kind: string,
  triggers: Triggers,
  own?: string,
): string | undefined {
  if (name === '') return 'Enter a name'
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return 'Use letters, digits, - and _'
  if (!/^[A-Za-z]/.test(name)) return 'Begin with a letter'
  if (name.length > 128) return 'Use at most 128 characters'
  if (name !== own && Object.hasOwn(triggers, name)) return `There is a trigger “${name}” already`
  if (name === 'default-http' && kind !== 'http') return 'Only an http trigger may have this name'
  return undefined
}

/** A name that no trigger has: the wish itself, or with the first number that is free. */
export function freeTriggerName(wish: string, triggers: Triggers): string {
  if (!Object.hasOwn(triggers, wish)) return wish
  const stem = wish.replace(/-\d+$/, '')
  for (let number = 2; ; number += 1)
    if (!Object.hasOwn(triggers, `${stem}-${number}`)) return `${stem}-${number}`
}

/** The triggers with one under another name, in its place among them and with everything that it had. */
export function renamedTrigger(triggers: Triggers, from: string, to: string): Triggers {
  return Object.fromEntries(
    Object.entries(triggers).map(([name, trigger]) =>
      name === from ? [to, { ...trigger, name: to }] : [name, trigger],
    ),
  )
}

/** The triggers without one; nothing when it was the last. */
export function withoutTrigger(triggers: Triggers, name: string): Triggers | undefined {
  const rest = Object.entries(triggers).filter(([key]) => key !== name)
  return rest.length > 0 ? Object.fromEntries(rest) : undefined
}

/** A trigger of a kind as it is added. */
export function newTrigger(kind: string, name: string): Trigger {
  return kind === 'cron' ? { kind, name, attributes: { interval: '5m' } } : { kind, name }
}

/** Why a function cannot get a trigger of this kind, or undefined. */
export function whyNotAdd(kind: string, triggers: Triggers): string | undefined {
  if (kind !== 'http') return undefined
  const [name] = Object.entries(triggers).find(([, trigger]) => trigger.kind === 'http') ?? []
  return name === undefined ? undefined : `A function has one http trigger at most, and “${name}” is one`
}

/** The name that a trigger of a kind gets when nobody has chosen one. */
export function wishedName(kind: string): string {
  return kind === 'kafka-cluster' ? 'kafka' : kind
}

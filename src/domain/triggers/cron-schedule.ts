import { durationMilliseconds } from '../go-duration'

/** Values that a field of a schedule takes; `undefined` is every value. */
type FieldValues = readonly number[] | undefined

/** A schedule of six fields, every one spelled out. */
export interface CalendarSchedule {
  kind: 'calendar'
  /** second, minute, hour, day of the month, month, day of the week (0 is Sunday). */
  fields: readonly FieldValues[]
  /** Name of the time zone that the fields mean; servers mean UTC when none is written. */
  timeZone: string
}

/** Runs that are equally far apart, counted from the start of the function. */
export interface IntervalSchedule {
  kind: 'interval'
  milliseconds: number
}

export type CronSchedule = CalendarSchedule | IntervalSchedule

interface FieldRule {
  name: string
  least: number
  most: number
  names?: readonly string[]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const fieldRules: readonly FieldRule[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: months },
  { name: 'day of the week', least: 0, most: 6, names: days },
]

const descriptors: Record<string, string> = {
  '@yearly': '0 0 0 1 1 *',
  '@annually': '0 0 0 1 1 *',
  '@monthly': '0 0 0 1 * *',
  '@weekly': '0 0 0 * * 0',
  '@daily': '0 0 0 * * *',
  '@midnight': '0 0 0 * * *',
  '@hourly': '0 0 * * * *',
}

/** Why a text is no schedule, in words for a person. */
export class ScheduleProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ScheduleProblem'
  }
}

/**
 * Reads a schedule as the library of Nuclio's processors (robfig/cron, version 3) does: five fields, six with the seconds first,
 * a descriptor such as `@daily` or `@every 5m`, each with an optional `TZ=` before it. Throws {@link ScheduleProblem}.
 */
export function readSchedule(text: string): CronSchedule {
  const zoned = /^(?:CRON_)?TZ=(\S+)\s+(.*)$/s.exec(text.trim())
  const timeZone = zoned?.[1] ?? 'UTC'
  if (!isTimeZone(timeZone)) throw new ScheduleProblem(`“${timeZone}” is no time zone`)
  const written = (zoned?.[2] ?? text).trim()
  if (written.startsWith('@every ')) return readInterval(written.slice('@every '.length).trim())
  const described = descriptors[written]
  if (written.startsWith('@') && !described)
    throw new ScheduleProblem(`“${written}” is none of @every, ${Object.keys(descriptors).join(', ')}`)
  const parts = (described ?? written).split(/\s+/).filter(Boolean)
  if (parts.length !== 5 && parts.length !== 6)
    throw new ScheduleProblem(
      `A schedule has five fields (minute, hour, day, month, weekday) or six with the second first; here are ${parts.length}`,
    )
  const six = parts.length === 5 ? ['0', ...parts] : parts
  return {
    kind: 'calendar',
    fields: fieldRules.map((rule, index) => readField(six[index] ?? '*', rule)),
    timeZone,
  }
}

/** Reads an interval: a positive duration as Go writes it. Throws {@link ScheduleProblem}. */
export function readInterval(text: string): IntervalSchedule {
  const milliseconds = durationMilliseconds(text)
  if (milliseconds === undefined)
    throw new ScheduleProblem(`“${text}” is no duration; write it with units, such as 30s, 5m or 1h30m`)
  if (milliseconds < 1) throw new ScheduleProblem('The time between two runs is at least 1ms')
  return { kind: 'interval', milliseconds }
}

/**
 * When the cron trigger with these attributes runs; an interval wins over a schedule, as in Nuclio. Throws
 * {@link ScheduleProblem}.
 */
export function cronSchedule(attributes: unknown): CronSchedule {
  const { interval, schedule } = (attributes ?? {}) as Record<string, unknown>
  if (typeof interval === 'string' && interval !== '') return readInterval(interval)
  if (typeof schedule === 'string' && schedule !== '') return readSchedule(schedule)
  throw new ScheduleProblem('A cron trigger has an interval or a schedule; this one has neither')
}

/** What is wrong with a schedule or an interval, or undefined. */
export function scheduleProblem(read: () => CronSchedule): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof ScheduleProblem) return error.message
    throw error
  }
}

function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function readField(text: string, rule: FieldRule): FieldValues {
  const values = new Set<number>()
  let isEvery = false
  for (const part of text.split(',').filter(Boolean)) {
    const range = readRange(part, rule)
    isEvery ||= range.isEvery
    for (let at = range.from; at <= range.to; at += range.step) values.add(at)
  }
  if (values.size === 0) throw new ScheduleProblem(`The ${rule.name} is empty`)
  return isEvery ? undefined : [...values].sort((a, b) => a - b)
}

function readRange(part: string, rule: FieldRule) {
  const [range = '', stepText, ...furtherSteps] = part.split('/')
  const [low = '', high, ...furtherBounds] = range.split('-')
  const fault = (what: string) =>
    new ScheduleProblem(`The ${rule.name} cannot be “${part}”: ${what} (${rule.least} to ${rule.most})`)
  if (furtherSteps.length > 0) throw fault('it has more than one “/”')
  if (furtherBounds.length > 0) throw fault('it has more than one “-”')
  const isStar = low === '*' || low === '?'
  if (isStar && high !== undefined) throw fault('a range has two numbers')
  const number = (text: string): number => {
    const named = rule.names?.indexOf(text.toLowerCase()) ?? -1
    if (named >= 0) return named + rule.least
    if (!/^\d+$/.test(text)) throw fault(`“${text}” is no number`)
    return Number(text)
  }
  const from = isStar ? rule.least : number(low)
  const step = stepText === undefined ? 1 : number(stepText)
  const single = stepText === undefined ? from : rule.most
  const to = isStar ? rule.most : high === undefined ? single : number(high)
  if (from < rule.least || to > rule.most || from > rule.most) throw fault('it is out of range')
  if (from > to) throw fault('its beginning is after its end')
  if (step < 1) throw fault('a step is at least 1')
  return { from, to, step, isEvery: isStar && step === 1 }
}

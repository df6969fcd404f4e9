import {
  isSameAnswer,
  type AnswerDifference,
  type BodyDifference,
  type HeaderDifference,
} from '@/domain/console/answer-difference'
import type { JsonDifference } from '@/domain/console/json-difference'
import { formatJsonPath } from '@/domain/console/json-path'

/** What can be drawn of a difference: two large answers can differ in all that they hold, and all of that would be copied to the page. */
export interface DrawnDifference extends Pick<AnswerDifference, 'status'> {
  isSame: boolean
  headers: HeaderDifference[]
  body: DrawnBody
}

export type DrawnBody =
  | Extract<BodyDifference, { kind: 'same' | 'bytes' }>
  /** `count` is that of all, of which `rows` are the first. */
  | { kind: 'json'; rows: DrawnPlace[]; count: number; isRough: boolean }
  | { kind: 'text'; lines: DrawnLine[]; count: number }

/** A place where two JSON bodies differ, as it is written. */
export interface DrawnPlace {
  kind: JsonDifference['kind']
  path: string
  /** Where a moved item stood before. */
  movedFrom?: string
  from?: string
  to?: string
}

/** A line of one of two texts. */
export interface DrawnLine {
  sign: '−' | '+'
  /** Counted from 1, in its own text. */
  number: number
  text: string
}

/** Rows that are handed on, and signs of a value or a line. */
const most = 1_000
const longest = 500

/** A difference as it is drawn, its beginning when it is long. */
export function drawnDifference(difference: AnswerDifference): DrawnDifference {
  const { status, headers, body } = difference
  return { isSame: isSameAnswer(difference), status, headers, body: drawnBody(body) }
}

function drawnBody(body: BodyDifference): DrawnBody {
  switch (body.kind) {
    case 'same':
    case 'bytes':
      return body
    case 'json':
      return {
        kind: 'json',
        rows: body.differences.slice(0, most).map(drawnPlace),
        count: body.count,
        isRough: body.rough.length > 0,
      }
    case 'text':
      return drawnText(body)
  }
}

function drawnPlace({ kind, place, fromPlace, from, to }: JsonDifference): DrawnPlace {
  return {
    kind,
    path: formatJsonPath(place),
    movedFrom: kind === 'moved' && fromPlace ? formatJsonPath(fromPlace) : undefined,
    from: kind === 'added' || kind === 'moved' ? undefined : cut(jsonText(from)),
    to: kind === 'removed' || kind === 'moved' ? undefined : cut(jsonText(to)),
  }
}

function drawnText({ from, to, hunks }: Extract<BodyDifference, { kind: 'text' }>): DrawnBody {
  const lines: DrawnLine[] = []
  let count = 0
  const add = (sign: DrawnLine['sign'], text: readonly string[], [start, end]: readonly [number, number]) => {
    count += end - start
    for (let at = start; at < end && lines.length < most; at += 1)
      lines.push({ sign, number: at + 1, text: cut(text[at] ?? '') })
  }
  for (const hunk of hunks) {
    add('−', from, hunk.from)
    add('+', to, hunk.to)
  }
  return { kind: 'text', lines, count }
}

const jsonText = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

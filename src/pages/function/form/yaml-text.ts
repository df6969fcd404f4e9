import { LineCounter, parseDocument } from 'yaml'
import { writeYaml } from '@/domain/yaml-writing'
import { isBranch } from '@/lib/tree'

/** What a YAML text of a part of a form has to be. */
export type YamlShape = 'object' | 'list'

export interface YamlProblem {
  /** From 1, when the place is known. */
  line?: number
  message: string
}

/** A value as YAML to edit; nothing is the empty text. */
export function yamlOf(value: unknown): string {
  return value === undefined || value === null ? '' : writeYaml(value)
}

/** The value of a YAML text, or what is wrong with it. An empty text, or only comments, is no value. */
export function readYaml(text: string, shape: YamlShape): { value: unknown } | { problem: YamlProblem } {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const error = document.errors[0]
  if (error) {
    const { line } = lineCounter.linePos(error.pos[0])
    return { problem: { line, message: error.message } }
  }
  let value: unknown
  try {
    value = document.toJS()
  } catch (thrown) {
    return { problem: { message: thrown instanceof Error ? thrown.message : String(thrown) } }
  }
  if (value === null || value === undefined) return { value: undefined }
  if (shape === 'list' ? Array.isArray(value) : isBranch(value)) return { value }
  return {
    problem: {
      line: 1,
      message:
        shape === 'list' ? 'This has to be a list: begin items with “- ”' : 'This has to be keys with values',
    },
  }
}

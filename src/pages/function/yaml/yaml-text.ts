import type { FunctionConfig } from '@/api/generated/schema'
import { projectLabel } from '@/domain/function-config'
import {
  functionYaml,
  placeOf,
  readFunctionDocument,
  writtenPart,
  type DocumentFault,
  type FunctionDocument,
  type Written,
} from '@/domain/function-document'
import { rewritten } from '@/domain/function-document-edit'
import { differences, isBranch, sameValue, setAt, valueAt, type Path } from '@/lib/tree'
import type { Edit } from '../draft/draft-session'

/** The YAML of a function as a person has it in the editor. */
export interface YamlText {
  text: string
  /** What it says; of a text that cannot be read, what it said when it could. That is what the draft has of it. */
  written: Written
  /** Why the text cannot be read; empty when it can. */
  faults: readonly DocumentFault[]
  /** The text as read; nothing while it is broken. */
  read?: FunctionDocument
}

/** What has to stay as it is for as long as it is the same function. */
const namePath: Path = ['metadata', 'name']
const projectPath: Path = ['metadata', 'labels', projectLabel]

/** The draft's own YAML, without anything a person has written into it. */
export function freshText(config: FunctionConfig): YamlText {
  return yamlText(functionYaml(config), config)
}

export function yamlText(text: string, config: FunctionConfig): YamlText {
  const { ok, faults } = readFunctionDocument(text)
  const written = ok ? settled(ok.written, config) : writtenPart(config)
  return { text, written, faults: faults ?? [], read: ok }
}

/** What a text says, but for what it cannot change. */
function settled(written: Written, config: FunctionConfig): Written {
  const named = setAt(written, namePath, config.metadata.name)
  const project = valueAt(config, projectPath)
  if (valueAt(named, projectPath) === project) return named
  return setAt(named, projectPath, project)
}

/** The person's new text, and what it changes of the draft. A broken text changes nothing. */
export function withTyped(
  { written }: Pick<YamlText, 'written'>,
  text: string,
  config: FunctionConfig,
): { now: YamlText; edits: Edit[] } {
  const now = yamlText(text, config)
  if (!now.read) return { now: { ...now, written }, edits: [] }
  // Against what the text said before and not against the draft: what was edited elsewhere while it was broken stays.
  const edits = differences(written, now.written).map(({ path, to }) => ({ path, value: to }))
  return { now, edits }
}

/** The text after the draft was edited elsewhere. */
export function withConfig(before: YamlText, config: FunctionConfig): YamlText {
  if (!before.read || sameValue(before.written, writtenPart(config))) return before
  return yamlText(rewritten(before.read, config), config)
}

/** A document from elsewhere as the text of this function: under its name and in its project. */
export function textOfFile(read: FunctionDocument, config: FunctionConfig): YamlText {
  return yamlText(rewritten(read, settled(read.written, config) as unknown as FunctionConfig), config)
}

export interface Remark extends DocumentFault {
  tone: 'bad' | 'note'
}

/** What of a text that can be read does not take effect, and why. */
export function remarksOn({ read }: YamlText, config: FunctionConfig, namespace: string): Remark[] {
  if (!read) return []
  const at = (path: Path, message: string, tone: Remark['tone'] = 'bad'): Remark => {
    const [from, to] = placeOf(read, path)
    const { line, col } = read.lines.linePos(from)
    return { from, to, line, column: col, message, tone }
  }
  const remarks: Remark[] = []
  const { name } = read.written.metadata
  if (name !== config.metadata.name)
    remarks.push(
      at(
        namePath,
        `The name of a function cannot change: this one stays ${config.metadata.name}. Duplicate it to have it under another name.`,
      ),
    )
  if (read.namespace !== undefined && read.namespace !== namespace)
    remarks.push(
      at(
        ['metadata', 'namespace'],
        `A function cannot move to another namespace: this one stays in ${namespace}.`,
      ),
    )
  const { labels } = read.written.metadata
  const project = valueAt(config, projectPath)
  if (typeof project === 'string' && (!isBranch(labels) || labels[projectLabel] !== project))
    remarks.push(
      at(projectPath, `A function cannot move to another project: this one stays in ${project}.`, 'note'),
    )
  for (const key of read.leftOut) {
    const [from, to] = placeOf(read, [key])
    const { line, col } = read.lines.linePos(from)
    const message = `“${key}” is no part of a function. It stays in this text and is not sent.`
    remarks.push({ from, to, line, column: col, message, tone: 'note' })
  }
  return remarks
}

import type { EnvironmentSource, EnvironmentVariable } from '@/api/generated/schema'
import { formatDotenv, parseDotenv, type DotenvEntry, type DotenvProblem } from '@/domain/dotenv'
import { isSecretName } from '@/domain/function-secrets'
import { without } from '@/lib/without'

/** Where the value of a variable comes from; `other` is something that this form does not know and keeps. */
export type VariableKind = 'value' | 'secret' | 'configMap' | 'field' | 'resource' | 'other'

const keys = {
  secret: 'secretKeyRef',
  configMap: 'configMapKeyRef',
  field: 'fieldRef',
  resource: 'resourceFieldRef',
} as const

export function kindOfVariable({ valueFrom }: EnvironmentVariable): VariableKind {
  if (!valueFrom) return 'value'
  const found = Object.entries(keys).find(([, key]) => valueFrom[key])
  return (found?.[0] as VariableKind | undefined) ?? 'other'
}

/** The variable with its value from elsewhere; nothing of the old place is kept but the name. */
export function withVariableKind(variable: EnvironmentVariable, kind: VariableKind): EnvironmentVariable {
  const rest = without(variable, 'value', 'valueFrom')
  if (kind === 'value') return { ...rest, value: '' }
  return kind === 'other' ? variable : { ...rest, valueFrom: { [keys[kind]]: {} } }
}

/** The variable with something of its reference changed; `undefined` takes the key away. */
export function withReference(
  variable: EnvironmentVariable,
  kind: Exclude<VariableKind, 'value' | 'other'>,
  change: Record<string, unknown>,
): EnvironmentVariable {
  const key = keys[kind]
  const reference = Object.entries({ ...variable.valueFrom?.[key], ...change }).filter(
    ([, value]) => value !== undefined,
  )
  return { ...variable, valueFrom: { ...variable.valueFrom, [key]: Object.fromEntries(reference) } }
}

export const isBlankVariable = ({ name, value, valueFrom }: EnvironmentVariable): boolean =>
  !name && !value && !valueFrom

/** What is wrong with the name of a variable by itself. */
export function variableNameProblem(name: string): string | undefined {
  if (name === '') return 'Enter a name'
  if (/^[0-9.]/.test(name)) return 'Begin with a letter or _'
  const strange = /[^-\w.]/u.exec(name)?.[0]
  return strange ? `Leave out “${strange}”; letters, digits, _ - and . are allowed` : undefined
}

/** What is wrong with the name of one variable among all of them. */
export function variableProblem(
  variables: readonly EnvironmentVariable[],
  index: number,
): string | undefined {
  const variable = variables[index]
  if (!variable || isBlankVariable(variable)) return undefined
  const name = variable.name ?? ''
  const isOverridden = name !== '' && variables.some((other, at) => at > index && other.name === name)
  return isOverridden ? `“${name}” stands here again below, and that counts` : variableNameProblem(name)
}

/** Stands in a text in the place of a value that is not shown. */
export const coveredValue = '••••••'

/** The plain variables as a .env text; values that look like secrets are covered unless `revealed`. */
export function environmentText(variables: readonly EnvironmentVariable[], revealed: boolean): string {
  const plain = variables.filter((variable) => !variable.valueFrom)
  return formatDotenv(
    plain.map(({ name = '', value }) => ({
      name,
      value: !revealed && value && isSecretName(name) ? coveredValue : String(value ?? ''),
    })),
  )
}

/**
 * The variables after their text was edited: references stay where they are, the plain ones become what the text says, in its
 * order. A value that is covered in the text stays what it was.
 */
export function withEnvironmentText(
  variables: readonly EnvironmentVariable[],
  text: string,
): { variables: EnvironmentVariable[]; problems: DotenvProblem[] } {
  const { entries, problems } = parseDotenv(text)
  const written = entries.map((entry) => plainVariable(variables, entry))
  const result: EnvironmentVariable[] = []
  for (const variable of variables) {
    const next = variable.valueFrom ? variable : written.shift()
    if (next) result.push(next)
  }
  return { variables: [...result, ...written], problems }
}

function plainVariable(
  variables: readonly EnvironmentVariable[],
  { name, value }: DotenvEntry,
): EnvironmentVariable {
  const before = variables.find((variable) => variable.name === name && !variable.valueFrom)
  if (!before) return { name, value }
  // Without a value is the same as with an empty one, and stays as it was written.
  if (value === coveredValue || (value === '' && before.value === undefined)) return before
  return { ...before, name, value }
}

/** What was pasted, when it is several variables, or one with its value. */
export function pastedVariables(text: string): DotenvEntry[] | undefined {
  if (!text.includes('=')) return undefined
  const { entries, problems } = parseDotenv(text)
  return entries.length > 0 && problems.length === 0 ? entries : undefined
}

/** The variables with others taken in: those of the same name get the new value, the rest stands behind. */
export function withPasted(
  variables: readonly EnvironmentVariable[],
  pasted: readonly DotenvEntry[],
): EnvironmentVariable[] {
  const result = variables.filter((variable) => !isBlankVariable(variable))
  for (const { name, value } of pasted) {
    const index = result.findIndex((variable) => variable.name === name)
    const before = result[index]
    if (before) result[index] = { ...without(before, 'valueFrom'), name, value }
    else result.push({ name, value })
  }
  return result
}

/** Whether a source of variables is a secret or a config map. */
export const kindOfSource = (source: EnvironmentSource): 'secret' | 'configMap' =>
  source.configMapRef ? 'configMap' : 'secret'

/** The source turned to the other kind, with its name and prefix. */
export function withSourceKind(source: EnvironmentSource, kind: 'secret' | 'configMap'): EnvironmentSource {
  const { secretRef, configMapRef, ...rest } = source
  const reference = secretRef ?? configMapRef ?? {}
  return kind === 'secret' ? { ...rest, secretRef: reference } : { ...rest, configMapRef: reference }
}

/** The source with something of its reference changed; `undefined` takes the key away. */
export function withSourceReference(
  source: EnvironmentSource,
  change: { name?: string; optional?: true },
): EnvironmentSource {
  const key = kindOfSource(source) === 'secret' ? 'secretRef' : 'configMapRef'
  const reference = Object.entries({ ...source[key], ...change }).filter(([, value]) => value !== undefined)
  return { ...source, [key]: Object.fromEntries(reference) }
}

export const isBlankSource = (source: EnvironmentSource): boolean =>
  !source.prefix && !source.secretRef?.name && !source.configMapRef?.name

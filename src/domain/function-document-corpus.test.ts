import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import documentSchema from '@/api/generated/function-document-schema.json'
import { validateFunctionConfig } from '@/api/generated/function-validator'
import type { FunctionConfig, Trigger, Volume } from '@/api/generated/schema'
import { differences, isBranch, setAt } from '@/lib/tree'
import contract from '../../openapi.yaml?raw'
import {
  functionYaml,
  placeOf,
  readFunctionDocument,
  writtenPart,
  type FunctionDocument,
} from './function-document'
import { rewritten } from './function-document-edit'
import { configFindings } from './spec-rules/schema-findings'
import { triggerProblems } from './triggers/problems'

const files = import.meta.glob<string>('./corpus/*.yaml', { query: '?raw', import: 'default', eager: true })
const corpus = Object.entries(files).map(([path, text]) => ({
  name: path.replace(/^.*\/|\.yaml$/g, ''),
  text,
}))

const read = (text: string): FunctionDocument => {
  const { ok, faults } = readFunctionDocument(text)
  if (!ok) throw new Error(faults.map(({ line, message }) => `line ${line}: ${message}`).join('; '))
  return ok
}
const configOf = ({ written }: FunctionDocument) => written as unknown as FunctionConfig

/**
 * What a file says by itself, read without any of the code at hand: metadata and spec, without empty values, and without what a
 * server writes (an export leaves that out, and says so to nobody).
 */
function saidBy(text: string): unknown {
  const whole = parse(text, { merge: true }) as { metadata: Tree; spec: Tree & { build?: Tree } }
  const { metadata, spec } = withoutEmptyValues({ metadata: whole.metadata, spec: whole.spec })
  for (const key of ['namespace', 'resourceVersion', 'creationTimestamp']) delete metadata[key]
  delete spec['imageHash']
  delete spec.build?.['timestamp']
  return { metadata, spec }
}

type Tree = Record<string, unknown>

/** A file may write `env:` and nothing behind it. */
const withoutEmptyValues = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner === null ? undefined : inner))) as Value

it('knows many ways to write a function', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(40)
})

describe('the files together', () => {
  interface Schema {
    examples?: string[]
    properties?: Record<string, Schema>
    enum?: string[]
    const?: string
  }
  type Condition = { if: { properties: { kind: Schema } } }
  const { schemas } = (
    parse(contract) as { components: { schemas: Record<string, Schema & { allOf?: Condition[] }> } }
  ).components
  const kindsOf = (condition: Condition) => {
    const { kind } = condition.if.properties
    return kind.enum ?? [kind.const ?? '']
  }
  const specs = corpus.map(
    ({ text }) => (parse(text, { merge: true }) as { spec: FunctionConfig['spec'] }).spec,
  )
  const missing = (wanted: readonly string[] | undefined, found: readonly (string | undefined)[]) => {
    expect(wanted?.length).toBeGreaterThan(5)
    return wanted?.filter((one) => !found.includes(one))
  }

  it('have triggers of every kind that the contract knows, by each of its names', () => {
    const triggers = specs.flatMap(({ triggers: all }) => Object.values(all ?? {}))
    const { Trigger: schema } = schemas
    const described = [
      ...(schema?.properties?.['kind']?.examples ?? []),
      ...(schema?.allOf ?? []).flatMap(kindsOf),
    ]
    expect(
      missing(
        described,
        triggers.map(({ kind }) => kind),
      ),
    ).toEqual([])
  })

  it('have volumes of every kind', () => {
    const volumes = specs.flatMap(({ volumes: all }) => all ?? [])
    const kinds = Object.keys(schemas['Volume']?.properties?.['volume']?.properties ?? {})
    expect(
      missing(
        kinds,
        volumes.flatMap(({ volume }: Volume) => Object.keys(volume ?? {})),
      ),
    ).toEqual([])
  })

  it('have code of every kind', () => {
    const kinds = schemas['FunctionBuild']?.properties?.['codeEntryType']?.examples
    expect(
      missing(
        kinds,
        specs.map(({ build }) => build?.codeEntryType),
      ),
    ).toEqual([])
  })
})

/** What the YAML editor marks by itself, but for what is empty. */
const isDocument = new Ajv({ strict: false, allErrors: true }).compile(documentSchema)

describe.each(corpus)('$name', ({ text }) => {
  it('opens, and nothing in it is called wrong', () => {
    const config = configOf(read(text))
    expect(validateFunctionConfig(config)).toEqual([])
    expect(configFindings(config, { platformKind: 'kube', act: 'create' })).toEqual([])
    const triggers: Trigger[] = Object.values(config.spec.triggers ?? {})
    expect(triggers.flatMap(triggerProblems)).toEqual([])
    isDocument(withoutEmptyValues(parse(text, { merge: true })))
    expect(isDocument.errors ?? []).toEqual([])
  })

  it('is read and written as it says', () => {
    const config = configOf(read(text))
    const said = saidBy(text)
    expect(isBranch(said) && Object.keys(said)).toEqual(['metadata', 'spec'])
    expect(config).toEqual(said)
    expect(saidBy(functionYaml(config))).toEqual(said)
    expect(functionYaml(configOf(read(functionYaml(config))))).toBe(functionYaml(config))
  })

  it('takes an edit anywhere and says nothing else afterwards', () => {
    const at = read(text)
    const places = differences({}, at.written).flatMap(({ path, to }) => leaves(path, to))
    expect(places.length).toBeGreaterThan(2)
    for (const path of places) {
      const edited = setAt(configOf(at), path, 'edited')
      const now = read(rewritten(at, edited))
      expect(now.written).toEqual(writtenPart(edited))
      expect(now.text.slice(...placeOf(now, path))).toContain('edited')
    }
  })
})

function leaves(path: readonly string[], value: unknown): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves([...path, key], inner))
}

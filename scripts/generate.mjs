import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { Ajv } from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import openapiTS, { astToString } from 'openapi-typescript'
import { parse } from 'yaml'

const contractFile = new URL('../openapi.yaml', import.meta.url)
const generated = new URL('../src/api/generated/', import.meta.url)

const head = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n\n'

const contract = parse(await readFile(contractFile, 'utf8'))
const { schemas } = contract.components

/** What each generated file has to say. */
const texts = {
  'schema.ts': head + (await types()),
  'function-document-schema.json': JSON.stringify(documentSchema()) + '\n',
  'function-validator.ts': validator(),
}

/** Types of everything in the contract. */
async function types() {
  const tree = await openapiTS(withoutConditions(contract), {
    alphabetize: false,
    // A default is what the server does when a field is left out: it may be left out.
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
  })
  return astToString(tree)
}

/** A copy without what holds only on a condition, which types cannot say. */
function withoutConditions(node) {
  const isConditional = (entries) => Array.isArray(entries) && entries.every((entry) => 'if' in entry)
  return mapObjects(node, (object) =>
    Object.entries(object).filter(([key, value]) => !(key === 'allOf' && isConditional(value))),
  )
}

/** The schema of a function.yaml for the YAML editor, in the dialect that it reads (draft 07). */
function documentSchema() {
  const root = {
    type: 'object',
    description: 'A function of Nuclio, as its command line reads and writes it.',
    required: ['metadata', 'spec'],
    properties: {
      apiVersion: {
        type: 'string',
        description: 'Version of this format.',
        examples: ['nuclio.io/v1'],
      },
      kind: { type: 'string', description: 'What the document describes.', examples: ['NuclioFunction'] },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: { $ref: '#/components/schemas/FunctionSpec' },
    },
  }
  const explained = (node) => mapSchemas(node, explainedSchema)
  const definitions = Object.fromEntries(
    [...reachable(root)].map((name) => [name, explained(pointing(schemas[name], '#/definitions/'))]),
  )
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...explained(pointing(root, '#/definitions/')),
    definitions,
  }
}

/** Descriptions as the editor shows them when the pointer rests on a field: with `code`, and with the default. */
function explainedSchema({ description, ...schema }) {
  if (description === undefined && schema.default === undefined) return schema
  const fallback = schema.default === undefined ? '' : `Default: \`${JSON.stringify(schema.default)}\``
  return { ...schema, markdownDescription: [description, fallback].filter(Boolean).join('\n\n') }
}

/** Judges `{ metadata, spec }` like the server's check of a request's body, without compiling in the page. */
function validator() {
  const root = {
    ...schemas.FunctionConfig,
    properties: { ...schemas.FunctionConfig.properties, status: {} },
  }
  const plain = (node) => mapSchemas(node, plainSchema)
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  })
  for (const name of reachable(root)) ajv.addSchema(plain(pointing(schemas[name], '')), name)
  const code = standaloneCode(ajv, ajv.compile(plain(pointing({ $id: 'config', ...root }, ''))))
  if (code.includes('require(')) throw new Error('The validator needs a part of ajv at run time')
  const compiled = code
    .replace(/^"use strict";/, '')
    .replace(/export const validate = (\w+);export default \w+;/, 'const validate = $1;')
  return `// @ts-nocheck
${head}import type { ErrorObject } from 'ajv'

/** What the contract has against \`{ metadata, spec }\`, in ajv's form; empty when it is a function's configuration. */
export function validateFunctionConfig(value: unknown): ErrorObject[] {
  return validate(value) ? [] : validate.errors
}

${compiled}
`
}

/** Only what judges; what explains would be carried along. */
function plainSchema(schema) {
  const judging = Object.entries(schema).filter(
    ([key]) => !['description', 'examples', 'default'].includes(key),
  )
  return Object.fromEntries(judging)
}

/** The same schema with references to the contract's schemas led elsewhere. */
function pointing(node, prefix) {
  return mapObjects(node, (object) =>
    Object.entries(object).map(([key, value]) =>
      key === '$ref' ? [key, prefix + value.split('/').at(-1)] : [key, value],
    ),
  )
}

/** Names of all schemas that a schema is made of. */
function reachable(node, names = new Set()) {
  for (const [, name] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (names.has(name)) continue
    names.add(name)
    reachable(schemas[name], names)
  }
  return names
}

function mapObjects(node, entriesOf) {
  if (Array.isArray(node)) return node.map((item) => mapObjects(item, entriesOf))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(entriesOf(node).map(([key, value]) => [key, mapObjects(value, entriesOf)]))
}

/** Changes every schema within a schema, and no field of a function that is called like one of a schema's words. */
function mapSchemas(schema, change) {
  if (typeof schema !== 'object' || schema === null) return schema
  const changed = { ...change(schema) }
  for (const key of ['items', 'additionalProperties', 'if', 'then', 'else'])
    if (key in changed) changed[key] = mapSchemas(changed[key], change)
  for (const key of ['allOf', 'anyOf', 'oneOf'])
    if (key in changed) changed[key] = changed[key].map((part) => mapSchemas(part, change))
  if (changed.properties)
    changed.properties = Object.fromEntries(
      Object.entries(changed.properties).map(([key, part]) => [key, mapSchemas(part, change)]),
    )
  return changed
}

const stale = []
for (const [name, text] of Object.entries(texts)) {
  const present = await readFile(new URL(name, generated), 'utf8').catch(() => '')
  if (present !== text) stale.push(name)
}

if (process.argv.includes('--check')) {
  for (const name of stale)
    console.error(`src/api/generated/${name} is not what openapi.yaml says: run \`npm run generate\`.`)
  process.exit(stale.length > 0 ? 1 : 0)
}
await mkdir(generated, { recursive: true })
for (const name of stale) await writeFile(new URL(name, generated), texts[name])

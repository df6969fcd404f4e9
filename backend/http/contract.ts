import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { PlatformError } from '../errors'
import { explainValidation } from '@/domain/spec-rules/validation-message'

const documentId = 'contract'
const methods = ['get', 'put', 'post', 'delete', 'patch']

interface OpenApiOperation {
  requestBody?: { $ref?: string; content?: Record<string, { schema?: object }> }
}

interface OpenApiDocument {
  paths: Record<string, Record<string, OpenApiOperation>>
  components?: { requestBodies?: Record<string, OpenApiOperation['requestBody']>; schemas?: object }
}

/** Judges request bodies by the schemas of `openapi.yaml`. */
export interface Contract {
  /**
   * `operation` is method and path as in the contract, without `/api`: `post /functions`, `patch /functions/{name}`; or, where
   * one operation takes several kinds of bodies, `schema` and a schema's name: `schema ProjectConfig`. Throws 400 that names the fields that are wrong and what is expected of them.
   */
  check(operation: string, body: unknown): void
}

/** Reads the contract and prepares a validator for each JSON request body in it. Throws when the file is not usable. */
export function loadContract(file: string): Contract {
  try {
    return contractOf(parse(readFileSync(file, 'utf8')) as OpenApiDocument)
  } catch (error) {
    throw new Error(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** The same for a contract that is already parsed. */
export function contractOf(document: OpenApiDocument): Contract {
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, logger: false })
  addFormats(ajv)
  ajv.addSchema(document, documentId)
  const compiled = new Map<string, ValidateFunction>()
  const pointers = new Map<string, string>()
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of methods) {
      const pointer = schemaPointer(document, path, method, operations[method])
      if (pointer) pointers.set(operationKey(method, path), pointer)
    }
  }
  for (const name of Object.keys(document.components?.schemas ?? {})) {
    pointers.set(`schema ${name}`, `#/components/schemas/${escapePointer(name)}`)
  }
  const validator = (operation: string): ValidateFunction => {
    const known = compiled.get(operation)
    if (known) return known
    const pointer = pointers.get(operation)
    if (!pointer) throw new Error(`The contract has no JSON request body for "${operation}"`)
    const validate = ajv.compile({ $ref: `${documentId}${pointer}` })
    compiled.set(operation, validate)
    return validate
  }
  // What requests need is prepared now, so that a contract that does not compile is seen at start.
  for (const operation of pointers.keys()) if (!operation.startsWith('schema ')) validator(operation)
  return {
    check(operation, body) {
      const validate = validator(operation)
      if (validate(body)) return
      throw new PlatformError(400, explainValidation(validate.errors as ErrorObject[]))
    },
  }
}

/** Parameters have many names; only their place counts. */
function operationKey(method: string, path: string): string {
  return `${method} ${path.replace(/^\/api(?=\/)/, '').replace(/\/$/, '')}`
}

function schemaPointer(
  document: OpenApiDocument,
  path: string,
  method: string,
  operation: OpenApiOperation | undefined,
): string | undefined {
  let body = operation?.requestBody
  let pointer = `#/paths/${escapePointer(path)}/${method}/requestBody`
  if (body?.$ref) {
    pointer = body.$ref
    body = document.components?.requestBodies?.[body.$ref.split('/').at(-1) ?? '']
  }
  if (!body?.content?.['application/json']?.schema) return undefined
  return `${pointer}/content/application~1json/schema`
}

function escapePointer(segment: string): string {
  return encodeURIComponent(segment.replace(/~/g, '~0').replace(/\//g, '~1'))
}

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const contract = new URL('../openapi.yaml', import.meta.url)
const target = new URL('../src/api/generated/schema.ts', import.meta.url)

const head = '// Generated from openapi.yaml by `npm run generate`. Do not edit.\n\n'

const types = await openapiTS(contract, {
  alphabetize: false,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  rootTypesKeepCasing: true,
  silent: true,
})
const text = head + astToString(types)

if (process.argv.includes('--check')) {
  const present = await readFile(target, 'utf8').catch(() => '')
  if (present !== text) {
    console.error('src/api/generated/schema.ts is not what openapi.yaml says: run `npm run generate`.')
    process.exit(1)
  }
} else {
  await mkdir(dirname(fileURLToPath(target)), { recursive: true })
  await writeFile(target, text)
}

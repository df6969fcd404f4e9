import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { FunctionConfig, FunctionTemplate } from '@/api/generated/schema'
import type { Templates } from './platform'
import { renderTemplate } from './render-template'
import { without } from './without'

const configFile = 'function.yaml'

/**
 * The templates of a folder, read once: each is a folder named as its title, with a `function.yaml` and the one source file that
 * goes into it.
 */
export async function loadTemplates(directory: string): Promise<Templates> {
  const entries = await readdir(directory, { withFileTypes: true })
  const titles = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const templates = await Promise.all(titles.sort().map((title) => loadTemplate(directory, title)))
  const searchable = templates.map((template) => ({ template, text: searchTextOf(template) }))

  return {
    async list(contains = '') {
      return searchable.filter(({ text }) => text.includes(contains)).map(({ template }) => template)
    },
    // What a template leaves out, its user still has to fill in before the function can be created.
    render: async (request) => renderTemplate(request) as FunctionConfig,
  }
}

async function loadTemplate(directory: string, title: string): Promise<FunctionTemplate> {
  const folder = join(directory, title)
  const files = await readdir(folder)
  const [source, ...others] = files.filter((file) => file !== configFile)
  if (source === undefined || others.length > 0) {
    throw new Error(`The template ${title} must have exactly one source file beside ${configFile}`)
  }
  const config = parse(await readFile(join(folder, configFile), 'utf8')) as FunctionConfig
  const functionSourceCode = (await readFile(join(folder, source))).toString('base64')
  return {
    metadata: { ...config.metadata, name: `${title}:${stableId(title)}` },
    spec: { ...config.spec, build: { ...config.spec.build, functionSourceCode } },
  }
}

/** The same for a title on every start and every machine, in the form of the identifiers of other servers. */
function stableId(title: string): string {
  const hex = createHash('sha256').update(`function-template:${title}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}

/** Name and configuration; not the source, whose base64 would match words that nobody can see in it. */
function searchTextOf({ metadata, spec }: FunctionTemplate): string {
  const configuration = { ...spec, build: without(spec?.build ?? {}, 'functionSourceCode') }
  return [metadata?.name, JSON.stringify(configuration)].join('\n')
}

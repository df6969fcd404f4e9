import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type {
  FunctionConfig,
  FunctionTemplate,
  ParametricTemplate,
  TemplateValue,
} from '@/api/generated/schema'
import type { Templates } from './platform'
import { renderTemplate } from './render-template'
import { without } from '@/lib/without'

/** The function as it is; or, with places to fill in, what it is made of and what to ask for. */
const configFile = 'function.yaml'
const templateFile = 'function.yaml.template'
const valuesFile = 'values.yaml'
/** Where a template with places to fill in takes up the source. */
const sourcePlace = '{{ .SourceCode }}'

/**
 * The templates of a folder, read once: each is a folder named as its title, with the one source file that goes into it and either
 * `function.yaml` or `function.yaml.template` and `values.yaml`.
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

async function loadTemplate(
  directory: string,
  title: string,
): Promise<FunctionTemplate | ParametricTemplate> {
  const folder = join(directory, title)
  const files = await readdir(folder)
  const [source, ...others] = files.filter((file) => ![configFile, templateFile, valuesFile].includes(file))
  if (source === undefined || others.length > 0) {
    throw new Error(`The template ${title} must have exactly one source file beside ${configFile}`)
  }
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  const functionSourceCode = (await readFile(join(folder, source))).toString('base64')
  const name = `${title}:${stableId(title)}`

  if (files.includes(templateFile)) {
    const [template, values] = await Promise.all([read(templateFile), read(valuesFile)])
    if (!template.includes(sourcePlace)) throw new Error(`The template ${title} must have ${sourcePlace}`)
    return {
      metadata: { name },
      template: template.replace(sourcePlace, functionSourceCode),
      values: parse(values) as Record<string, TemplateValue>,
    }
  }
  const config = parse(await read(configFile)) as FunctionConfig
  return {
    metadata: { ...config.metadata, name },
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
function searchTextOf(template: FunctionTemplate | ParametricTemplate): string {
  const { metadata } = template
  if ('template' in template) {
    const text = template.template.replace(/(functionSourceCode: )\S+/, '$1')
    return [metadata?.name, text, JSON.stringify(template.values)].join('\n')
  }
  const { spec } = template
  const configuration = { ...spec, build: without(spec?.build ?? {}, 'functionSourceCode') }
  return [metadata?.name, JSON.stringify(configuration)].join('\n')
}

import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/languages/definitions/yaml/register'
import { configureMonacoYaml, type MonacoYaml, type SchemasSettings } from 'monaco-yaml'
import YamlWorker from 'monaco-yaml/yaml.worker?worker'
import documentSchema from '@/api/generated/function-document-schema.json'
import { monaco } from './monaco'

const whole = ''
const known = new Map<string, SchemasSettings>()
let service: MonacoYaml | undefined

/** Last part of the path of a text that is judged by a part of the schema. */
export function yamlFileName(schema = whole): string {
  return schema === whole ? 'function.yaml' : `part${schema.replace(/\W+/g, '-')}.yaml`
}

/** Makes the editor judge texts whose path ends with {@link yamlFileName} by that part of the schema of a function.yaml. */
export function provideYamlSchema(schema = whole): void {
  if (known.has(schema)) return
  const { definitions } = documentSchema
  known.set(schema, {
    // With a host: without one the worker writes the address in two ways and does not find the schema.
    uri: `nuclio://schema/${yamlFileName(schema)}.json`,
    fileMatch: [`**/${yamlFileName(schema)}`],
    schema: schema === whole ? documentSchema : { $ref: `#${schema}`, definitions },
  })
  const schemas = [...known.values()]
  if (service) void service.update({ schemas })
  else service = configureMonacoYaml(withWorker(), { ...options, schemas })
}

const options = {
  completion: true,
  hover: true,
  validate: true,
  format: { enable: true, printWidth: 110, proseWrap: 'preserve', singleQuote: false },
  enableSchemaRequest: false,
  // A completed key brings what it needs, and not every default that it could have.
  disableDefaultProperties: true,
  hoverSchemaSource: false,
} as const

/**
 * monaco-yaml asks for its worker in the way of an older Monaco. This one wants the worker itself, which in turn waits for two
 * messages: one that only wakes it, and what it is configured with. Without this it starts and never says anything.
 */
function withWorker(): typeof monaco {
  const createWebWorker = ({ createData }: { createData?: unknown }) => {
    const worker = new YamlWorker()
    worker.postMessage('wake')
    worker.postMessage(createData)
    return monaco.editor.createWebWorker({ worker })
  }
  const setModelMarkers = (model: Model, _owner: string, markers: Markers) => {
    bySchema.set(model, markers)
    showMarkers(model)
  }
  const editor = { ...monaco.editor, createWebWorker, setModelMarkers }
  return { ...monaco, editor } as unknown as typeof monaco
}

type Model = NonNullable<ReturnType<typeof monaco.editor.getModel>>
type Markers = Parameters<typeof monaco.editor.setModelMarkers>[2]

const bySchema = new WeakMap<Model, Markers>()
const byPage = new WeakMap<Model, Markers>()

/** Marks places of a text besides those that the schema marks; nothing when the page cannot judge the text. */
export function markYaml(model: Model, markers: Markers | undefined): void {
  if (markers) byPage.set(model, markers)
  else byPage.delete(model)
  showMarkers(model)
}

/**
 * Where a mark of the page is, the schema's is left out: the page has the words that the server would answer. What the page does
 * not mind is a warning; where it says nothing at all, the schema alone tells what is wrong.
 */
function showMarkers(model: Model): void {
  if (model.isDisposed()) return
  const { Error: bad } = monaco.MarkerSeverity
  const ours = byPage.get(model)
  const wrong = ours?.filter(({ severity }) => severity === bad) ?? []
  const theirs = (bySchema.get(model) ?? [])
    .filter((their) => !isAboutNothing(model, their))
    .filter((their) => !wrong.some((our) => monaco.Range.areIntersectingOrTouching(our, their)))
    .map((their) => (ours ? their : { ...their, severity: bad }))
  monaco.editor.setModelMarkers(model, 'nuclio', ours ?? [])
  monaco.editor.setModelMarkers(model, 'schema', theirs)
}

/** A value that is empty counts as left out, and servers take it for that, whatever its type should be. */
function isAboutNothing(model: Model, marker: Markers[number]): boolean {
  const isOfValue = /^(Incorrect type|Value is not accepted)/.test(marker.message)
  return isOfValue && /^(~|null|Null|NULL)?$/.test(model.getValueInRange(marker).trim())
}

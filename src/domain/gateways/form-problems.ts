import { projectLabel } from '@/domain/function-config'
import { gatewayNameProblem } from '@/domain/names'
import type { Path } from '@/lib/tree'
import { configOfForm, type GatewayForm } from './gateway-form'
import { gatewayFindings } from './gateway-rules'
import type { GatewayFinding } from './gateway-finding'
import type { GatewaySurroundings } from './surroundings'

export type FormField = keyof GatewayForm

/** What is wrong in one field of the form. */
export interface FormProblem {
  field: FormField
  words: string
  /** Whether the field is only still empty: no error to show before somebody wants to save. */
  isMissing: boolean
}

interface FormSurroundings extends GatewaySurroundings {
  namespace: string
  project: string
}

/** Everything that keeps a filled-in gateway from being saved or from working, in the order of the fields. */
export function formProblems(form: GatewayForm, surroundings: FormSurroundings): FormProblem[] {
  const { namespace, project } = surroundings
  const config = configOfForm(form)
  const metadata = { name: form.name, namespace, labels: { [projectLabel]: project } }
  const ofName = gatewayNameProblem(form.name)
  const found = gatewayFindings({ ...config, metadata }, surroundings)
    .filter(({ path }) => !(ofName && fieldOf(path, form) === 'name'))
    .map((finding) => problemOf(finding, form))
    .filter(({ field, isMissing }) => !(isMissing && (field === 'primary' || field === 'canary')))
  if (ofName) found.push({ field: 'name', words: ofName, isMissing: form.name === '' })
  const choose = (field: 'primary' | 'canary') =>
    found.push({ field, words: 'Choose a function', isMissing: true })
  if (form.primary === '') choose('primary')
  if (form.hasCanary && form.canary === '') choose('canary')
  if (form.hasCanary && form.canary !== '' && form.canary === form.primary)
    found.push({ field: 'canary', words: 'This is the function that gets the rest, too', isMissing: false })
  return orderOfFields.flatMap((field) => found.find((one) => one.field === field) ?? [])
}

const orderOfFields: readonly FormField[] = [
  'name',
  'host',
  'path',
  'primary',
  'canary',
  'share',
  'mode',
  'username',
  'password',
]

/** The server's words where a person has to see a document to understand them. */
const plainWords: Record<string, string> = {
  'host/required': 'Enter the host that the gateway answers for',
  'host/form': 'Use lower-case letters, digits and inner hyphens between dots, such as shop.example.com',
  'host/in-use': 'Something else answers at this host and path already',
  'path/form': 'Use letters, digits, - and _ between single slashes, such as /v1/orders',
  'upstreams/canary': 'Give the canary 1 to 100 percent',
  'upstreams/canary-share': 'Give the canary 1 to 100 percent',
  'name/taken': 'There is already a gateway by this name',
}

function problemOf({ rule, path, message }: GatewayFinding, form: GatewayForm): FormProblem {
  const field = fieldOf(path, form)
  return { field, words: plainWords[rule] ?? message, isMissing: form[field] === '' }
}

function fieldOf(path: Path, form: GatewayForm): FormField {
  const [, key, index, part] = path
  if (path[0] === 'metadata' || key === 'name') return 'name'
  if (key === 'host' || key === 'path') return key
  if (key === 'authenticationMode') return 'mode'
  if (key === 'authentication') return part === 'username' ? 'username' : 'password'
  if (part === 'percentage') return 'share'
  return form.hasCanary && index === '1' ? 'canary' : 'primary'
}

import type { Path } from '@/lib/tree'

/** The parts of an opened trigger, in their order. */
export type TriggerGroup = 'main' | 'event' | 'cors' | 'signIn' | 'workers' | 'timing' | 'more'

interface FieldBase {
  /** Place below the trigger. */
  path: Path
  label: string
  help?: string
  /** Further words that a person may look for. */
  keywords?: string
  /** Without it the trigger cannot work, whatever a server stores. */
  required?: boolean
  /** Where it stands; `main` when left out. */
  group?: TriggerGroup
  /** The only platform that heeds it. */
  only?: 'kube' | 'local'
}

interface TextField extends FieldBase {
  /** `long` has several lines; `duration` is one as Go writes it; `secret` is covered. */
  type: 'text' | 'long' | 'duration' | 'secret' | 'lines' | 'numbers' | 'map'
  /** What applies while it is empty. */
  default?: string
}

interface NumberField extends FieldBase {
  /** `numberOrText` may be a text of digits; `workers` is the number of workers, which has an older name too. */
  type: 'number' | 'numberOrText' | 'workers'
  default?: number
  least?: number
  most?: number
  unit?: string
}

interface SwitchField extends FieldBase {
  type: 'switch'
}

interface ChoiceField extends FieldBase {
  type: 'choice'
  choices: readonly string[]
  default?: string
}

interface RowsField extends FieldBase {
  /** `rows` are a list of objects, `entries` a map of them by a name that a person chooses. */
  type: 'rows' | 'entries'
  /** What one is called: “subscription”. */
  item: string
  /** Their fields, with places below one of them. */
  of: readonly TriggerField[]
}

/** One setting of a trigger: what a form draws and a test compares with the contract. */
export type TriggerField = TextField | NumberField | SwitchField | ChoiceField | RowsField

/** Name of an attribute, or of a part of one: `attribute('sasl', 'user')`. */
export const attribute = (...keys: string[]): Path => ['attributes', ...keys]

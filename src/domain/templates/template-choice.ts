import type { FunctionSpec, TemplateValue } from '@/api/generated/schema'

/** Something to ask for before a function can be made of a template. */
export type AskedValue = TemplateValue & { name: string }

/** A function to start from, whichever shape the server gave it. */
export interface TemplateChoice {
  /** Unique among the templates of this server, and for as long as it runs. */
  name: string
  /** Unique, and the same after a restart of the server: what links say. */
  key: string
  /** For people: the name without its identifier. */
  title: string
  /** The function, for a template without values. */
  spec?: FunctionSpec
  /** The text to render, for a template with values. */
  template?: string
  values: AskedValue[]
}

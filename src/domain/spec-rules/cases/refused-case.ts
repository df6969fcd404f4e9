import type { FunctionConfig, FunctionSpec, Metadata } from '@/api/generated/schema'
import type { Path } from '@/lib/tree'
import type { Finding } from '../finding'
import type { Surroundings } from '../surroundings'

/**
 * Where the words of an answer come from. `recorded`: a running Nuclio refused the body of a function with them, whatever status it
 * gave. `documented`: the documents and the source of Nuclio, or of what it reads bodies with, have them. `ours`: Nuclio takes such a
 * body, or has no words that are known.
 */
export type Provenance = 'recorded' | 'documented' | 'ours'

/** A body that is refused: what makes it differ from a good one, and the answer. */
export interface RefusedCase {
  what: string
  source: Provenance
  metadata?: Partial<Metadata>
  spec?: Partial<FunctionSpec> | Record<string, unknown>
  /** What the rules have to know; a server that is alone and empty knows the same unless `alone` says no. */
  surroundings?: Surroundings
  /** False for what only a server with a certain configuration or history answers. */
  alone?: boolean
  status: Finding['status']
  message: string
  path: Path
}

/** A body that no rule refuses, and that one refuses when one thing is changed. */
export const goodConfig: FunctionConfig = {
  metadata: { name: 'good', namespace: 'nuclio', labels: { 'nuclio.io/project-name': 'default' } },
  spec: {
    runtime: 'nodejs',
    handler: 'main:handler',
    build: { functionSourceCode: 'eA==', codeEntryType: 'sourceCode' },
  },
}

/** The body of one case. */
export function bodyOf({ metadata, spec }: Pick<RefusedCase, 'metadata' | 'spec'>): FunctionConfig {
  return {
    metadata: { ...goodConfig.metadata, ...metadata },
    spec: { ...goodConfig.spec, ...(spec as FunctionSpec | undefined) },
  }
}

/** The rest of a case that is answered with 400. */
export const bad = (message: string, ...path: string[]) => ({ status: 400 as const, message, path })

/** A place in a trigger. */
export const inTrigger = (key: string, ...rest: string[]) => ['spec', 'triggers', key, ...rest]

export const namePartWords =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')"

export const labelValueWords =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"

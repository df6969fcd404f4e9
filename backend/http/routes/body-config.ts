import type { Context } from 'hono'
import { withoutNulls } from '@/lib/without-nulls'
import { PlatformError } from '../../errors'
import type { Contract } from '../contract'
import { readJson, type HttpEnv } from '../request-body'

interface Named {
  metadata?: { name?: string; namespace?: string } | null
}

/** How one body of the API is read. */
export interface BodyRules {
  contract: Contract
  /** Method and path in the contract, `post /functions`. */
  operation: string
  /** The 400 for a body without `metadata.name`; absent = the name may be missing. */
  nameMissing?: string
  /** Whether a key that is null counts as one that is not there. */
  withoutNulls?: boolean
  /** Filled into `metadata.namespace` when the body has none. */
  defaultNamespace?: string
}

/** Reads a body with metadata, checks it by the contract and fills in its namespace. Throws 400 and 413. */
export async function readConfig<Config>(c: Context<HttpEnv>, rules: BodyRules): Promise<Config> {
  const json = await readJson(c)
  const body = rules.withoutNulls ? withoutNulls(json) : json
  const named = (body ?? {}) as Named
  if (rules.nameMissing && isObject(body ?? {}) && isObject(named.metadata ?? {}) && !named.metadata?.name) {
    throw new PlatformError(400, rules.nameMissing)
  }
  rules.contract.check(rules.operation, body)
  if (rules.defaultNamespace) {
    named.metadata ??= {}
    named.metadata.namespace ||= rules.defaultNamespace
  }
  return body as Config
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

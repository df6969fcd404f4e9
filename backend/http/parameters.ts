import type { Context } from 'hono'
import { PlatformError } from '../errors'
import { durationMilliseconds } from '@/domain/go-duration'
import type { HttpEnv } from './request-body'

/** Namespace headers of the resource families. */
export const namespaceHeaders = {
  functions: 'x-nuclio-function-namespace',
  projects: 'x-nuclio-project-namespace',
  events: 'x-nuclio-function-event-namespace',
  gateways: 'x-nuclio-api-gateway-namespace',
} as const

/** A header's value; an empty one counts as absent. */
export function header(c: Context<HttpEnv>, name: string): string | undefined {
  return c.req.header(name) || undefined
}

/** Boolean headers are true only for the word `true`, in any case, as the Nuclio server reads them. */
export function booleanHeader(c: Context<HttpEnv>, name: string): boolean {
  return c.req.header(name)?.toLowerCase() === 'true'
}

/** The namespace that a read must name in its header. Throws 400 when it does not. */
export function requiredNamespace(c: Context<HttpEnv>, name: string): string {
  const namespace = header(c, name)
  if (!namespace) throw new PlatformError(400, 'Namespace must exist')
  return namespace
}

/** A duration header or parameter in milliseconds, undefined when absent. Throws 400 with `problem` when it is none. */
export function durationOf(value: string | undefined, problem: string): number | undefined {
  if (!value) return undefined
  const duration = durationMilliseconds(value)
  if (duration === undefined) throw new PlatformError(400, problem)
  return duration
}

const words: Record<string, boolean> = { true: true, t: true, '1': true, false: false, f: false, '0': false }

/** A boolean query parameter. Throws 400 for a value that is no boolean. */
export function booleanQuery(c: Context<HttpEnv>, name: string, fallback: boolean): boolean {
  const value = c.req.query(name)
  if (value === undefined || value === '') return fallback
  const known = words[value.toLowerCase()]
  if (known === undefined) throw new PlatformError(400, `Query parameter ${name} must be true or false`)
  return known
}

/** A query parameter that counts something: whole numbers from 0. Throws 400 for anything else. */
export function countQuery(c: Context<HttpEnv>, name: string): number | undefined {
  const value = c.req.query(name)
  if (value === undefined || value === '') return undefined
  if (!/^\d{1,15}$/.test(value)) {
    throw new PlatformError(400, `Query parameter ${name} must be a whole number that is not negative`)
  }
  return Number(value)
}

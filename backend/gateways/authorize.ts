import { createHash, timingSafeEqual } from 'node:crypto'
import type { ApiGatewaySpec } from '@/api/generated/schema'
import { accessKeyHeader, isBasic } from '@/domain/gateways/authentication'
import type { WorkerAnswer } from '../runtimes/runtime'
import { textAnswer } from './text-answer'

type Headers = readonly [name: string, value: string][]

/** What a gateway needs to know to let a request in. */
export interface Lock {
  name: string
  spec: ApiGatewaySpec
  /** The platform's own, for the mode `accessKey`. */
  accessKey: string
}

/** The 401 for a request that does not show what the gateway's mode asks for; undefined for one that may pass. */
export function authorize({ name, spec, accessKey }: Lock, headers: Headers): WorkerAnswer | undefined {
  const refused = (words: string, more: [string, string][] = []): WorkerAnswer =>
    textAnswer(401, `API gateway ${name}: ${words}`, more)
  if (isBasic(spec.authenticationMode)) {
    const challenge: [string, string] = ['WWW-Authenticate', `Basic realm="${name}", charset="UTF-8"`]
    const shown = credentialsOf(valueOf(headers, 'authorization'))
    if (shown === undefined) return refused('user and password are needed', [challenge])
    const { username = '', password = '' } = spec.authentication?.basicAuth ?? {}
    return isEqual(shown, `${username}:${password}`)
      ? undefined
      : refused('user or password is wrong', [challenge])
  }
  if (spec.authenticationMode === 'accessKey') {
    const shown = valueOf(headers, accessKeyHeader)
    if (!shown) return refused(`an access key is needed in the header ${accessKeyHeader}`)
    return isEqual(shown, accessKey) ? undefined : refused('the access key is wrong')
  }
  return undefined
}

function valueOf(headers: Headers, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** `user:password` of a header for basic authentication; undefined for anything else. */
function credentialsOf(header: string | undefined): string | undefined {
  const encoded = /^basic +([A-Za-z0-9+/_=-]*)\s*$/i.exec(header ?? '')?.[1]
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8')
}

/** Takes the same time whatever is wrong. */
function isEqual(shown: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(wanted))
}

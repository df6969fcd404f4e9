import type { ApiGateway } from '@/api/generated/schema'
import { curlCommand, type CurlExport } from '@/domain/console/curl-export'
import { headersOfLines } from '@/domain/console/header-lines'
import { accessKeyHeader, isBasic, isSecretReference } from '@/domain/gateways/authentication'

/** A request as it is filled in to try a gateway. */
export interface TryRequest {
  method: string
  /** With the query, from the root of the host. */
  path: string
  /** Lines of `Name: value`. */
  headers: string
  body: string
  /** Whether what the gateway asks for goes along. */
  withCredentials: boolean
}

type Header = [name: string, value: string]

/** What a gateway asks callers for, as far as it is known here: undefined when nothing is, or is not needed. */
export function credentialsFor({ spec }: ApiGateway, accessKey: string | undefined): Header | undefined {
  if (spec.authenticationMode === 'accessKey') return accessKey ? [accessKeyHeader, accessKey] : undefined
  const { username = '', password = '' } = spec.authentication?.basicAuth ?? {}
  if (!isBasic(spec.authenticationMode) || !username || isSecretReference(password)) return undefined
  const bytes = new TextEncoder().encode(`${username}:${password}`)
  return ['Authorization', `Basic ${btoa(String.fromCharCode(...bytes))}`]
}

/** Whether requests of a method carry a body. */
export const takesBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

/** The headers that go out. */
export function sentHeaders(request: TryRequest, credentials: Header | undefined): Header[] {
  const typed = headersOfLines(request.headers)
    .filter(({ name, isOff }) => name !== '' && !isOff)
    .map(({ name, value }): Header => [name, value])
  return request.withCredentials && credentials ? [...typed, credentials] : typed
}

/** The same request as a command; secrets are variables in it. */
export function tryCommand(request: TryRequest, url: string, credentials: Header | undefined): CurlExport {
  const { method, path, body } = request
  return curlCommand({
    target: new URL(url).origin,
    sent: {
      method,
      path,
      headers: sentHeaders(request, credentials),
      body: takesBody(method) && body !== '' ? { kind: 'text', text: body } : { kind: 'none' },
    },
  })
}

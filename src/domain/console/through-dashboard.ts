import { writtenPath, type CurlSource } from './curl-export'
import type { ConsoleRequest, RequestOptions } from './request'
import type { SentRequest } from './to-send'

const route = '/api/function_invocations'

interface Invocation {
  sent: SentRequest
  options: RequestOptions
  /** The function. */
  ref: { namespace: string; name: string }
  /** Of the dashboard: scheme and host. */
  origin: string
}

/** The request as any client sends it to the dashboard, which passes it on to the function: for where the function itself is not reached. */
export function throughDashboard({ sent, options, ref, origin }: Invocation): CurlSource {
  const { invokeUrl, timeout, logLevel, skipsTlsVerification } = options
  const own: [name: string, value: string][] = [
    ['X-Nuclio-Function-Name', ref.name],
    ['X-Nuclio-Function-Namespace', ref.namespace],
    ['X-Nuclio-Path', writtenPath(sent.path)],
    ['X-Nuclio-Invoke-Url', /^[a-z]+:\/\//i.test(invokeUrl) ? '' : invokeUrl],
    ['X-Nuclio-Invoke-Timeout', timeout.trim()],
    ['X-Nuclio-Log-Level', logLevel],
    ['X-Nuclio-Skip-Tls-Verification', skipsTlsVerification ? 'true' : ''],
  ]
  return {
    sent: { ...sent, path: route, headers: [...own.filter(([, value]) => value !== ''), ...sent.headers] },
    target: origin,
  }
}

/**
 * The request to the function in one that goes through a dashboard, with the name of the function that it was for; undefined for any
 * other request. A log level is among the options already.
 */
export function outOfDashboard(
  request: ConsoleRequest,
): { request: ConsoleRequest; functionName: string } | undefined {
  if (!/^\/api\/function_invocations(?:[/?]|$)/.test(request.path)) return undefined
  const value = (name: string) =>
    request.headers
      .find((row) => !row.isOff && row.name.toLowerCase() === `x-nuclio-${name}`)
      ?.value.trim() ?? ''
  const functionName = value('function-name')
  if (functionName === '') return undefined
  const path = value('path')
  const headers = request.headers
    .filter(({ name }) => !dashboardsOwn.test(name))
    .map((row, index) => ({ ...row, id: index + 1 }))
  return {
    functionName,
    request: {
      ...request,
      path: path.startsWith('/') ? path : `/${path}`,
      headers,
      options: {
        ...request.options,
        invokeUrl: value('invoke-url'),
        timeout: value('invoke-timeout'),
        skipsTlsVerification: value('skip-tls-verification').toLowerCase() === 'true',
      },
    },
  }
}

const dashboardsOwn =
  /^x-nuclio-(function-name|function-namespace|project-name|path|invoke-url|invoke-timeout|skip-tls-verification)$|^x-dashboard-sealed$/i

import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http'

import type { Page } from '@playwright/test'

import type { ApiGateway, ApiGatewaySpec, FunctionConfig, GatewayListener } from '@/api/generated/schema'

import type { PlatformClient } from './platform'

const namespace = { 'x-nuclio-api-gateway-namespace': 'nuclio' }

/** The gateway with this name in the list, or its row there. */
export const gatewayRow = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

/** Where the gateways of the server listen. */
export async function listenerOf(platform: PlatformClient): Promise<GatewayListener> {
  const answer = await platform.send('GET', '/api/embedded/gateway_listener')
  return (await answer.json()) as GatewayListener
}

export async function gatewayOf(platform: PlatformClient, name: string): Promise<ApiGateway> {
  const answer = await platform.send('GET', `/api/api_gateways/${name}`, undefined, namespace)
  return (await answer.json()) as ApiGateway
}

/** Upstreams to functions; the one with a percentage is the canary. */
export const upstreamsTo = (...shares: [name: string, percentage?: number][]) =>
  shares.map(([name, percentage = 0]) => ({ kind: 'nucliofunction', nucliofunction: { name }, percentage }))

/** Makes a gateway and resolves when it has been set up, well or not. */
export async function makeGateway(
  platform: PlatformClient,
  project: string,
  name: string,
  spec: ApiGatewaySpec,
): Promise<ApiGateway> {
  const metadata = { name, namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } }
  await platform.send('POST', '/api/api_gateways', {
    metadata,
    spec: { name, host: `${name}.localhost`, authenticationMode: 'none', ...spec },
  })
  for (;;) {
    const gateway = await gatewayOf(platform, name)
    if (gateway.status?.state !== 'waitingForProvisioning') return gateway
  }
}

/** Deploys functions that answer with their own names. */
export async function deployNamed(
  platform: PlatformClient,
  project: string,
  names: readonly string[],
  spec: FunctionConfig['spec'] = {},
): Promise<void> {
  await Promise.all(
    names.map((name) =>
      platform.deploy({
        name,
        project,
        runtime: 'nodejs',
        source: `exports.handler = (context, event) => context.callback('${name} ' + event.path)`,
        spec,
      }),
    ),
  )
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 })

/** Asks a gateway as a client whose resolver knows its host. */
export function askGateway(
  port: number,
  host: string,
  path = '/',
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, path, headers: { ...headers, host }, agent })
    outgoing.once('error', reject)
    outgoing.once('response', (incoming) => {
      let body = ''
      incoming.setEncoding('utf8').on('data', (text: string) => (body += text))
      incoming.once('error', reject)
      incoming.once('end', () =>
        resolve({ status: incoming.statusCode ?? 0, body, headers: incoming.headers }),
      )
    })
    outgoing.end()
  })
}

/** Credentials for basic authentication, as a header. */
export const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})

import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { ApiGatewayConfig, ApiGatewaySpec, NuclioFunction } from '@/api/generated/schema'
import type { FunctionUpstream } from '../platform/functions/upstream'
import type { WorkerAnswer } from '../runtimes/runtime'
import type { GatewayRecord, GatewayStore } from '../store/gateway-store'
import type { HttpTriggerRequest } from '../triggers/http/http-event'
import { createGateways } from './gateways'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** A store in memory that keeps what a real one would: the JSON of its records. */
function memoryStore(): GatewayStore & { records: Map<string, string> } {
  const records = new Map<string, string>()
  return {
    records,
    list: async () => [...records.values()].map((text) => JSON.parse(text) as GatewayRecord),
    async put(record) {
      records.set(`${record.namespace}/${record.name}`, JSON.stringify(record))
    },
    async delete({ namespace, name }) {
      records.delete(`${namespace}/${name}`)
    },
  }
}

/** How a function of a test answers; undefined is one that does not run. */
export type TestFunction = (
  request: HttpTriggerRequest,
  signal: AbortSignal,
) => Promise<WorkerAnswer | undefined>

/** A function that says in its answer who it is and what it got. */
export function speaking(name: string): TestFunction {
  return async ({ method, path, headers, body }) => ({
    status: 200,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify({ name, method, path, headers, body: Buffer.from(body).toString() })),
  })
}

/** What {@link speaking} answers. */
export interface Spoken {
  name: string
  method: string
  path: string
  headers: [name: string, value: string][]
  body: string
}

/** Gateways over functions that are none, with a listener on a free port. */
export function testGateways(
  options: { random?: () => number; store?: ReturnType<typeof memoryStore> } = {},
) {
  const functions = new Map<string, TestFunction>()
  const listed: NuclioFunction[] = []
  const store = options.store ?? memoryStore()
  const upstream = ({ name }: { name: string }): FunctionUpstream | undefined => {
    const answer = functions.get(name)
    return answer && { maxBodySize: 1024 * 1024, answer, whyDown: () => 'it is disabled' }
  }
  const gateways = createGateways({
    store,
    namespaces: ['nuclio', 'other'],
    functions: { list: async () => listed, upstream },
    accessKey: 'the-key',
    listen: { host: '127.0.0.1', port: 0 },
    log: silent,
    ...(options.random && { random: options.random }),
  })
  return { gateways, functions, listed, store }
}

/** The configuration of a gateway to one function. */
export function gatewayConfig(name: string, spec: Partial<ApiGatewaySpec> = {}): ApiGatewayConfig {
  return {
    metadata: { name, namespace: 'nuclio' },
    spec: {
      name,
      host: `${name}.localhost`,
      authenticationMode: 'none',
      upstreams: [{ kind: 'nucliofunction', nucliofunction: { name: 'echo' } }],
      ...spec,
    },
  }
}

interface TestAnswer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** Asks the listener for a path of a host, as a client whose resolver knows that host. */
export function ask(
  port: number,
  host: string,
  path = '/',
  options: { method?: string; headers?: Record<string, string | string[]>; body?: string } = {},
): Promise<TestAnswer> {
  const { method = 'GET', headers = {}, body = '' } = options
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host, ...headers },
      agent: false,
    })
    outgoing.once('error', reject)
    outgoing.once('response', (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.once('error', reject)
      incoming.once('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    outgoing.end(body)
  })
}

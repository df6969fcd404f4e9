import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FunctionConfig, FunctionSpec, NuclioFunction } from '@/api/generated/schema'
import { createRuntimes } from '../../runtimes/index-of-runtimes'
import { openStreams } from '../../streams/streams'
import { assetsDirectory, pythonEnvironment } from '../../runtimes/test-functions'
import { projectOf } from '@/domain/function-config'
import { ingressesOf } from '@/domain/spec-rules/ingresses'
import { specFindings } from '@/domain/spec-rules/spec-findings'
import { PlatformError } from '../../errors'
import type { InvocationRequest } from '../platform'
import type { FunctionRecord, FunctionStore } from './function-store'
import { createFunctions, type FunctionsPlatform } from './functions'
import type { FunctionTimings } from './functions-context'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** A store in memory that keeps what a real one would: the JSON of its records. */
export function memoryStore(): FunctionStore & { records: Map<string, string> } {
  const records = new Map<string, string>()
  return {
    records,
    list: async () => [...records.values()].map((text) => JSON.parse(text) as FunctionRecord),
    async put(changed) {
      for (const record of changed) records.set(`${record.namespace}/${record.name}`, JSON.stringify(record))
    },
    async delete({ namespace, name }) {
      records.delete(`${namespace}/${name}`)
    },
  }
}

const projectExists = (name: string): boolean => name !== 'no-such-project'

/**
 * The same functions, which hold every refusal of a body against what a client could have said beforehand from what it can read: the
 * rules must find the same, in the same words.
 */
function predicted(functions: FunctionsPlatform): FunctionsPlatform {
  const judged =
    (act: 'create' | 'update'): FunctionsPlatform['create'] =>
    async (config, options) => {
      const { name, namespace = 'nuclio' } = config.metadata
      const there = await functions.get({ namespace, name }).catch(() => undefined)
      const others = (await functions.list({ namespace })).filter((fn) => fn.metadata.name !== name)
      const project = projectOf(config)
      const [found] = specFindings(config, {
        act,
        platformKind: 'local',
        requestName: name,
        projects: new Set(projectExists(project) ? [project] : []),
        existing: there
          ? { state: there.status.state, resourceVersion: there.metadata.resourceVersion }
          : null,
        ingresses: others.flatMap((fn) => ingressesOf(fn.spec)),
      })
      try {
        await functions[act](config, options)
      } catch (error) {
        if (!(error instanceof PlatformError) || error.status >= 500) throw error
        const said = `${error.status} ${error.message}`
        const expected = found ? `${found.status} ${found.message}` : 'nothing'
        if (said === expected) throw error
        throw new Error(`The rules foretell ${expected}, and the answer is ${said}`, { cause: error })
      }
    }
  return { ...functions, create: judged('create'), update: judged('update') }
}

/** Functions over real runtimes, with the short times that tests need, in a folder that `dispose` removes. */
export async function testPlatform(timings: Partial<FunctionTimings> = {}) {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), 'functions-platform-'))
  const store = memoryStore()
  const opened: FunctionsPlatform[] = []
  const streams = await openStreams(dataDirectory)
  const open = async () => {
    const functions = createFunctions({
      store,
      runtimes: createRuntimes({
        assetsDirectory,
        pythonEnvironment,
        instance: path.basename(dataDirectory),
      }),
      streams,
      dataDirectory,
      functionHost: '127.0.0.1',
      log: silent,
      projectExists: async (_namespace, name) => projectExists(name),
      timings: { pool: { firstRestart: 10, longestRestart: 50, stable: 1500 }, grace: 2000, ...timings },
    })
    opened.push(functions)
    await functions.start()
    return predicted(functions)
  }
  return {
    dataDirectory,
    store,
    streams,
    functions: await open(),
    /** Another server over the same data, as after a restart. */
    open,
    async dispose() {
      for (const functions of opened) await functions.close()
      await streams.close()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** The configuration of a function with this source. */
export function functionConfig(
  name: string,
  source: string,
  spec: Partial<FunctionSpec> = {},
): FunctionConfig {
  return {
    metadata: { name, namespace: 'nuclio' },
    spec: {
      runtime: 'nodejs',
      handler: 'main:handler',
      ...spec,
      build: { functionSourceCode: Buffer.from(source).toString('base64'), ...spec.build },
    },
  }
}

/** A Node.js handler with this body; `context` and `event` are at hand. */
export function nodeHandler(body: string): string {
  return `exports.handler = async (context, event) => {\n${body}\n}\n`
}

/** The function once it is in one of these states. */
export async function untilState(
  functions: FunctionsPlatform,
  name: string,
  ...states: string[]
): Promise<NuclioFunction> {
  for (;;) {
    const found = await functions.get({ namespace: 'nuclio', name })
    if (states.includes(found.status?.state ?? '')) return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Invokes as the dashboard does, and reads the answer. */
export async function call(
  functions: FunctionsPlatform,
  name: string,
  request: Partial<InvocationRequest> = {},
) {
  const answer = await functions.invoke(
    { namespace: 'nuclio', name },
    {
      method: 'POST',
      path: '/',
      headers: [],
      body: new Uint8Array(),
      signal: new AbortController().signal,
      ...request,
    },
  )
  const body = await new Response(answer.body as BodyInit).text()
  const headers = Object.fromEntries(answer.headers.map(([key, value]) => [key.toLowerCase(), value]))
  return { status: answer.status, headers, body }
}

/** The whole log of a replica as it is now. */
export async function logText(functions: FunctionsPlatform, name: string, replica = `nuclio-nuclio-${name}`) {
  const stream = await functions.logs({ namespace: 'nuclio', name }, replica, {
    follow: false,
    signal: new AbortController().signal,
  })
  return new Response(stream).text()
}

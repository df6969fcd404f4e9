import type { FunctionConfig, FunctionStatus } from '@/api/generated/schema'

const runtimes = [
  ['python:3.11', 'main:handler'],
  ['nodejs', 'main:handler'],
  ['shell', 'main.sh'],
  ['golang', 'main:Handler'],
] as const

const states = [
  'ready',
  'ready',
  'ready',
  'ready',
  'ready',
  'scaledToZero',
  'error',
  'unhealthy',
  'imported',
] as const

/**
 * Functions that never run, for lists of any length: `function-00001`…, with states, runtimes, replicas and descriptions that
 * repeat in a fixed order, and about as much JSON each (3.5 kB) as real ones have.
 */
export function seededFunctions(options: {
  count: number
  namespace: string
  project: string
}): FunctionConfig[] {
  return Array.from({ length: options.count }, (_unused, index) => seededFunction(index, options))
}

function seededFunction(index: number, options: { namespace: string; project: string }): FunctionConfig {
  const name = `function-${String(index + 1).padStart(5, '0')}`
  const [runtime, handler] = runtimes[index % runtimes.length] ?? runtimes[0]
  const maxReplicas = 1 + (index % 4)
  const source = `# ${name}\n${'# a line of the function that says nothing in particular\n'.repeat(35)}`
  return {
    metadata: {
      name,
      namespace: options.namespace,
      labels: { 'nuclio.io/project-name': options.project },
    },
    spec: {
      description: `Function ${index + 1} of a long list`,
      runtime,
      handler,
      minReplicas: index % 3 === 0 ? 0 : 1,
      maxReplicas,
      ...(index % 17 === 0 ? { disable: true } : {}),
      env: [{ name: 'STAGE', value: index % 2 === 0 ? 'live' : 'trial' }],
      triggers: {
        'default-http': { kind: 'http', name: 'default-http', class: '', numWorkers: 1 },
        ...(index % 5 === 0
          ? { every: { kind: 'cron', name: 'every', class: '', attributes: { interval: '10m' } } }
          : {}),
      },
      build: { functionSourceCode: Buffer.from(source).toString('base64'), codeEntryType: 'sourceCode' },
    },
    status: seededStatus(index),
  }
}

function seededStatus(index: number): FunctionStatus {
  const state = states[index % states.length] ?? 'ready'
  if (state === 'error')
    return { state, message: `\nError - the handler of function ${index + 1} was not found\n` }
  if (state === 'unhealthy') return { state, message: 'Function is not healthy' }
  if (state === 'imported') return { state }
  const port = 20_000 + (index % 40_000)
  return {
    state,
    httpPort: port,
    internalInvocationUrls: [`127.0.0.1:${port}`],
    externalInvocationUrls: [`127.0.0.1:${port}`],
  }
}

import type { FunctionConfig } from '@/api/generated/schema'
import { newFunctionConfig } from '../function-config'

/** The name of the sample, and of its trigger. */
export const sampleReader = { name: 'stream-reader', trigger: 'visits' }

const source = `// Called once for each record, one record of a shard after the other.
exports.handler = async function (context, event) {
  // Work that takes a moment, so that one can watch the lag grow and drain.
  await new Promise((resolve) => setTimeout(resolve, 20))
  // What fails is logged, and the next record comes all the same.
  context.callback('handled ' + event.offset + ' of shard ' + event.shard_id)
}
`

/** A function that reads a stream of its own, slowly enough to be watched. */
export function sampleReaderConfig(at: { namespace: string; project: string }, name: string): FunctionConfig {
  const config = newFunctionConfig({ ...at, name, runtime: 'nodejs', source })
  return {
    ...config,
    spec: {
      ...config.spec,
      minReplicas: 1,
      maxReplicas: 1,
      triggers: {
        ...config.spec.triggers,
        [sampleReader.trigger]: {
          kind: 'v3ioStream',
          name: sampleReader.trigger,
          numWorkers: 2,
          attributes: {
            containerName: 'samples',
            streamPath: `/${name}/visits`,
            consumerGroup: 'readers',
            seekTo: 'earliest',
          },
        },
      },
    },
  }
}

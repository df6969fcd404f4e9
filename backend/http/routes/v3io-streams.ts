import type { Context, Hono } from 'hono'
import type { ShardLagsRequest } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import type { Contract } from '../contract'
import { header } from '../parameters'
import { readJson, type HttpEnv } from '../request-body'
import { route } from '../route'

const required: [keyof ShardLagsRequest, string][] = [
  ['streamPath', 'Stream path must be provided in request body'],
  ['containerName', 'Container name must be provided in request body'],
  [
    'consumerGroup',
    'Stream lags for multiple consumer groups is not supported. Please specify consumer group in request body',
  ],
]

/** `/api/v3io_streams`: this platform holds no streams, so lists are empty and asking for one's lag is a 404. */
export function registerV3ioStreams(app: Hono<HttpEnv>, contract: Contract): void {
  route(app, '/api/v3io_streams', {
    GET: (c) => {
      requireProject(c)
      return c.json({})
    },
  })

  route(app, '/api/v3io_streams/get_shard_lags', {
    POST: async (c) => {
      requireProject(c)
      const body = (await readJson(c)) as ShardLagsRequest | null
      for (const [field, problem] of required) {
        if ((body?.[field] ?? '') === '') throw new PlatformError(400, problem)
      }
      contract.check('post /v3io_streams/get_shard_lags', body)
      const path = body?.streamPath.replace(/^\/+/, '')
      throw new PlatformError(404, `Stream ${body?.containerName}/${path} does not exist on this platform`)
    },
  })
}

function requireProject(c: Context<HttpEnv>): void {
  if (!header(c, 'x-nuclio-project-name')) throw new PlatformError(400, 'Project name must not be empty')
}

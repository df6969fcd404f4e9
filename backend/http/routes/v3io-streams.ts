import type { Context, Hono } from 'hono'
import type { ShardLagsRequest } from '@/api/generated/schema'
import { PlatformError } from '../../errors'
import type { Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { header, namespaceHeaders } from '../parameters'
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

/** `/api/v3io_streams`: which streams the functions of a project read, and how far behind they are. */
export function registerV3ioStreams(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { streams } = platform

  route(app, '/api/v3io_streams', {
    GET: async (c) => {
      const project = requiredProject(c)
      const namespace = header(c, namespaceHeaders.projects) ?? platform.info.namespaces[0] ?? 'nuclio'
      return c.json(await streams.ofProject({ namespace, project }))
    },
  })

  route(app, '/api/v3io_streams/get_shard_lags', {
    POST: async (c) => {
      requiredProject(c)
      const body = (await readJson(c)) as ShardLagsRequest | null
      for (const [field, problem] of required) {
        if ((body?.[field] ?? '') === '') throw new PlatformError(400, problem)
      }
      contract.check('post /v3io_streams/get_shard_lags', body)
      return c.json(await streams.lags(body as ShardLagsRequest))
    },
  })
}

function requiredProject(c: Context<HttpEnv>): string {
  const project = header(c, 'x-nuclio-project-name')
  if (!project) throw new PlatformError(400, 'Project name must not be empty')
  return project
}

import type { Context, Hono } from 'hono'
import type { EmbeddedProducerOrder, EmbeddedRecords, EmbeddedStreamReference } from '@/api/generated/schema'
import type { Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { readJson, type HttpEnv } from '../request-body'
import { empty, route } from '../route'

/** `/api/embedded/streams`: calls that no Nuclio has, because here the platform holds the streams itself. */
export function registerEmbeddedStreams(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { streams } = platform

  const read = async <Body>(c: Context<HttpEnv>, operation: string): Promise<Body> => {
    const body = await readJson(c)
    contract.check(operation, body)
    return body as Body
  }

  route(app, '/api/embedded/streams', {
    GET: async (c) => c.json(await streams.list()),
    POST: async (c) => {
      const body = await read<EmbeddedStreamReference & { shardCount?: number }>(c, 'post /embedded/streams')
      return c.json(await streams.create(body, body.shardCount), 201)
    },
    DELETE: async (c) => {
      await streams.delete(await read<EmbeddedStreamReference>(c, 'delete /embedded/streams'))
      return empty(204)
    },
  })

  route(app, '/api/embedded/streams/records', {
    POST: async (c) => {
      const body = await read<EmbeddedRecords>(c, 'post /embedded/streams/records')
      return c.json({ records: await streams.put(body, body.records) })
    },
  })

  route(app, '/api/embedded/streams/producer', {
    POST: async (c) => {
      const order = await read<EmbeddedProducerOrder>(c, 'post /embedded/streams/producer')
      return c.json(await streams.produce(order))
    },
    DELETE: async (c) => {
      await streams.stopProducing(await read<EmbeddedStreamReference>(c, 'delete /embedded/streams/producer'))
      return empty(204)
    },
  })
}

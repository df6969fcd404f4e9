import type { Hono } from 'hono'
import type { FunctionEventConfig } from '@/api/generated/schema'
import type { Platform } from '../../platform/platform'
import type { Contract } from '../contract'
import { header, namespaceHeaders, requiredNamespace } from '../parameters'
import type { HttpEnv } from '../request-body'
import { byName, empty, route } from '../route'
import { readConfig } from './body-config'

const nameMissing = 'Function event name must be provided in metadata'

/** `/api/function_events`: stored test events of functions. Updates and deletes name the event in the body only. */
export function registerFunctionEvents(app: Hono<HttpEnv>, platform: Platform, contract: Contract): void {
  const { events } = platform
  const defaultNamespace = platform.info.namespaces[0] ?? 'nuclio'

  route(app, '/api/function_events', {
    GET: async (c) => {
      const found = await events.list({
        namespace: requiredNamespace(c, namespaceHeaders.events),
        functionName: header(c, 'x-nuclio-function-name'),
        name: header(c, 'x-nuclio-function-event-name'),
      })
      return c.json(byName(found))
    },
    POST: async (c) => {
      const operation = 'post /function_events'
      const config = await readConfig<FunctionEventConfig>(c, { contract, operation, defaultNamespace })
      return c.json(await events.create(config), 201)
    },
    PUT: async (c) => {
      const operation = 'put /function_events'
      const rules = { contract, operation, nameMissing, defaultNamespace }
      await events.update(await readConfig<FunctionEventConfig>(c, rules))
      return empty(204)
    },
    DELETE: async (c) => {
      const operation = 'delete /function_events'
      const rules = { contract, operation, nameMissing, defaultNamespace }
      const { metadata } = await readConfig<{ metadata: { name: string; namespace: string } }>(c, rules)
      await events.delete({ namespace: metadata.namespace, name: metadata.name })
      return empty(204)
    },
  })

  route(app, '/api/function_events/:name', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.events)
      return c.json(await events.get({ namespace, name: c.req.param('name') ?? '' }))
    },
  })
}

import type { Hono } from 'hono'
import type { Platform } from '../../platform/platform'
import { booleanQuery, countQuery, durationOf, namespaceHeaders, requiredNamespace } from '../parameters'
import type { HttpEnv } from '../request-body'
import { route } from '../route'
import { endWithSource } from '../stream-end'

/** `/api/functions/{name}/replicas` and the log stream of one replica. */
export function registerReplicas(app: Hono<HttpEnv>, platform: Platform): void {
  const { functions } = platform

  route(app, '/api/functions/:name/replicas', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.functions)
      return c.json({ names: await functions.replicas({ namespace, name: c.req.param('name') ?? '' }) })
    },
  })

  route(app, '/api/functions/:name/logs/:replica', {
    GET: async (c) => {
      const namespace = requiredNamespace(c, namespaceHeaders.functions)
      const since = c.req.query('since')
      const logs = await functions.logs(
        { namespace, name: c.req.param('name') ?? '' },
        c.req.param('replica') ?? '',
        {
          follow: booleanQuery(c, 'follow', true),
          since: durationOf(
            since,
            `time: invalid duration ${JSON.stringify(since)}; expected something like 30s or 1h`,
          ),
          tailLines: countQuery(c, 'tailLines'),
          signal: c.req.raw.signal,
        },
      )
      return new Response(endWithSource(logs, c.env), {
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'cache-control': 'no-cache, private',
          // Asks buffering servers in between to pass each line on as it comes.
          'x-accel-buffering': 'no',
        },
      })
    },
  })
}

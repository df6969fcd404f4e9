import type { Fetch } from '../app'
import { namespaceHeaders } from '../parameters'
import { gatewayTranslations } from './api-gateways'
import { createFunctionEvent, deleteFunctionEvent, updateFunctionEvent } from './function-events'
import { invokeFunction } from './function-invocations'
import { listTemplates, renderTemplate } from './function-templates'
import {
  createFunction,
  deleteFunction,
  getFunction,
  listFunctions,
  listReplicas,
  patchFunction,
  streamLogs,
  updateFunction,
} from './functions'
import { getFrontendSpec, listExternalAddresses } from './platform-info'
import { createProject, deleteProject, getProject, listProjects, updateProject } from './projects'
import type { Ask, Call, Translation } from './translation'
import { getShardLags } from './v3io-streams'

/** Method and path, with `*` for one segment. The first that fits translates; what fits none only gets Go's wire form. */
const translations: [pattern: string, translate: Translation][] = [
  ['GET /api/functions', listFunctions],
  ['POST /api/functions', createFunction],
  ['DELETE /api/functions', deleteFunction],
  ['GET /api/functions/*', getFunction],
  ['PUT /api/functions/*', updateFunction],
  ['PATCH /api/functions/*', patchFunction],
  ['GET /api/functions/*/replicas', listReplicas],
  ['GET /api/functions/*/logs/*', streamLogs],
  ['GET /api/projects', listProjects],
  ['POST /api/projects', createProject],
  ['DELETE /api/projects', deleteProject],
  ['GET /api/projects/*', getProject],
  ['PUT /api/projects/*', updateProject],
  ['POST /api/function_events', createFunctionEvent],
  ['PUT /api/function_events', updateFunctionEvent],
  ['DELETE /api/function_events', deleteFunctionEvent],
  ['GET /api/function_templates', listTemplates],
  ['POST /api/function_templates/render', renderTemplate],
  ['POST /api/v3io_streams/get_shard_lags', getShardLags],
  ['GET /api/external_ip_addresses', listExternalAddresses],
  ['GET /api/frontend_spec', getFrontendSpec],
]

/**
 * The same API spoken as Nuclio 1.14 on Docker speaks it where that differs from the document; of API gateways, which only Kubernetes has,
 * as it is there when `isKubernetes` says so. Only for tests: it is how the application is proven against both.
 */
export function nuclioDialect(
  api: Fetch,
  defaultNamespace: string,
  isKubernetes: () => boolean = () => false,
): Fetch {
  const all = [...translations, ...gatewayTranslations(isKubernetes)]
  return async (request, bindings) => {
    const url = new URL(request.url)
    url.pathname = url.pathname.replace(/(?<=.)\/$/, '')
    const invocation = /^\/api\/function_invocations(?:\/|$)/.test(url.pathname)
    if (request.method === 'HEAD' || request.method === 'TRACE') return new Response(null, { status: 405 })
    const hasBody = request.method !== 'GET'
    const call: Call = {
      method: request.method,
      url,
      headers: new Headers(request.headers),
      body: hasBody ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array(),
    }
    // No namespace header is required: each falls back to the server's own. A function sees only what was sent.
    for (const name of invocation ? [] : Object.values(namespaceHeaders)) {
      if (!call.headers.get(name)) call.headers.set(name, defaultNamespace)
    }
    const ask: Ask = async ({ method, url: target, headers, body }) =>
      api(
        new Request(target, {
          method,
          headers,
          body: method === 'GET' || body.byteLength === 0 ? null : body.slice(),
          signal: request.signal,
        }),
        { outgoing: bindings?.outgoing },
      )
    if (invocation) return invokeFunction(call, ask)
    return onTheWire(await (translationOf(all, call) ?? ((same, asked) => asked(same)))(call, ask))
  }
}

function translationOf(
  all: readonly [pattern: string, translate: Translation][],
  call: Call,
): Translation | undefined {
  const segments = call.url.pathname.split('/')
  return all.find(([pattern]) => {
    const [method, path = ''] = pattern.split(' ')
    const wanted = path.split('/')
    return (
      method === call.method &&
      wanted.length === segments.length &&
      wanted.every((segment, index) => segment === '*' || segment === segments[index])
    )
  })?.[1]
}

/** Go's way with answers: a line end after JSON that is no error, no caching headers but those of log streams. */
async function onTheWire(answer: Response): Promise<Response> {
  const json = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!answer.headers.get('content-type')?.startsWith('text/plain')) answer.headers.delete('cache-control')
  answer.headers.set('vary', 'Origin')
  if (!json || !answer.ok || answer.status === 202 || answer.status === 204) return answer
  const text = await answer.text()
  const { headers } = answer
  headers.delete('content-length')
  return new Response(text.endsWith('\n') ? text : `${text}\n`, { status: answer.status, headers })
}

import {
  asObject,
  changed,
  failure,
  jsonObject,
  json,
  mapJson,
  metadataOf,
  panic,
  reading,
  type Translation,
} from './translation'

const steady = new Set(['ready', 'error', 'unhealthy', 'scaledToZero', 'imported'])
const projectLabel = 'nuclio.io/project-name'

/** `GET /api/functions`: every function in the shape of the Docker platform. */
export const listFunctions: Translation = async (call, ask) =>
  mapJson(await ask(call), (list) =>
    Object.fromEntries(
      Object.entries(asObject(list) ?? {}).map(([name, item]) => [name, shapeFunction(item)]),
    ),
  )

/** `GET /api/functions/{name}`: a project header that names another project hides the function. */
export const getFunction: Translation = async (call, ask) => {
  const answer = await ask(call)
  if (answer.status !== 200) return answer
  const found = asObject(await answer.json())
  const project = call.headers.get('x-nuclio-project-name')
  const label = metadataOf(found).labels?.[projectLabel]
  if (project && label !== undefined && label !== project) return failure(404, 'Function not found')
  return json(200, shapeFunction(found))
}

/** `POST /api/functions`: as documented, but a resource version is never the stored one. */
export const createFunction: Translation = async (call, ask) => claimJson(await ask(withoutVersion(call)))

/** `PUT /api/functions/{name}`: the name in the body decides, whatever the path says. */
export const updateFunction: Translation = async (call, ask) => {
  const body = jsonObject(call)
  if (asObject(body?.metadata)?.resourceVersion) return failure(409, 'Function resource version is stale')
  const { name } = metadataOf(body)
  return claimJson(
    await ask(name ? changed(call, { path: `/api/functions/${encodeURIComponent(name)}` }) : call),
  )
}

/** `PATCH /api/functions/{name}`: any state means "run it again"; scaling needs `minReplicas`, else the server panics. */
export const patchFunction: Translation = async (call, ask) => {
  const body = jsonObject(call)
  if (body?.desiredState !== 'scaledToZero') return ask(call)
  const current = await ask(reading(call, call.url.pathname, namespaceHeader(call.headers)))
  if (current.status !== 200) return current
  const spec = asObject(asObject(await current.json())?.spec)
  if (spec?.minReplicas === undefined || spec.minReplicas === null) return panic()
  if (spec.minReplicas !== 0)
    return failure(412, 'Cannot scale to zero a function with non-zero min replicas')
  return ask(changed(call, { json: { desiredState: 'ready' } }))
}

/** `DELETE /api/functions`: there are no versions to be stale. */
export const deleteFunction: Translation = async (call, ask) => {
  if (asObject(jsonObject(call)?.metadata)?.resourceVersion)
    return failure(409, 'Function resource version is stale')
  return ask(call)
}

/** `GET …/replicas`: the Docker platform runs one container whatever the spec says. */
export const listReplicas: Translation = async (call, ask) =>
  mapJson(await ask(call), (value) => {
    const names = asObject(value)?.names
    return { names: Array.isArray(names) ? names.slice(0, 1) : names }
  })

/**
 * `GET …/logs/{replica}`: each parameter is first tried as a boolean, then as a number, then as text, and one of another
 * type than expected counts as absent. So `tailLines` of 0 and 1 are booleans, and `since` without a unit is a number.
 */
export const streamLogs: Translation = async (call, ask) => {
  const url = new URL(call.url)
  const query = url.searchParams
  const tail = query.get('tailLines')
  if (tail !== null && !/^(?:[2-9]|[1-9]\d+)$/.test(tail)) query.delete('tailLines')
  const follow = query.get('follow')
  if (follow !== null && !isBoolean(follow)) query.delete('follow')
  const since = query.get('since')
  if (since !== null && (isBoolean(since) || since === '' || !Number.isNaN(Number(since))))
    query.delete('since')
  else if (since !== null && !/^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.test(since)) {
    return failure(500, `time: invalid duration ${JSON.stringify(since)}`)
  }
  const answer = await ask({ ...call, url })
  if (answer.status === 200) answer.headers.set('content-type', 'text/plain')
  return answer
}

/** One function as the Docker platform shows it; exported for lists of other resources. */
export function shapeFunction(value: unknown): unknown {
  const found = asObject(value)
  const status = asObject(found?.status)
  if (!found || !status) return value
  const metadata = { ...asObject(found.metadata) }
  delete metadata.resourceVersion
  return { ...found, metadata, status: shapeStatus(status, asObject(found.spec)?.disable === true) }
}

function shapeStatus(status: Record<string, unknown>, disabled: boolean): Record<string, unknown> {
  const { state, logs } = status
  if (typeof state !== 'string' || !steady.has(state)) {
    return { ...(state === undefined ? {} : { state }), ...(logs === undefined ? {} : { logs }) }
  }
  if (state === 'ready' && disabled) {
    return {
      ...status,
      httpPort: -1,
      internalInvocationUrls: [':8080'],
      externalInvocationUrls: ['0.0.0.0:-1'],
    }
  }
  if (!Array.isArray(status.externalInvocationUrls)) return status
  const everywhere = status.externalInvocationUrls.map((url) =>
    String(url).replace(/^127\.0\.0\.1:/, '0.0.0.0:'),
  )
  return { ...status, externalInvocationUrls: everywhere }
}

/** The 202 of a deploy has a content type and no bytes. */
function claimJson(answer: Response): Response {
  if (answer.status === 202) answer.headers.set('content-type', 'application/json')
  return answer
}

function withoutVersion(call: Parameters<Translation>[0]): Parameters<Translation>[0] {
  const body = jsonObject(call)
  const metadata = asObject(body?.metadata)
  if (!metadata?.resourceVersion) return call
  return changed(call, { json: { ...body, metadata: { ...metadata, resourceVersion: undefined } } })
}

function namespaceHeader(headers: Headers): Record<string, string> {
  const name = 'x-nuclio-function-namespace'
  return { [name]: headers.get(name) ?? '' }
}

function isBoolean(text: string): boolean {
  return /^(?:1|t|true|0|f|false)$/i.test(text)
}

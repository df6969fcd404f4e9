import {
  asObject,
  changed,
  failure,
  json,
  jsonObject,
  mapJson,
  metadataOf,
  panic,
  reading,
} from './translation'
import type { Ask, Call, Translation } from './translation'

/** `POST /api/projects`: a name is needed, a taken one is overwritten, the object comes back. */
export const createProject: Translation = async (call, ask) => {
  if (/^(?:1|t|true)$/i.test(call.url.searchParams.get('import') ?? '')) return importProject(call, ask)
  const body = jsonObject(call)
  const { name } = metadataOf(body)
  if (body && !name) return failure(400, 'Project name must be provided in metadata')
  const answer = await ask(call)
  if (answer.status === 409) {
    const updated = await ask(changed(call, { method: 'PUT', path: pathOf(name) }))
    if (!updated.ok) return updated
  } else if (answer.status !== 201) return answer
  const stored = await getProject(reading(call, pathOf(name), namespaceHeader(body)), ask)
  return stored.status === 200 ? json(201, await stored.json()) : stored
}

/** `PUT /api/projects/{name}`: 204 as soon as body and name are readable, whatever happened; a missing project is made. */
export const updateProject: Translation = async (call, ask) => {
  const body = jsonObject(call)
  const { name } = metadataOf(body)
  const inPath = decodeURIComponent(call.url.pathname.split('/')[3] ?? name)
  const answer = await ask(call)
  if (!body || !name || name !== inPath) return answer
  if (answer.status === 404) await ask(changed(call, { method: 'POST', path: '/api/projects' }))
  return new Response(null, { status: 204, headers: { 'content-type': 'application/json' } })
}

/** `DELETE /api/projects`: a missing project passes the mere check, else it is `Not Found`. */
export const deleteProject: Translation = async (call, ask) => {
  const answer = await ask(call)
  if (answer.status !== 404) return answer
  const check = call.headers.get('x-nuclio-delete-project-strategy') === 'check'
  return check ? new Response(null, { status: 204 }) : failure(404, 'Not Found')
}

/** `GET /api/projects/{name}`: objects always have a status. */
export const getProject: Translation = async (call, ask) => mapJson(await ask(call), withStatus)

/** `GET /api/projects`. */
export const listProjects: Translation = async (call, ask) =>
  mapJson(await ask(call), (list) =>
    Object.fromEntries(
      Object.entries(asObject(list) ?? {}).map(([name, project]) => [name, withStatus(project)]),
    ),
  )

/** Import: a body that is no bundle panics, lists of failures are `null` when there are none. */
async function importProject(call: Call, ask: Ask): Promise<Response> {
  const body = jsonObject(call)
  if (body && !asObject(body.project)) return panic()
  const answer = await ask(call)
  if (answer.status !== 201) return answer
  const result = asObject(await answer.json()) ?? {}
  return json(
    201,
    Object.fromEntries(
      Object.entries(result).map(([key, part]) => [key, withNullLists(asObject(part) ?? {})]),
    ),
  )
}

function withNullLists(part: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [
      key,
      Array.isArray(value) && value.length === 0 ? null : value,
    ]),
  )
}

function withStatus(value: unknown): unknown {
  const project = asObject(value)
  return project && project.metadata ? { ...project, status: project.status ?? {} } : value
}

function pathOf(name: string): string {
  return `/api/projects/${encodeURIComponent(name)}`
}

function namespaceHeader(body: Record<string, unknown> | undefined): Record<string, string> {
  const { namespace } = metadataOf(body)
  return namespace ? { 'x-nuclio-project-namespace': namespace } : {}
}

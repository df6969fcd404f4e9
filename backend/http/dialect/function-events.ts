import {
  asObject,
  changed,
  errorText,
  failure,
  json,
  jsonObject,
  metadataOf,
  panic,
  type Translation,
} from './translation'

/**
 * `POST /api/function_events`: the reply is what was sent with its name, without the defaults that are stored; a taken
 * name is overwritten; what the platform refuses is a 500.
 */
export const createFunctionEvent: Translation = async (call, ask) => {
  const body = jsonObject(call)
  if (body && !asObject(body.metadata))
    return failure(400, 'Function event name must be provided in metadata')
  if (body && !asObject(body.spec)) return panic()
  let answer = await ask(call)
  if (answer.status === 409) {
    const updated = await ask(changed(call, { method: 'PUT' }))
    if (!updated.ok) return updated
    answer = json(201, body)
  }
  if (answer.status === 201) return json(201, echo(body ?? {}, asObject(await answer.json()) ?? {}))
  const readable = await errorText(answer.clone())
  // A body that does not parse, or has the wrong types, is the client's fault here, too.
  return answer.status === 400 && !/label|function does not exist/i.test(readable)
    ? answer
    : failure(500, readable)
}

/** `PUT /api/function_events`: a missing event, or no spec, panics. */
export const updateFunctionEvent: Translation = async (call, ask) => {
  const body = jsonObject(call)
  if (body && metadataOf(body).name && !asObject(body.spec)) return panic()
  const answer = await ask(call)
  if (answer.status === 404) return panic()
  if (answer.status === 204) answer.headers.set('content-type', 'application/json')
  return answer
}

/** `DELETE /api/function_events`: a missing event is a 404 without words. */
export const deleteFunctionEvent: Translation = async (call, ask) => {
  const answer = await ask(call)
  return answer.status === 404 ? failure(404, '') : answer
}

/** The stored event without the defaults that the sender had left out. */
function echo(sent: Record<string, unknown>, stored: Record<string, unknown>): Record<string, unknown> {
  const sentSpec = asObject(sent.spec) ?? {}
  const spec = Object.fromEntries(
    Object.entries(asObject(stored.spec) ?? {}).filter(([key]) => sentSpec[key] !== undefined),
  )
  return { ...stored, spec }
}

import { json, jsonObject, type Translation } from './translation'

/** `POST /api/api_gateways`: 201 with the object as sent where the document has an empty 202. */
export const createApiGateway: Translation = async (call, ask) => {
  const answer = await ask(call)
  if (answer.status !== 202) return answer
  const { metadata, spec, status } = jsonObject(call) ?? {}
  return json(201, { metadata, spec, status: status ?? {} })
}

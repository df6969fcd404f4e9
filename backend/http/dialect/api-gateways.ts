import {
  asObject,
  changed,
  errorText,
  failure,
  json,
  jsonObject,
  mapJson,
  metadataOf,
  type Call,
  type Translation,
} from './translation'

/** What takes the place of a password in what is read, as Nuclio writes it. */
const passwordReference = '$ref:/spec/authentication/basicauth/password'

/**
 * The calls of API gateways as Nuclio 1.14 answers them, by pattern. Docker has no gateways: its lists are empty and its writes are
 * refused. On Kubernetes a creation answers with the object, secrets are hidden, and what is missing is a fault.
 */
export function gatewayTranslations(
  isKubernetes: () => boolean,
): [pattern: string, translate: Translation][] {
  const either =
    (onKubernetes: Translation, onDocker: Translation): Translation =>
    (call, ask) =>
      (isKubernetes() ? onKubernetes : onDocker)(call, ask)
  const noneRead: Translation = async () => failure(404, 'Api-Gateway not found')
  return [
    ['GET /api/api_gateways', either(listGateways, async () => json(200, {}))],
    ['POST /api/api_gateways', either(createGateway, unsupported)],
    ['DELETE /api/api_gateways', either(missingIsFault, unsupported)],
    ['GET /api/api_gateways/*', either(getGateway, noneRead)],
    ['PUT /api/api_gateways/*', either(updateGateway, unsupported)],
  ]
}

const unsupported: Translation = async (call) =>
  jsonObject(call) ? failure(501, 'Unsupported method') : failure(400, 'Failed to parse JSON body')

const listGateways: Translation = async (call, ask) =>
  mapJson(await ask(call), (list) =>
    Object.fromEntries(Object.entries(asObject(list) ?? {}).map(([name, one]) => [name, masked(one)])),
  )

const getGateway: Translation = async (call, ask) => mapJson(await ask(call), masked)

/** 201 with the object as it was taken, secrets in clear, where the document has an empty 202. */
const createGateway: Translation = async (call, ask) => {
  const answer = await ask(inNuclioWords(call))
  if (answer.status !== 202) return answer
  const { metadata, spec, status } = jsonObject(call) ?? {}
  return json(201, { metadata, spec, status: status ?? {} })
}

const updateGateway: Translation = (call, ask) => missingIsFault(inNuclioWords(call), ask)

/** The text is that of Kubernetes, which the server passes on. */
const missingIsFault: Translation = async (call, ask) => {
  const answer = await ask(call)
  if (answer.status !== 404) return answer
  const name = metadataOf(jsonObject(call)).name || decodeURIComponent(call.url.pathname.split('/')[3] ?? '')
  const said = await errorText(answer)
  return failure(500, said ? `nuclioapigateways.nuclio.io "${name}" not found` : '')
}

/** Nuclio does not know the documented word for user and password: it takes the gateway, and cannot set it up. */
function inNuclioWords(call: Call): Call {
  const body = jsonObject(call)
  const spec = asObject(body?.spec)
  if (!body || spec?.authenticationMode !== 'basic') return call
  return changed(call, { json: { ...body, spec: { ...spec, authenticationMode: undefined } } })
}

function masked(value: unknown): unknown {
  const gateway = asObject(value)
  const spec = asObject(gateway?.spec)
  const authentication = asObject(spec?.authentication)
  const basicAuth = asObject(authentication?.basicAuth)
  if (!basicAuth?.password) return value
  const hidden = { ...authentication, basicAuth: { ...basicAuth, password: passwordReference } }
  return { ...gateway, spec: { ...spec, authentication: hidden } }
}

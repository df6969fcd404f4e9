import { asObject, mapJson, type Translation } from './translation'

/** `GET /api/external_ip_addresses`: a dashboard in a container lists a blank beside the real ones. */
export const listExternalAddresses: Translation = async (call, ask) =>
  mapJson(await ask(call), (value) => {
    const addresses: unknown = asObject(asObject(value)?.externalIPAddresses)?.addresses
    const known: unknown[] = Array.isArray(addresses) ? addresses : []
    return { externalIPAddresses: { addresses: [...known, ''] } }
  })

/** `GET /api/frontend_spec` of the Docker platform: no scaling to zero, and `null` for lists with nothing in them. */
export const getFrontendSpec: Translation = async (call, ask) =>
  mapJson(await ask(call), (value) => {
    const spec = asObject(value) ?? {}
    return {
      ...spec,
      platformKind: 'local',
      allowedAuthenticationModes: null,
      validFunctionPriorityClassNames: nullWhenEmpty(spec.validFunctionPriorityClassNames),
      scaleToZero: { mode: 'disabled', inactivityWindowPresets: null, scaleResources: null },
    }
  })

function nullWhenEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? value : null
}

import type { ApiGateway, ApiGatewayConfig, ApiGatewaySpec } from '@/api/generated/schema'
import { without } from '@/lib/without'
import { isBasic, type AuthenticationMode } from './authentication'
import { canaryOf, functionOfUpstream, primaryOf } from './upstreams'

/** What a person fills in of a gateway. */
export interface GatewayForm {
  name: string
  description: string
  host: string
  path: string
  mode: AuthenticationMode
  username: string
  password: string
  oauth2ProxyUrl: string
  redirects: boolean
  /** Name of the function that gets the requests. */
  primary: string
  hasCanary: boolean
  /** Name of the function that gets some of them. */
  canary: string
  /** Percentage of the canary. */
  share: number
}

/** A canary that was just added begins so small. */
const firstShare = 5

/** The form of a gateway that is yet to be made. */
export const emptyGatewayForm: GatewayForm = {
  name: '',
  description: '',
  host: '',
  path: '',
  mode: 'none',
  username: '',
  password: '',
  oauth2ProxyUrl: '',
  redirects: false,
  primary: '',
  hasCanary: false,
  canary: '',
  share: firstShare,
}

/** What of a gateway stands in the form. */
export function formOfGateway({ metadata, spec }: ApiGateway): GatewayForm {
  const { authentication, authenticationMode, upstreams = [] } = spec
  const { username = '', password = '' } = authentication?.basicAuth ?? {}
  const { oauth2ProxyUrl = '', redirectUnauthorizedToSignIn } = authentication?.dexAuth ?? {}
  const canary = canaryOf(upstreams)
  // Two upstreams without a share are a gateway that cannot be set up; the form is there to mend it.
  const second = canary ?? upstreams[1]
  return {
    name: metadata.name || spec.name || '',
    description: spec.description ?? '',
    host: spec.host ?? '',
    path: spec.path ?? '',
    mode: isBasic(authenticationMode) ? 'basic' : (authenticationMode ?? 'none'),
    username,
    password,
    oauth2ProxyUrl,
    redirects: redirectUnauthorizedToSignIn === true,
    primary: functionOfUpstream(primaryOf(upstreams)),
    hasCanary: second !== undefined,
    canary: functionOfUpstream(second),
    share: second?.percentage ?? (second ? 0 : firstShare),
  }
}

/**
 * The gateway that a form describes, on top of the one it was filled from: what has no field there stays. What belongs to an
 * authentication mode that was left goes with it.
 */
export function configOfForm(form: GatewayForm, before?: ApiGateway): ApiGatewayConfig {
  const spec: ApiGatewaySpec = {
    ...without(before?.spec ?? {}, 'authentication', 'upstreams'),
    name: form.name,
    ...written('description', form.description.trim(), before?.spec),
    host: form.host.trim(),
    ...written('path', form.path.trim(), before?.spec),
    authenticationMode: form.mode,
    ...authenticationOf(form, before?.spec),
    upstreams: upstreamsOf(form, before?.spec),
  }
  return {
    metadata: {
      ...(before && without(before.metadata, 'creationTimestamp', 'resourceVersion')),
      name: form.name,
    },
    spec,
  }
}

/** A text that is left empty is written only where there was one before. */
function written<Key extends 'description' | 'path'>(key: Key, text: string, before: ApiGatewaySpec = {}) {
  return text !== '' || before[key] !== undefined ? { [key]: text } : {}
}

function authenticationOf(
  form: GatewayForm,
  before: ApiGatewaySpec = {},
): Pick<ApiGatewaySpec, 'authentication'> {
  const was = before.authentication
  if (isBasic(form.mode)) {
    const { username, password } = form
    return {
      authentication: {
        ...without(was ?? {}, 'dexAuth'),
        basicAuth: { ...was?.basicAuth, username, password },
      },
    }
  }
  if (form.mode !== 'oauth2') return {}
  const dexAuth = {
    ...without(was?.dexAuth ?? {}, 'oauth2ProxyUrl', 'redirectUnauthorizedToSignIn'),
    ...(form.oauth2ProxyUrl.trim() !== '' && { oauth2ProxyUrl: form.oauth2ProxyUrl.trim() }),
    ...((form.redirects || was?.dexAuth?.redirectUnauthorizedToSignIn !== undefined) && {
      redirectUnauthorizedToSignIn: form.redirects,
    }),
  }
  return { authentication: { ...without(was ?? {}, 'basicAuth'), dexAuth } }
}

type Upstream = NonNullable<ApiGatewaySpec['upstreams']>[number]

/** Upstreams to the functions of the form, in the order in which they were; one that led there before keeps what else it has. */
function upstreamsOf(form: GatewayForm, before: ApiGatewaySpec = {}): Upstream[] {
  const known = before.upstreams ?? []
  const [primary, canary] = [primaryOf(known), canaryOf(known) ?? known[1]]
  const to = (name: string, was: Upstream | undefined): Upstream =>
    name === functionOfUpstream(was) && was
      ? was
      : { ...was, kind: 'nucliofunction', nucliofunction: { ...was?.nucliofunction, name } }
  const first = withShare(to(form.primary, primary), 0)
  if (!form.hasCanary) return [first]
  const second = withShare(to(form.canary, canary), form.share)
  return canary !== undefined && known[0] === canary ? [second, first] : [first, second]
}

/** A share of nothing is left out where it was. */
function withShare(upstream: Upstream, percentage: number): Upstream {
  return (upstream.percentage ?? 0) === percentage ? upstream : { ...upstream, percentage }
}

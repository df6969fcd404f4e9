import { dnsSubdomainProblems } from '@/domain/spec-rules/kubernetes-names'
import { isBasic, isModeOf, isSecretReference, knownModes } from './authentication'
import { gatewayFinding, type GatewayFinding } from './gateway-finding'
import type { GatewaySubject } from './surroundings'

const found = (rule: string, path: string[], message: string): GatewayFinding =>
  gatewayFinding(rule, ['spec', ...path], message, 'provisioning')

/** Kubernetes takes nothing else for the host of an ingress; the platform on one machine answers at one port, which may be named. */
function hostForm({ spec: { host }, surroundings: { hostTakesPort } }: GatewaySubject): GatewayFinding[] {
  if (!host) return []
  const name = hostTakesPort ? host.replace(/:\d{1,5}$/, '') : host
  const [problem] = dnsSubdomainProblems(name)
  return problem ? [found('host/form', ['host'], `Invalid host ${host}: ${problem}`)] : []
}

function mode({
  spec: { authenticationMode: given },
  surroundings: { modes },
}: GatewaySubject): GatewayFinding[] {
  if (!given || !isModeOf(knownModes, given)) {
    const words = 'Unsupported ApiGateway authentication mode provided'
    return [found('authentication/mode', ['authenticationMode'], words)]
  }
  if (!modes || isModeOf(modes, given)) return []
  const words = `This platform cannot do ${given}: its authentication modes are ${modes.join(', ')}`
  return [found('authentication/not-here', ['authenticationMode'], words)]
}

function credentials({ spec, surroundings: { act } }: GatewaySubject): GatewayFinding[] {
  if (!isBasic(spec.authenticationMode)) return []
  const { username = '', password = '' } = spec.authentication?.basicAuth ?? {}
  const at = (field: string) => ['authentication', 'basicAuth', field]
  const findings: GatewayFinding[] = []
  if (!username)
    findings.push(found('authentication/username', at('username'), 'Basic authentication needs a username'))
  else if (username.includes(':'))
    findings.push(
      found(
        'authentication/colon',
        at('username'),
        'A username of basic authentication cannot have a colon in it',
      ),
    )
  if (!password)
    findings.push(found('authentication/password', at('password'), 'Basic authentication needs a password'))
  else if (act === 'create' && isSecretReference(password))
    findings.push(
      found(
        'authentication/reference',
        at('password'),
        'The password only refers to a secret, and a new gateway has none: give the password itself',
      ),
    )
  return findings
}

function percentages({ spec: { upstreams = [] } }: GatewaySubject): GatewayFinding[] {
  const shares = upstreams.map(({ percentage }) => percentage ?? 0)
  const at = (index: number) => ['upstreams', String(index), 'percentage']
  if (shares.length === 1 && shares[0] !== 0) {
    const words = 'A single upstream gets every request: its percentage must be 0'
    return [found('upstreams/single-share', at(0), words)]
  }
  if (shares.length !== 2) return []
  const canary = shares.findIndex((share) => share !== 0)
  if (canary < 0) {
    const words = 'Percentage must be set on one of the upstreams (canary)'
    return [found('upstreams/canary', at(1), words)]
  }
  if (shares.every((share) => share !== 0)) {
    const words = 'Only one of two upstreams may have a percentage (canary); the other one gets the rest'
    return [found('upstreams/two-shares', at(1), words)]
  }
  const share = shares[canary] ?? 0
  if (share >= 1 && share <= 100) return []
  const words = 'The canary upstream percentage must be between 1 and 100'
  return [found('upstreams/canary-share', at(canary), words)]
}

/** What Nuclio only finds when it sets a gateway up: it stores the gateway, which then says what is wrong. */
export const provisioningRules = [hostForm, mode, credentials, percentages] as const

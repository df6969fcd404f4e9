import type { ApiGatewaySpec } from '@/api/generated/schema'

export type AuthenticationMode = NonNullable<ApiGatewaySpec['authenticationMode']>

/** The header that carries the key of `accessKey`. */
export const accessKeyHeader = 'x-v3io-session-key'

/** What servers with hidden secrets show instead of one; sent back untouched, it stands for what they keep. */
export const isSecretReference = (text: string | undefined): boolean => text?.startsWith('$ref:') ?? false

/** Two words for user and password: the documented one, and that of Nuclio 1.14. */
export const isBasic = (mode: string | undefined): boolean => mode === 'basic' || mode === 'basicAuth'

/** The modes that some server knows, in one spelling each. */
export const knownModes = ['none', 'basic', 'accessKey', 'oauth2'] as const satisfies AuthenticationMode[]

const oneSpelling = (mode: string): string => (isBasic(mode) ? 'basic' : mode)

/** Whether a mode is among those of a platform, which may spell it otherwise. */
export function isModeOf(modes: readonly string[], mode: string): boolean {
  return modes.some((one) => oneSpelling(one) === oneSpelling(mode))
}

/** The modes to choose from on a server that lists these; one that lists none knows what Nuclio 1.14 knows. */
export function modesToChoose(allowed: readonly string[]): AuthenticationMode[] {
  return knownModes.filter((mode) => allowed.length === 0 || isModeOf(allowed, mode))
}

/** A mode in words, short enough for a list. */
export const modeWords: Record<AuthenticationMode, string> = {
  none: 'open to everybody',
  basic: 'user and password',
  basicAuth: 'user and password',
  accessKey: 'access key',
  oauth2: 'OAuth 2 sign-in',
}

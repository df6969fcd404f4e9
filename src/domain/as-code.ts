import type { FunctionConfig } from '@/api/generated/schema'
import { mapSecrets } from './config-secrets'
import { quoted, secretNames } from './shell-quoting'

/** A request as it could be typed into a shell. */
export interface ShellRequest {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: unknown
}

/** Stand around a variable while the body becomes text: signs of private use, which JSON leaves as they are. */
const [begin, end] = ['\uE000', '\uE001']

/**
 * A request as a `curl` command for a POSIX shell, its body as a here-document. Secrets of a configuration stand in it as variables, with a
 * comment on how to set them. Nothing else in the text is expanded by the shell.
 */
export function curlOf({ method, url, headers = {}, body }: ShellRequest): string {
  const variables = secretNames()
  const covered = mapSecrets(body, (secret, at) => `${begin}${variables.nameOf(secret, at.name)}${end}`)
  const names = [...new Set(variables.names.values())]
  const lines = [
    ...(names.length > 0
      ? [
          '# Set what is secret first (inside of JSON: write " as \\" and \\ as \\\\):',
          ...names.map((name) => `# export ${name}=…`),
        ]
      : []),
    `curl --fail-with-body -X ${method} ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
  ]
  const [comments, call] = [
    lines.filter((line) => line.startsWith('#')),
    lines.filter((line) => !line.startsWith('#')),
  ]
  if (body === undefined) return [...comments, call.join(' \\\n  ')].join('\n')
  const hasSecrets = names.length > 0
  const command = [...call, `--data-binary @- <<${hasSecrets ? 'BODY' : "'BODY'"}`].join(' \\\n  ')
  const json = JSON.stringify(covered, null, 2)
  return [...comments, command, hasSecrets ? expandable(json) : json, 'BODY'].join('\n')
}

// In a here-document that expands, these three begin something.
function expandable(json: string): string {
  return json
    .replace(/[\\$`]/g, '\\$&')
    .replace(new RegExp(`${begin}(SECRET_\\w+)${end}`, 'g'), (_, name: string) => `\${${name}}`)
}

/** A configuration whose secrets are the names of shell variables, for a file that goes through `envsubst`. */
export function withSecretVariables<Config extends Partial<FunctionConfig>>(
  config: Config,
): { config: Config; names: string[] } {
  const variables = secretNames()
  const covered = mapSecrets(config, (secret, at) => `\${${variables.nameOf(secret, at.name)}}`)
  return { config: covered, names: [...new Set(variables.names.values())] }
}

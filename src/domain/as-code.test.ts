import { expect, it } from 'vitest'
import { curlOf, withSecretVariables } from './as-code'
import { coveredPair, keptSecrets } from './config-secrets'

const config = {
  metadata: { name: 'echo', labels: { owner: "O'Brien" } },
  spec: {
    description: 'costs $5 `each`, "now" \\ then\nnext ${HOME} \\u0000 $(id)',
    env: [
      { name: 'DB_PASSWORD', value: 'hunter22' },
      { name: 'AGAIN_PASSWORD', value: 'hunter22' },
      { name: 'API_KEY', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      { name: 'KEPT_TOKEN', value: '$ref:/spec/env/3' },
      { name: 'PLAIN', value: '$SECRET_NOT' },
    ],
    triggers: {
      queue: {
        kind: 'rabbit-mq',
        url: 'amqp://guest:letmein@host:5672',
        password: 'sesame',
        attributes: { secretPath: '/etc/x' },
      },
    },
  },
}

it('says how a secret is set, and never what it is', () => {
  const command = curlOf({ method: 'PUT', url: "http://h/it's", headers: { A: 'b' }, body: config })
  expect(command).not.toMatch(/hunter22|letmein|sesame/)
  expect(command).toContain('# export SECRET_DB_PASSWORD=…')
  expect(command).toContain(`curl --fail-with-body -X PUT 'http://h/it'\\''s' \\\n  -H 'A: b' \\\n`)
  expect(command).toContain('"value": "${SECRET_DB_PASSWORD}"')
  expect(command).toContain('"value": "\\$SECRET_NOT"')
})

it('lets the shell expand nothing where there is no secret', () => {
  const command = curlOf({ method: 'POST', url: 'http://h/', body: { a: '$b' } })
  expect(command).toBe(
    `curl --fail-with-body -X POST 'http://h/' \\\n  --data-binary @- <<'BODY'\n{\n  "a": "$b"\n}\nBODY`,
  )
  expect(curlOf({ method: 'DELETE', url: 'http://h/x' })).toBe("curl --fail-with-body -X DELETE 'http://h/x'")
})

it('names the secrets of a file', () => {
  const { config: file, names } = withSecretVariables(config)
  expect(names).toEqual(['SECRET_DB_PASSWORD', 'SECRET_URL_PASSWORD', 'SECRET_PASSWORD'])
  expect(file.spec.env[1]?.value).toBe('${SECRET_DB_PASSWORD}')
  expect(file.spec.env[3]?.value).toBe('$ref:/spec/env/3')
  expect(file.spec.triggers.queue.url).toBe('amqp://guest:${SECRET_URL_PASSWORD}@host:5672')
  expect(file.spec.triggers.queue.attributes.secretPath).toBe('/etc/x')
})

it('finds what the server keeps', () => {
  expect(keptSecrets(config)).toEqual([{ path: ['spec', 'env', '3', 'value'], name: 'KEPT_TOKEN' }])
})

it('covers secrets on both sides and tells when they differ', () => {
  const after = structuredClone(config)
  if (after.spec.env[0]) after.spec.env[0].value = 'another'
  const [left, right] = coveredPair(config, after)
  expect(left.spec.env.map(({ value }) => value)).toEqual([
    '••••',
    '••••',
    undefined,
    '$ref:/spec/env/3',
    '$SECRET_NOT',
  ])
  expect(right.spec.env[0]?.value).toBe('•••• (another one)')
  expect(right.spec.env[1]?.value).toBe('••••')
})

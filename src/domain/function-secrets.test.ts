import { describe, expect, it } from 'vitest'
import { maskSecrets, secretsOf } from './function-secrets'

describe('maskSecrets', () => {
  it.each([
    ['git clone https://ada:hunter22@git.example/x.git', 'git clone https://••••@git.example/x.git'],
    ['ENV DB_PASSWORD=hunter22 MODE=fast', 'ENV DB_PASSWORD=•••• MODE=fast'],
    ['{"password": "hunter22", "user": "ada"}', '{"password": "••••", "user": "ada"}'],
    ['{\\"password\\": \\"hunter22\\"}', '{\\"password\\": \\"••••\\"}'],
    ['{"name": "API_KEY", "value": "hunter22"}', '{"name": "API_KEY", "value": "••••"}'],
    ['Authorization: Bearer abcdef0123456789', 'Authorization: Bearer ••••'],
    ['retries=3 and nothing else', 'retries=3 and nothing else'],
  ])('%s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked)
  })

  it('covers known values wherever they stand', () => {
    expect(maskSecrets('cannot log in with hunter22', ['hunter22'])).toBe('cannot log in with ••••')
  })
})

describe('secretsOf', () => {
  it('finds variables, trigger passwords and code entry secrets', () => {
    const fn = {
      metadata: { name: 'f' },
      spec: {
        env: [
          { name: 'DB_PASSWORD', value: 'longest-one' },
          { name: 'MODE', value: 'fast' },
          { name: 'API_TOKEN', value: '$ref:/env/1' },
        ],
        triggers: { queue: { kind: 'rabbit-mq', name: 'queue', password: 'rabbits' } },
        build: { codeEntryAttributes: { s3SecretAccessKey: 'bucket' } },
      },
    }
    expect(secretsOf(fn as never)).toEqual(['longest-one', 'rabbits', 'bucket'])
  })
})

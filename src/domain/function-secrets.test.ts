import { describe, expect, it } from 'vitest'
import { isSecretField, maskSecrets } from './function-secrets'

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

it.each([
  ['password', true],
  ['DB_PASS', true],
  ['ssl-passthrough', false],
  ['secretName', false],
  ['secretFile', false],
  ['imagePullSecrets', false],
])('a field called %s holds a secret itself: %s', (name, isSecret) => {
  expect(isSecretField(name)).toBe(isSecret)
})

import { describe, expect, it } from 'vitest'
import { coverSecrets, keptSecrets, mapSecrets, secretsOf } from './config-secrets'

const config = {
  metadata: { name: 'f', labels: { 'token-kind': 'jwt' }, annotations: { 'x/api-key': 'hidden' } },
  spec: {
    env: [
      { name: 'DB_PASSWORD', value: 'longest-one' },
      { name: 'MODE', value: 'fast' },
      { name: 'API_TOKEN', value: '$ref:/env/1' },
      { name: 'PIN_SECRET', value: '123' },
    ],
    triggers: { queue: { kind: 'rabbit-mq', name: 'queue', password: 'rabbits', url: 'amqp://a:carrots@q' } },
    build: {
      codeEntryAttributes: { s3SecretAccessKey: 'bucket' },
      functionSourceCode: 'cGFzc3dvcmQ=',
    },
    sidecars: [{ name: 'proxy', env: [{ name: 'PROXY_TOKEN', value: 'sidecar' }] }],
    volumes: [{ volume: { flexVolume: { options: { accessKey: 'flexible', container: 'c' } } } }],
  },
}

describe('secrets in a configuration', () => {
  it('are what stands under a telling name, of variables too, and passwords in addresses', () => {
    const found: string[] = []
    const mapped = mapSecrets(config, (secret, { path, name }) => {
      found.push(`${path.join('.')} ${name} ${secret}`)
      return '*'
    })
    expect(found).toEqual([
      'metadata.annotations.x/api-key x/api-key hidden',
      'spec.env.0.value DB_PASSWORD longest-one',
      'spec.env.3.value PIN_SECRET 123',
      'spec.triggers.queue.password password rabbits',
      'spec.triggers.queue.url url_password carrots',
      'spec.build.codeEntryAttributes.s3SecretAccessKey s3SecretAccessKey bucket',
      'spec.sidecars.0.env.0.value PROXY_TOKEN sidecar',
      'spec.volumes.0.volume.flexVolume.options.accessKey accessKey flexible',
    ])
    expect(mapped.metadata.labels).toEqual(config.metadata.labels)
    expect(mapped.spec.build.functionSourceCode).toBe('cGFzc3dvcmQ=')
    expect(mapped.spec.triggers.queue.url).toBe('amqp://a:*@q')
  })

  it('are kept by the server under a reference, with the name of their variable', () => {
    expect(keptSecrets(config)).toEqual([{ path: ['spec', 'env', '2', 'value'], name: 'API_TOKEN' }])
  })

  it('are masked in texts from four characters on, the longest first', () => {
    const all = ['longest-one', 'flexible', 'rabbits', 'carrots', 'sidecar', 'bucket']
    expect(secretsOf({ ...config, status: {} })).toEqual(all)
  })

  it('are covered in a part of it, by the place of the part', () => {
    const upper = (text: string) => text.toUpperCase()
    expect(coverSecrets({ name: 'A_TOKEN', value: 'x' }, ['spec', 'env', 'A_TOKEN'], upper)).toEqual({
      name: 'A_TOKEN',
      value: '••••',
    })
    expect(coverSecrets('x', ['spec', 'dataBindings', 'b', 'secret'])).toBe('••••')
    expect(coverSecrets(['x', '$ref:1'], ['spec', 'tokens'])).toEqual(['••••', '$ref:1'])
    expect(coverSecrets('x', ['spec', 'handler'], upper)).toBe('X')
  })
})

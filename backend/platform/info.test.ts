import { describe, expect, it } from 'vitest'
import { createInfo } from './info'

const info = createInfo({
  namespaces: ['team', 'nuclio'],
  gatewayPort: 8091,
  functionHost: '127.0.0.1',
  version: '1.2.3',
})

describe('createInfo', () => {
  it('says which server this is, in the four words of the documented answer', () => {
    expect(info.versions.dashboard).toEqual({
      label: '1.2.3',
      gitCommit: '',
      os: process.platform,
      arch: expect.stringMatching(/^\w+$/),
    })
  })

  it('tells the address of functions wherever addresses are told', () => {
    expect(info.externalIpAddresses()).toEqual(['127.0.0.1'])
    expect(info.frontendSpec()).toMatchObject({
      externalIPAddresses: ['127.0.0.1'],
      namespace: 'team',
      platformKind: 'local',
      scaleToZero: { mode: 'enabled' },
      defaultHTTPIngressHostTemplate: '{{ .ResourceName }}.localhost:8091',
      allowedAuthenticationModes: ['none', 'basic', 'accessKey'],
      logsScreenEnabled: true,
    })
  })
})

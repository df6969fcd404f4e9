import { expect, it } from 'vitest'
import { ingressDefaults } from './ingress'

it('an ingress begins with the host that the platform would give it', () => {
  const target = { name: 'echo', project: 'shop', namespace: 'nuclio' }
  const host = (template: string | undefined) => ingressDefaults(template, target)
  expect(host('{{ .ResourceName }}-{{.ProjectName}}.{{ .Namespace }}.example.com')).toEqual({
    host: 'echo-shop.nuclio.example.com',
    paths: ['/'],
  })
  expect(host('{{ .ResourceName | trunc 8 }}.example.com')).toEqual({
    hostTemplate: '@nuclio.fromDefault',
    paths: ['/'],
  })
  expect(host('')).toEqual({ paths: ['/'] })
})

import { expect, it } from 'vitest'
import type { ApiGateway } from '@/api/generated/schema'
import { contentsInWords, projectContents, whyNotDeleteProject } from './project-contents'

const row = (name: string, project: string) => ({ name, project })
const owned = (name: string, project?: string) => ({
  metadata: {
    name,
    namespace: 'nuclio',
    labels: project ? { 'nuclio.io/project-name': project } : undefined,
  },
  spec: {},
})

it('finds what belongs to a project, and says it', () => {
  const functions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => row(name, 'shop'))
  const gateways = [owned('api', 'shop'), owned('other', 'x')] as unknown as ApiGateway[]
  const contents = projectContents('shop', [...functions, row('z', 'default')], gateways)
  expect(contents.functions).toHaveLength(7)
  expect(contentsInWords(contents)).toEqual(['7 functions: a, b, c, d, e and 2 more', '1 API gateway: api'])
})

it('counts gateways without a label to the default project', () => {
  const gateways = [owned('api'), owned('other', 'x')] as unknown as ApiGateway[]
  expect(projectContents('default', [], gateways).gateways).toEqual(['api'])
  expect(contentsInWords({ functions: [], gateways: [] })).toEqual([])
})

it('says why the default project stays', () => {
  expect(whyNotDeleteProject('default')).toContain('Nuclio keeps this one')
  expect(whyNotDeleteProject('shop')).toBeUndefined()
})

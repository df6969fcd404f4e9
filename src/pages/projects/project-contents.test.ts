import { expect, it } from 'vitest'
import type { ApiGateway, NuclioFunction } from '@/api/generated/schema'
import { contentsInWords, projectContents, whyNotDeleteProject } from './project-contents'

const owned = (name: string, project?: string) => ({
  metadata: {
    name,
    namespace: 'nuclio',
    labels: project ? { 'nuclio.io/project-name': project } : undefined,
  },
  spec: {},
})

it('finds what belongs to a project, and says it', () => {
  const functions = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => owned(name, 'shop')) as NuclioFunction[]
  const gateways = [owned('api', 'shop'), owned('other', 'x')] as unknown as ApiGateway[]
  const contents = projectContents('shop', [...functions, owned('z') as NuclioFunction], gateways)
  expect(contents.functions).toHaveLength(7)
  expect(contentsInWords(contents)).toEqual(['7 functions: a, b, c, d, e and 2 more', '1 API gateway: api'])
})

it('counts what has no label to the default project', () => {
  expect(projectContents('default', [owned('z') as NuclioFunction], []).functions).toEqual(['z'])
  expect(contentsInWords({ functions: [], gateways: [] })).toEqual([])
})

it('says why the default project stays', () => {
  expect(whyNotDeleteProject('default')).toContain('Nuclio keeps this one')
  expect(whyNotDeleteProject('shop')).toBeUndefined()
})

import { answerByRoute, answerWith, emptyJson, json, page } from './test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it } from 'vitest'
import { externalIpsQuery, frontendSpecQuery, namespacesQuery, serverQuery, versionsQuery } from './platform'

let queryClient: QueryClient
beforeEach(() => {
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

describe('the platform', () => {
  it('has a version', async () => {
    const versions = { dashboard: { label: '1.14.1', gitCommit: 'abc', os: 'linux', arch: 'amd64' } }
    answerByRoute({ 'GET /api/versions': () => json(versions) })
    expect(await queryClient.query(versionsQuery())).toEqual(versions)
  })

  it.each([
    [{ namespaces: { names: ['nuclio', 'other'] } }, ['nuclio', 'other']],
    [{ namespaces: { names: null } }, []],
    [{}, []],
  ])('lists namespaces of %j', async (answer, expected) => {
    answerByRoute({ 'GET /api/namespaces': () => json(answer) })
    expect(await queryClient.query(namespacesQuery())).toEqual(expected)
  })

  it.each([
    [{ externalIPAddresses: { addresses: ['172.17.0.1', ''] } }, ['172.17.0.1']],
    [{ externalIPAddresses: { addresses: [''] } }, []],
    [{ externalIPAddresses: { addresses: null } }, []],
  ])('leaves blanks out of addresses %j', async (answer, expected) => {
    answerByRoute({ 'GET /api/external_ip_addresses': () => json(answer) })
    expect(await queryClient.query(externalIpsQuery())).toEqual(expected)
  })

  it('has lists in the frontend spec, whether the server has them or not', async () => {
    answerByRoute({
      'GET /api/frontend_spec': () =>
        json({
          namespace: 'nuclio',
          platformKind: 'local',
          externalIPAddresses: ['10.0.0.1', ''],
          allowedAuthenticationModes: null,
          validFunctionPriorityClassNames: null,
          scaleToZero: { mode: 'disabled', inactivityWindowPresets: null, scaleResources: null },
        }),
    })
    expect(await queryClient.query(frontendSpecQuery())).toMatchObject({
      namespace: 'nuclio',
      externalIPAddresses: ['10.0.0.1'],
      allowedAuthenticationModes: [],
      validFunctionPriorityClassNames: [],
      scaleToZero: { mode: 'disabled', inactivityWindowPresets: [], scaleResources: [] },
      autoScaleMetrics: { metricPresets: [], windowSizePresets: [] },
    })
  })
})

describe('serverQuery', () => {
  it.each([
    { kind: 'embedded', identity: 'one' },
    { kind: 'proxy', identity: 'two', target: 'http://nuclio.test:8070' },
  ])('knows a server of ours: $kind', async (info) => {
    answerByRoute({ 'GET /server.json': () => json(info) })
    expect(await queryClient.query(serverQuery())).toEqual(info)
  })

  it.each([
    ['the page itself', () => page(200, 'Nuclio')],
    ['404', () => new Response('404 page not found', { status: 404 })],
    ['JSON of something else', () => json({ hello: true })],
    ['nothing', () => emptyJson(200)],
  ])('takes a server that answers %s for a Nuclio', async (_, answer) => {
    answerByRoute({ 'GET /server.json': answer })
    expect(await queryClient.query(serverQuery())).toEqual({
      kind: 'direct',
      identity: 'http://dashboard.test',
    })
  })

  it('does not guess while the server cannot be reached', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch')
    })
    await expect(queryClient.query(serverQuery())).rejects.toMatchObject({ kind: 'network' })
    answerByRoute({ 'GET /server.json': () => page(502, 'Bad Gateway') })
    await expect(queryClient.query(serverQuery())).rejects.toMatchObject({ status: 502 })
  })
})

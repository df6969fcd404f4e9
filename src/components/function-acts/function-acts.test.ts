import { answerByRoute, emptyJson, json } from '@/api/test-support'
import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it, vi } from 'vitest'
import type { NuclioFunction } from '@/api/generated/schema'
import { functionActs } from './function-acts'

vi.mock('@/components/notify', () => ({ notifySuccess: vi.fn(), notifyError: vi.fn() }))
const { notifyError } = await import('@/components/notify')

const at = { namespace: 'nuclio', project: 'shop' }
const seen = {
  metadata: { name: 'echo', namespace: 'nuclio', resourceVersion: '7' },
  spec: {
    runtime: 'nodejs',
    handler: 'main:handler',
    image: 'echo:1',
    build: { functionSourceCode: 'b2xk' },
  },
  status: { state: 'ready' },
} as NuclioFunction
const onServer = {
  ...seen,
  metadata: { ...seen.metadata, resourceVersion: '8' },
  spec: { ...seen.spec, build: { functionSourceCode: 'bmV3' } },
}

let queryClient: QueryClient
beforeEach(() => {
  vi.mocked(notifyError).mockClear()
  queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
})

const answers = (platformKind: string) =>
  answerByRoute({
    'GET /api/frontend_spec': () => json({ platformKind }),
    'GET /api/functions/echo': () => json(onServer),
    'PUT /api/functions/echo': () => emptyJson(),
    'PATCH /api/functions/echo': () => emptyJson(),
  })

/** Does something and resolves to the request that changed the function. */
async function changed(
  platformKind: string,
  act: (acts: ReturnType<typeof functionActs>) => void,
): Promise<Request | undefined> {
  const requests = answers(platformKind)
  const onChanged = vi.fn()
  act(functionActs(queryClient, at, { onChanged }))
  await vi.waitFor(() => expect(onChanged).toHaveBeenCalledOnce())
  return requests.find(({ method }) => method === 'PUT' || method === 'PATCH')
}

it('deploys again with a PUT that builds nothing on one machine, of what the server has now', async () => {
  const request = await changed('local', (acts) => acts.redeploy(seen))
  expect(request?.method).toBe('PUT')
  expect(await request?.json()).toMatchObject({
    metadata: { resourceVersion: '8' },
    spec: { build: { functionSourceCode: 'bmV3', mode: 'neverBuild' } },
  })
})

it('deploys again with a PATCH elsewhere', async () => {
  const request = await changed('kube', (acts) => acts.redeploy(seen))
  expect(request?.method).toBe('PATCH')
  expect(await request?.json()).toEqual({ desiredState: 'ready' })
})

it('builds again with a PUT that says nothing of the build', async () => {
  const request = await changed('local', (acts) => acts.rebuild(seen))
  expect(await request?.json()).not.toHaveProperty('spec.build.mode')
})

it.each([true, false])('puts back what the server has now, disabled: %s', async (disable) => {
  const request = await changed('kube', (acts) => acts.setDisabled(seen, disable))
  expect(await request?.json()).toMatchObject({
    metadata: { resourceVersion: '8' },
    spec: { disable, build: { functionSourceCode: 'bmV3', mode: 'neverBuild' } },
  })
})

it('scales to zero with a PATCH', async () => {
  const request = await changed('local', (acts) => acts.scaleToZero(seen))
  expect(await request?.json()).toEqual({ desiredState: 'scaledToZero' })
})

it('says what was not done, and why', async () => {
  answerByRoute({ 'PATCH /api/functions/echo': () => json({ error: 'min replicas' }, 412) })
  const onChanged = vi.fn()
  functionActs(queryClient, at, { onChanged }).scaleToZero(seen)
  await vi.waitFor(() => expect(notifyError).toHaveBeenCalledOnce())
  expect(vi.mocked(notifyError).mock.calls[0]?.[0]).toBe('echo was not scaled to zero')
  expect(onChanged).not.toHaveBeenCalled()
})

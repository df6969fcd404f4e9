import { expect, it } from 'vitest'
import { sendGatewayRequest } from './gateway-listener'
import { answerByRoute, json } from './test-support'

const request = { gateway: 'agw', method: 'GET', path: '/' }

it('has the answer of a gateway as it was, whatever it was', async () => {
  const answer = { status: 401, headers: [['www-authenticate', 'Basic']] }
  const requests = answerByRoute({
    'POST /api/embedded/gateway_requests': () =>
      new Response('no', { headers: { 'x-dashboard-answer': JSON.stringify(answer) } }),
  })
  const got = await sendGatewayRequest(request)
  expect(got).toMatchObject({ ...answer, statusText: 'Unauthorized', sealed: true })
  expect(new TextDecoder().decode(got.body)).toBe('no')
  expect(await requests[0]?.json()).toEqual(request)
})

it('says why a request could not be sent', async () => {
  answerByRoute({
    'POST /api/embedded/gateway_requests': () => json({ error: 'The request cannot be sent' }, 400),
  })
  await expect(sendGatewayRequest(request)).rejects.toMatchObject({
    status: 400,
    message: 'The request cannot be sent',
  })
  answerByRoute({ 'POST /api/embedded/gateway_requests': () => new Response('<html>') })
  await expect(sendGatewayRequest(request)).rejects.toMatchObject({ status: 200 })
})

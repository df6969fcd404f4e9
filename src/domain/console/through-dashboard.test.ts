import { expect, it } from 'vitest'
import { curlCommand } from './curl-export'
import { importCurl } from './curl-import'
import { emptyRequest, type ConsoleRequest } from './request'
import { outOfDashboard, throughDashboard } from './through-dashboard'
import { toSend } from './to-send'

const ref = { namespace: 'nuclio', name: 'echo' }
const origin = 'http://dashboard:8070'

it('goes through the dashboard and comes back the same', () => {
  const request: ConsoleRequest = {
    method: 'PUT',
    path: "/it's/1?q=a%20b&who=%C3%BC",
    headers: [{ id: 1, name: 'X-Thing', value: 'one' }],
    body: { kind: 'json', text: '{"a": 1}', fields: [] },
    options: { invokeUrl: '10.0.0.1:8080', timeout: '5s', logLevel: 'warn', skipsTlsVerification: true },
  }
  const { command } = curlCommand(
    throughDashboard({ sent: toSend(request), options: request.options, ref, origin }),
  )
  expect(command).toContain(`PUT '${origin}/api/function_invocations'`)
  const read = importCurl(command, 'echo')
  expect(read).toMatchObject({ isRead: true, request })
  const words = (functionName: string) => {
    const { isRead, ...found } = importCurl(command, functionName)
    return isRead && 'remarks' in found ? found.remarks.map((remark) => remark.words) : []
  }
  expect(words('echo').filter((said) => /X-Nuclio|function echo/.test(said))).toEqual([])
  expect(words('other')).toContain('It was for the function echo, and goes to this one')
})

it('leaves out a gateway, and finds nothing in other requests', () => {
  const options = { ...emptyRequest.options, invokeUrl: 'https://shop.example/v1' }
  const { sent } = throughDashboard({ sent: toSend(emptyRequest), options, ref, origin })
  expect(sent.headers.map(([name]) => name)).not.toContain('X-Nuclio-Invoke-Url')
  expect(outOfDashboard(emptyRequest)).toBeUndefined()
  expect(outOfDashboard({ ...emptyRequest, path: '/api/function_invocations' })).toBeUndefined()
})

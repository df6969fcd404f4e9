import { expect, it } from 'vitest'
import { requestIds } from './request-ids'

it('finds what a request is called by, and the telling parts of a trace', () => {
  expect(
    requestIds([
      ['X-Request-Id', ' order-4711-a '],
      ['x-correlation-id', 'order-4711-a'],
      ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
      ['X-Amzn-Trace-Id', 'Root=1-5759e988-bd862e3fe1be46a994272793'],
      ['X-Trace-ID', 'short'],
      ['Authorization', 'Bearer something-long'],
      ['X-Client-Id', 'not-of-one-request'],
    ]),
  ).toEqual([
    'order-4711-a',
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '00f067aa0ba902b7',
    'bd862e3fe1be46a994272793',
  ])
})

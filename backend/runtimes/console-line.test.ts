import { describe, expect, it } from 'vitest'

import type { LogRecord } from '@/api/generated/schema'

import { formatConsoleLine } from './console-line'

const time = Date.UTC(2026, 10, 23, 18, 26, 7, 40) + 0.217

describe('a line of a replica log', () => {
  it.each([
    ['debug', '\u001b[32m(D)\u001b[0m'],
    ['info', '\u001b[34m(I)\u001b[0m'],
    ['warn', '\u001b[33m(W)\u001b[0m'],
    ['error', '\u001b[31m(E)\u001b[0m'],
  ] as const)('shows the level %s in its colour', (level, shown) => {
    expect(formatConsoleLine({ level, time, name: 'processor', message: 'Processor started' })).toBe(
      `26.11.23 18:26:07.040 ${shown} \u001b[37m                processor\u001b[0m Processor started`,
    )
  })

  it('ends with the fields as spaced JSON', () => {
    const record: LogRecord = {
      level: 'error',
      time,
      name: 'default-http',
      message: 'failed',
      code: 42,
      list: [1, { a: 'é"\n' }],
      nothing: null,
      worker_id: '0',
    }
    expect(formatConsoleLine(record, 'processor.http')).toBe(
      '26.11.23 18:26:07.040 \u001b[31m(E)\u001b[0m \u001b[37m           processor.http\u001b[0m failed ' +
        '{"code": 42, "list": [1, {"a": "é\\"\\n"}], "nothing": null, "worker_id": "0"}',
    )
  })

  it('keeps the end of a long name', () => {
    const line = formatConsoleLine({
      level: 'info',
      time,
      name: 'processor.http.w0.python.logger',
      message: 'm',
    })
    expect(line).toContain('\u001b[37msor.http.w0.python.logger\u001b[0m')
  })
})

import { expect, it } from 'vitest'
import type { ShownRow } from './log-view'
import { inPieces, recordLine, seeded } from './test-logs'
import { openStore } from './test-store'

const day = Date.UTC(2026, 2, 1)
const at = (clock: string) => Date.parse(`2026-03-01T${clock}Z`)

/** Each part of a replica's log as servers write it, and what is to be found in it. */
const parts: [text: string, rows: Partial<ShownRow>[]][] = [
  [
    recordLine(
      at('06:14:02.100'),
      'I',
      'processor',
      'Starting processor {"version": "Label: 1.2.3, OS: linux"}',
    ),
    [
      {
        kind: 'record',
        time: at('06:14:02.100'),
        level: 'info',
        logger: 'processor',
        message: 'Starting processor',
        fields: [['version', 'Label: 1.2.3, OS: linux']],
      },
    ],
  ],
  [
    recordLine(
      at('06:14:02.101'),
      'D',
      'processor',
      String.raw`Read configuration {"config": "{\n    \"metadata\": {\n        \"name\": \"shop\"\n    }\n}"}`,
    ),
    [
      {
        level: 'debug',
        message: 'Read configuration',
        fields: [['config', '{\n    "metadata": {\n        "name": "shop"\n    }\n}']],
      },
    ],
  ],
  [
    recordLine(
      at('06:14:02.101'),
      'I',
      'processor.healthcheck.server',
      'Listening {"listenAddress": ":8082"}',
    ),
    [{ logger: 'cessor.healthcheck.server', message: 'Listening', fields: [['listenAddress', ':8082']] }],
  ],
  [
    recordLine(
      at('06:14:02.110'),
      'D',
      'processor.http.w3.python.logger',
      'Got addresses {"addresses": ["/tmp/a", "/tmp/b"], "pid": 12}',
    ),
    [
      {
        logger: 'sor.http.w3.python.logger',
        worker: '3',
        fields: [
          ['addresses', '["/tmp/a", "/tmp/b"]'],
          ['pid', '12'],
        ],
      },
    ],
  ],
  [
    recordLine(
      at('06:14:02.200'),
      'D',
      '-manager.event connection',
      'Sending data {"data_length": 2, "worker_id": "0"}',
    ),
    [{ logger: '-manager.event connection', worker: '0', message: 'Sending data' }],
  ],
  [
    recordLine(at('06:14:02.201'), 'D', 'processor', 'Processor started'),
    [{ message: 'Processor started', fields: [], logger: 'processor' }],
  ],
  [
    'to stdout\nto stderr',
    [
      { kind: 'output', message: 'to stdout' },
      { kind: 'output', message: 'to stderr' },
    ],
  ],
  [
    `a print without an end${recordLine(at('06:14:07.561'), 'W', 'processor.http', 'Stock is low {"item": "tea", "worker_id": "1"}')}\n`,
    [
      { kind: 'output', message: 'a print without an end' },
      {
        kind: 'record',
        time: at('06:14:07.561'),
        level: 'warn',
        logger: 'processor.http',
        worker: '1',
        message: 'Stock is low',
        fields: [
          ['item', 'tea'],
          ['worker_id', '1'],
        ],
      },
    ],
  ],
  [
    String.raw`{"datetime": "2026-03-01 06:14:08,695", "level": "error", "message": "Caught it while starting", "with": {"err": "expected ':' (main.py, line 1)", "traceback": "Traceback (most recent call last):\n  File \"a.py\"\nSyntaxError: x\n", "worker_id": "2"}}`,
    [
      {
        kind: 'record',
        time: at('06:14:08.695'),
        level: 'error',
        worker: '2',
        message: 'Caught it while starting',
        fields: [
          ['err', "expected ':' (main.py, line 1)"],
          ['traceback', 'Traceback (most recent call last):\n  File "a.py"\nSyntaxError: x\n'],
          ['worker_id', '2'],
        ],
      },
    ],
  ],
  [
    recordLine(
      at('06:14:09.001'),
      'E',
      'processor.http',
      'Exception caught in handler - "7": Traceback (most recent call last):\n  File "/opt/w.py", line 3, in go\n    f()\nKeyError: 7\n {"worker_id": "0"}',
    ),
    [
      {
        kind: 'record',
        level: 'error',
        worker: '0',
        message: 'Exception caught in handler - "7": Traceback (most recent call last): … KeyError: 7',
        fields: [['worker_id', '0']],
        lines: 5,
        isCut: true,
      },
    ],
  ],
  [
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nImportError: No module named x',
    [
      {
        kind: 'trace',
        message: 'Traceback (most recent call last): … ImportError: No module named x',
        lines: 3,
      },
    ],
  ],
  [
    "/opt/a.js:3\n  throw new TypeError('no')\n  ^\n\nTypeError: no\n    at go (/opt/a.js:3:9)\n    at async run (/opt/w.js:70:3)",
    [{ kind: 'trace', message: '/opt/a.js:3', lines: 7 }],
  ],
  ['RangeError: far\n    at go (/opt/a.js:9:9)', [{ kind: 'trace', message: 'RangeError: far', lines: 2 }]],
  [
    'panic: Wrapper process is gone: exit status 1\n\ngoroutine 22 [running]:\nexample.org/pkg/rpc.(*Runtime).watch(0x66)\n\t/pkg/rpc/runtime.go:330 +0x4e6\ncreated by example.org/pkg/rpc.start in goroutine 11\n\t/pkg/rpc/runtime.go:278 +0x385',
    [{ kind: 'trace', message: 'panic: Wrapper process is gone: exit status 1', lines: 7 }],
  ],
  [
    "Error - 1 error(s) decoding:\n\n* 'Most' expected type 'int', got 'string'\n    ...//pkg/http/types.go:73\n\nCall stack:\nFailed to decode\n    ...//pkg/http/types.go:73\nFailed to create triggers\n    /cmd/app/main.go:166",
    [{ kind: 'trace', message: 'Error - 1 error(s) decoding:', lines: 10 }],
  ],
  [
    recordLine(
      at('06:15:00.000'),
      'E',
      'processor.http',
      String.raw`Panic caught in event handler {"err": "oh no", "stack": "goroutine 34 [running]:\nmain.go()\n\t/a.go:1\n"}`,
    ),
    [
      {
        message: 'Panic caught in event handler',
        fields: [
          ['err', 'oh no'],
          ['stack', 'goroutine 34 [running]:\nmain.go()\n\t/a.go:1\n'],
        ],
      },
    ],
  ],
  [
    JSON.stringify({
      level: 'warn',
      time: day + 22_600_000.25,
      name: 'processor.http.w7',
      message: 'as JSON',
      more: { n: 1 },
    }),
    [
      {
        kind: 'record',
        time: day + 22_600_000.25,
        level: 'warn',
        logger: 'processor.http.w7',
        worker: '7',
        message: 'as JSON',
        fields: [['n', '1']],
      },
    ],
  ],
  ['{"what": "a print", "n": 1}', [{ kind: 'output', message: '{"what": "a print", "n": 1}', fields: [] }]],
]

it('finds all that is in the texts that servers send, in whatever pieces they come', () => {
  const bytes = new TextEncoder().encode(parts.map(([text]) => `${text}\n`).join(''))
  for (let seed = 1; seed <= 10; seed += 1) {
    const { store, rows, pass } = openStore()
    for (const piece of inPieces(seeded(seed), bytes, 300)) {
      store.append('r', piece)
      pass(60)
    }
    expect(rows()).toMatchObject(parts.flatMap(([, expected]) => expected))
  }
})

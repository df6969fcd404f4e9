import { describe, expect, it } from 'vitest'
import { explainFailure, failureOf } from './function-error'

const red = (text: string) => `\u001b[91m${text}\u001b[0m`
const stack = `
    /nuclio/pkg/cmdrunner/shellrunner.go:114
Failed to build
    /nuclio/pkg/dockerclient/shell.go:119
Failed to build processor image
    /nuclio/pkg/processor/build/builder.go:276
`
const build = (printed: string, stderr: string, status = 1) =>
  `\nError - exit status ${status}\n    /nuclio/pkg/cmdrunner/shellrunner.go:114\n\nCall stack:\nstdout:\nSending build context\r\r\nStep 1/3 : FROM python:3.11\n ---> 0123\n${printed}Removing intermediate container 4567\n\nstderr:\n${stderr}\n${stack}`

const container = (log: string) =>
  `\nError - Container exited with status: 2\n    /nuclio/pkg/dockerclient/shell.go:580\n\nCall stack:\nContainer exited with status: 2\n    /nuclio/pkg/dockerclient/shell.go:580\nFunction wasn't ready in time. Logs:\n26.03.01 10:00:00.000 \u001b[32m(D)\u001b[0m processor Read configuration {"config": "{\\n \\"spec\\": {\\"env\\": [{\\"name\\": \\"DB_PASSWORD\\", \\"value\\": \\"hunter22\\"}]}}"}\n${log}\n\n    /nuclio/pkg/platform/local/platform.go:1314\n`

const goPanic = `panic: Wrapper process for worker 0 exited unexpectedly

goroutine 22 [running]:
github.com/nuclio/nuclio/pkg/processor/runtime/rpc.watch()
\t/nuclio/pkg/processor/runtime/rpc/abstract.go:330 +0x4e6`

describe('explainFailure', () => {
  it('finds the traceback that the python wrapper reports inside a JSON line', () => {
    const trace =
      'Traceback (most recent call last):\n  File "/opt/nuclio/_nuclio_wrapper.py", line 331, in load\n    module = __import__(name)\n  File "/opt/nuclio/main.py", line 4\n    def handler(context event)\n                        ^\nSyntaxError: expected \':\'\n'
    const failure = explainFailure(
      container(
        `{"level": "error", "with": {"err": "x", "traceback": ${JSON.stringify(trace)}}}\n${goPanic}`,
      ),
    )
    expect(failure.summary).toBe("SyntaxError: expected ':'")
    expect(failure.place).toEqual({ file: 'main.py', line: 4 })
    expect(failure.detail.startsWith('Traceback')).toBe(true)
    expect(failure.whole).not.toContain('hunter22')
    expect(failure.whole).not.toContain('\u001b')
  })

  it('takes the last printed traceback, without what follows it', () => {
    const failure = explainFailure(
      container(
        `Traceback (most recent call last):\n  File "/opt/nuclio/main.py", line 1, in <module>\n    import requests\nModuleNotFoundError: No module named 'requests'\nworker 0 ended`,
      ),
    )
    expect(failure.summary).toBe("ModuleNotFoundError: No module named 'requests'")
    expect(failure.detail.split('\n')).toHaveLength(4)
    expect(failure.place).toEqual({ file: 'main.py', line: 1 })
  })

  it('does not point into a file that is not the person’s own', () => {
    const failure = explainFailure(
      `Traceback (most recent call last):\n  File "/opt/nuclio/_nuclio_wrapper.py", line 336, in load\n    x\nAttributeError: module 'main' has no attribute 'nosuch'`,
    )
    expect(failure.summary).toContain('no attribute')
    expect(failure.place).toBeUndefined()
  })

  it('names the first line that a compiler complains of', () => {
    const failure = explainFailure(
      build(
        `${red('# handler\n./main.go:8:17: context.Logger.Infoo undefined\n./main.go:13:9: undefined: x\n')}`,
        "The command '/bin/sh -c /gobuild.sh' returned a non-zero code: 1",
      ),
    )
    expect(failure.summary).toBe('main.go:8:17: context.Logger.Infoo undefined')
    expect(failure.place).toEqual({ file: 'main.go', line: 8 })
    expect(failure.detail.split('\n')).toHaveLength(2)
  })

  it('says what pip could not find', () => {
    const failure = explainFailure(
      build(
        red(
          'ERROR: Could not find a version that satisfies the requirement reqeusts\nERROR: No matching distribution found for reqeusts\n',
        ),
        "The command '/bin/sh -c pip install reqeusts' returned a non-zero code: 1",
      ),
    )
    expect(failure.summary).toBe('ERROR: No matching distribution found for reqeusts')
  })

  it('says which command failed when nothing else is known', () => {
    const failure = explainFailure(
      build('', "The command '/bin/sh -c exit 7' returned a non-zero code: 7", 7),
    )
    expect(failure.summary).toBe("The command '/bin/sh -c exit 7' returned a non-zero code: 7")
  })

  it('reads a node error with its place', () => {
    const failure = explainFailure(
      '/data/functions/x/main.js:3\nexports.handler = function ( {\n                             ^\n\nSyntaxError: Unexpected token\n    at wrapSafe (node:internal/modules/cjs/loader:1464:18)',
    )
    expect(failure.summary).toBe('SyntaxError: Unexpected token')
    expect(failure.place).toEqual({ file: 'main.js', line: 3 })
    const thrown = explainFailure(
      'Error: no such thing\n    at exports.initContext (/data/functions/x/main.js:7:9)\n    at node:internal/x:1:1',
    )
    expect(thrown).toMatchObject({ summary: 'Error: no such thing', place: { file: 'main.js', line: 7 } })
  })

  it('finds the line that asks for a module that is not there', () => {
    const failure = explainFailure(
      "The handler main:handler could not be loaded:\nError: Cannot find module 'left-pad'\nRequire stack:\n- /data/functions/x/main.js\n- /srv/nodejs/wrapper.cjs\n    at Module._load (node:internal/modules/cjs/loader:1:1)\n    at Object.<anonymous> (/data/functions/x/main.js:4:11)",
    )
    expect(failure.summary).toBe("Error: Cannot find module 'left-pad'")
    expect(failure.place).toEqual({ file: 'main.js', line: 4 })
  })

  it('reads the error that a processor prints before it ends', () => {
    const failure = explainFailure(
      container(
        `26.03.01 10:00:00.100 (I) healthcheck Listening\n\nError - 1 error(s) decoding:\n\n* 'MaxRequestBodySize' expected type 'int', got 'string'\n    ...//nuclio/pkg/processor/trigger/http/types.go:73\n\nCall stack:\nFailed to create triggers`,
      ),
    )
    expect(failure.summary).toBe(
      "1 error(s) decoding: * 'MaxRequestBodySize' expected type 'int', got 'string'".replace('* ', ''),
    )
  })

  it('takes a panic of the function itself', () => {
    expect(explainFailure(container(goPanic)).summary).toBe(
      'panic: Wrapper process for worker 0 exited unexpectedly',
    )
  })

  it('takes the first words of anything else', () => {
    expect(
      explainFailure(
        '\nError - Unsupported runtime name: cobol\n    /nuclio/pkg/builder.go:1259\n\nCall stack:\nx',
      ).summary,
    ).toBe('Unsupported runtime name: cobol')
    expect(explainFailure('Function is not healthy').summary).toBe('Function is not healthy')
    expect(explainFailure('').summary).toBe('')
  })

  it('takes a shell’s own words for a slip in its source', () => {
    const failure = explainFailure(
      'The syntax check failed with exit status 2:\nmain.sh: 3: Syntax error: "then" unexpected',
    )
    expect(failure.summary).toBe('main.sh: 3: Syntax error: "then" unexpected')
    expect(failure.place).toEqual({ file: 'main.sh', line: 3 })
    expect(explainFailure('Failed:\nmain.sh: line 7: syntax error near unexpected token').place?.line).toBe(7)
  })

  it.each([
    ['The check failed:\n\n  ^^^\nDetails:\n  no such option\nand more', 'no such option'],
    ['Error - It failed:\n  the disk is full\n\nCall stack:\nx', 'the disk is full'],
    [
      'The build command "make" failed with exit status 2:\nReading\nno rule to make it',
      'no rule to make it',
    ],
    [
      "The function's process ended with exit code 3 while it was starting:\ngoing down\nbye",
      "The function's process ended with exit code 3 while it was starting: going down",
    ],
    [
      'The handler main:handler could not be loaded:\njust words',
      'The handler main:handler could not be loaded: just words',
    ],
    ['It failed:\n', 'It failed:'],
    ['It failed:\n---\n', 'It failed:'],
  ])('goes on from a line that only announces the cause: %j', (message, summary) => {
    expect(explainFailure(message).summary).toBe(summary)
  })

  it('stays small and quick for a huge message', () => {
    const failure = explainFailure(
      `Error - x\n${'a b="c" d: e/f.py (3,4) '.repeat(200_000)}\nValueError: too much`,
    )
    expect(failure.summary).toBe('ValueError: too much')
    expect(failure.whole.length).toBeLessThan(61_000)
    expect(failure.detail.length).toBeLessThan(6_100)
    expect(explainFailure('x'.repeat(10_000)).summary).toHaveLength(240)
  })
})

describe('failureOf', () => {
  it('covers the secrets of the function, and is reckoned once', () => {
    const fn = {
      metadata: { name: 'f' },
      spec: { env: [{ name: 'DB_PASSWORD', value: 'hunter22' }] },
      status: { state: 'error', message: 'cannot connect with hunter22' },
    }
    expect(failureOf(fn as never)?.summary).toBe('cannot connect with ••••')
    expect(failureOf(fn as never)).toBe(failureOf(fn as never))
    expect(failureOf({ metadata: { name: 'f' }, spec: {}, status: { state: 'ready' } })).toBeUndefined()
  })
})

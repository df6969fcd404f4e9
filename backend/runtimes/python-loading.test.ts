import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { pythonRuntime } from './python'
import { findPython } from './python-interpreter'
import { BuildError } from './runtime'
import {
  assetsDirectory,
  call,
  failure,
  pythonEnvironment,
  TestFunction,
  testFunctions,
} from './test-functions'

const functions = testFunctions('python-loading-test')
afterAll(() => functions.dispose())

describe.skipIf(pythonEnvironment === undefined)('loading a Python function', () => {
  const start = (text: string, spec = {}) => functions.create('python', { 'main.py': text }, spec).start()

  it('finds dotted modules, awaits async handlers and takes the default handler', async () => {
    const dotted = functions.create(
      'python:3.11',
      { 'lib/inner.py': 'async def run(context, event):\n    return "inner"\n' },
      { handler: 'lib.inner:run' },
    )
    await dotted.build()
    expect((await call(await dotted.start())).text).toBe('inner')
    expect((await call(await start('def handler(context, event):\n    return "default"'))).text).toBe(
      'default',
    )
  })

  it('names a missing function in the interpreter’s words', async () => {
    const error = await failure(start('x = 1', { handler: 'main:nosuch' }))
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toBe(
      "The handler main:nosuch could not be loaded:\nAttributeError: module 'main' has no attribute 'nosuch'",
    )
  })

  it('names a missing module', async () => {
    const fn = functions.create('python', {}, { handler: 'absent:handler' })
    expect((await failure(fn.build())).message).toContain('needs the file absent.py')
    expect((await failure(fn.start())).message).toContain("No module named 'absent'")
  })

  it('gives the traceback of an import that fails', async () => {
    const error = await failure(start('def go():\n    raise KeyError("k")\ngo()'))
    expect(error.message).toMatch(
      /Traceback[^]*main\.py", line 3, in <module>[^]*line 2, in go[^]*KeyError: 'k'$/,
    )
    expect(error.message).not.toContain('importlib')
  })

  it('gives the traceback of an init_context that fails', async () => {
    const error = await failure(start('def init_context(c):\n    1 / 0\ndef handler(c, e): pass'))
    expect(error.message).toMatch(
      /^init_context failed:\nTraceback \(most recent call last\):\n  File ".*main\.py", line 2[^]*ZeroDivisionError/,
    )
  })

  it('says when the process ends while it loads', async () => {
    const error = await failure(start('import sys\nprint("last words")\nsys.exit(4)'))
    expect(error.message).toBe(
      "The function's process ended with exit code 4 while it was starting:\nlast words",
    )
  })

  it('does not wait for ever', async () => {
    const error = await failure(start('while True: pass', { readinessTimeoutSeconds: 0.5 }))
    expect(error.message).toBe('The function did not finish starting within 0.5 s')
  })

  it('names file and line of a syntax error', async () => {
    const fn = functions.create('python', { 'main.py': 'x = 1\ndef handler(context, event)\n    pass\n' })
    const error = await failure(fn.build())
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toMatch(/File "main\.py", line 2\n[^]*SyntaxError/)
  })

  it('finds the SDK beside an interpreter that cannot make environments', async () => {
    const environment = join(functions.root, 'unpacked')
    const shared = await findPython(pythonEnvironment)
    mkdirSync(join(environment, 'packages'), { recursive: true })
    symlinkSync(join(shared?.sdk ?? '', 'nuclio_sdk'), join(environment, 'packages', 'nuclio_sdk'))
    const fn = functions.create(
      'python',
      { 'main.py': 'import nuclio_sdk\ndef handler(context, event):\n    return nuclio_sdk.__file__\n' },
      { build: { commands: ['pip --version', 'python -c "import nuclio_sdk"'] } },
    )
    const runtime = pythonRuntime({
      assetsDirectory,
      pythonEnvironment: environment,
      instance: 'python-test',
    })
    const unpacked = new TestFunction(runtime, fn.fn, fn.directory, [])
    await unpacked.build()
    const worker = await unpacked.start()
    expect((await call(worker)).text).toContain(environment)
    await worker.kill()
  })

  it('says that there is no Python', async () => {
    const path = process.env.PATH
    process.env.PATH = functions.root
    try {
      const runtime = pythonRuntime({ assetsDirectory, instance: 'python-test' })
      expect(await runtime.unavailable()).toBe('Python functions need python3, and this machine has none.')
    } finally {
      process.env.PATH = path
    }
  })

  it('works with plain classes where the SDK could not be installed', async () => {
    const fn = functions.create('python', {
      'main.py': `
def init_context(context):
    context.user_data.x = 1
def handler(context, event):
    context.logger.info_with('hi', a=context.user_data.x)
    return context.Response(body=event.body, status_code=201, headers={'x': event.headers['X-A'], 'platform': context.platform})
`,
    })
    writeFileSync(join(fn.directory, 'sitecustomize.py'), 'import sys\nsys.modules["nuclio_sdk"] = None\n')
    fn.fn.spec.env = [{ name: 'PYTHONPATH', value: fn.directory }]
    const answer = await call(await fn.start(), { body: Buffer.from('b'), headers: { 'x-a': 'y' } })
    expect(answer).toMatchObject({ status: 201, text: 'b', records: [{ message: 'hi', a: 1 }] })
    expect(answer.headers).toContainEqual(['x', 'y'])
    expect(answer.headers).toContainEqual(['platform', 'None'])
  })
})

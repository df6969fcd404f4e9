import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { buildCommands, systemPackageManager } from './build-commands'
import { BuildError } from './runtime'
import { call, failure, isAlive, pythonEnvironment, testFunctions } from './test-functions'

const functions = testFunctions('build-test')
afterAll(() => functions.dispose())

const shell = (commands: string[], build = {}) =>
  functions.create('shell', { 'main.sh': 'cat made' }, { handler: 'main.sh', build: { commands, ...build } })

describe('build commands', () => {
  it('are joined at backslashes and rid of what is not for here', () => {
    expect(
      buildCommands(['pip install \\', '  a \\', 'b', '', '@nuclio.postCopy', ' make ', 'open \\']),
    ).toEqual(['pip install a b', 'make', 'open'])
  })

  it.each([
    ['apk add git', 'apk'],
    ['apt-get update && apt-get install -y git', 'apt-get'],
    ['sudo apt install x', 'apt'],
    ['true; /usr/bin/apt-get update', 'apt-get'],
    ['echo apt', undefined],
    ['pip install apt-tools', undefined],
    ['./apt', undefined],
  ])('in %j call %j', (command, manager) => {
    expect(systemPackageManager(command)).toBe(manager)
  })

  it('run one after the other in the folder of the function, each line shown as it comes', async () => {
    const fn = shell([
      'echo "first" > made',
      'printf "\\033[31mred\\033[0m\\n10%%\\r99%%\\nlast"; echo second >> made; pwd',
    ])
    await fn.build()
    expect((await call(await fn.start())).text).toBe('first\nsecond\n')
    expect(fn.buildLog).toEqual(
      expect.arrayContaining([
        'Running build command',
        'red',
        '99%',
        expect.stringMatching(/^last.*function-/),
      ]),
    )
  })

  it('have an environment of their own', async () => {
    process.env.SERVER_SECRET = 'not for builds'
    const fn = shell(['echo "$HOME|$SERVER_SECRET|$npm_config_prefix"'])
    await fn.build()
    expect(fn.buildLog).toContain(`${fn.directory}||${join(fn.directory, '.nuclio', 'npm')}`)
  })

  it('may print without end and without lines', async () => {
    const fn = shell(['head -c 1000000 /dev/zero | tr "\\0" x'])
    await fn.build()
    const printed = fn.buildLog.filter((line) => /^x+$/.test(line))
    expect(printed.length).toBeGreaterThan(5)
    expect(printed.join('')).toHaveLength(1_000_000)
  })

  it('stop at the first that fails, with its status and the end of its output', async () => {
    const fn = shell(['echo building', 'echo "what is wrong" >&2; exit 7', 'echo never'])
    const error = await failure(fn.build())
    expect(error).toBeInstanceOf(BuildError)
    expect(error.message).toBe(
      'The build command "echo "what is wrong" >&2; exit 7" failed with exit status 7:\nwhat is wrong',
    )
    expect(fn.buildLog).not.toContain('never')
  })

  it('that need a system package manager are refused before anything runs', async () => {
    const fn = shell(['touch ran', 'apk --update add git'])
    expect((await failure(fn.build())).message).toMatch(
      /"apk --update add git" cannot run here: .*apk is not used/,
    )
    expect(existsSync(join(fn.directory, 'ran'))).toBe(false)
  })

  it('end with everything they started when the build is aborted', async () => {
    const fn = shell(['sh -c "while :; do :; done" & echo "started $!"; wait'])
    const controller = new AbortController()
    const build = fn.build(controller.signal)
    const started = () => fn.buildLog.map((line) => /^started (\d+)$/.exec(line)?.[1]).find(Boolean)
    await expect.poll(started).toBeDefined()
    controller.abort(new Error('cancelled'))
    await expect(build).rejects.toThrow('cancelled')
    await expect.poll(() => isAlive(Number(started()))).toBe(false)
  })

  it('end when the build takes longer than it may', async () => {
    const fn = shell(['while :; do :; done'], { buildTimeoutSeconds: 0.2 })
    expect((await failure(fn.build())).message).toBe('The build did not end within 0.2 s')
  })
})

describe.skipIf(pythonEnvironment === undefined)('the build of a Python function', () => {
  it('installs into an environment of the function’s own', async () => {
    const fn = functions.create(
      'python',
      {
        'package/setup.py':
          'from setuptools import setup\nsetup(name="own-package", version="1.2", py_modules=["own_module"])\n',
        'package/own_module.py': 'word = "installed"\n',
        'main.py':
          'import sys, own_module, nuclio_sdk\ndef handler(context, event):\n    return [own_module.word, own_module.__file__, sys.prefix]\n',
      },
      {
        build: {
          commands: [
            'pip --version',
            // Without the network: what pip would download is made here.
            `python -c "import sysconfig, shutil; shutil.copy('package/own_module.py', sysconfig.get_path('purelib'))"`,
          ],
        },
      },
    )
    await fn.build()
    expect(fn.buildLog.join('\n')).toMatch(/^pip \d+/m)
    const answer = await call(await fn.start())
    const home = join(fn.directory, '.nuclio', 'python')
    expect(JSON.parse(answer.text)).toEqual(['installed', expect.stringContaining(home), home])
  })

  it('says why a dependency cannot be installed', async () => {
    const fn = functions.create(
      'python',
      { 'main.py': 'def handler(context, event): pass' },
      { build: { dependencies: ['./no-such-package'] } },
    )
    const error = await failure(fn.build())
    expect(error.message).toMatch(
      /^Installing the dependencies failed with exit status 1:\n[^]*no-such-package/,
    )
  })

  it('installs dependencies', async () => {
    const fn = functions.create(
      'python',
      {
        'package/pyproject.toml':
          '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "own-package"\nversion = "1.2"\n',
        'package/backend.py': wheelBackend,
        'main.py': 'import own_module\ndef handler(context, event):\n    return own_module.word\n',
      },
      { build: { dependencies: ['./package'] } },
    )
    await fn.build()
    expect((await call(await fn.start())).text).toBe('built')
  })
})

describe('the build of a Node.js function', () => {
  it('installs dependencies into the function’s own folder', async () => {
    const fn = functions.create(
      'nodejs',
      { 'main.js': "exports.handler = (context) => context.callback(require('own-package'))" },
      { build: { dependencies: ['./package'], commands: ['npm prefix'] } },
    )
    mkdirSync(join(fn.directory, 'package'))
    writeFileSync(
      join(fn.directory, 'package', 'package.json'),
      '{ "name": "own-package", "version": "1.2.0" }',
    )
    writeFileSync(join(fn.directory, 'package', 'index.js'), "module.exports = 'installed'")
    await fn.build()
    expect(fn.buildLog).toContain(fn.directory)
    expect(readFileSync(join(fn.directory, 'node_modules', 'own-package', 'index.js'), 'utf8')).toContain(
      'installed',
    )
    expect((await call(await fn.start())).text).toBe('installed')
  })
})

/** A build backend without requirements, because the real ones would have to be downloaded. */
const wheelBackend = `
import os, zipfile
def build_wheel(directory, config_settings=None, metadata_directory=None):
    name = 'own_package-1.2-py3-none-any.whl'
    info = 'own_package-1.2.dist-info'
    with zipfile.ZipFile(os.path.join(directory, name), 'w') as wheel:
        wheel.writestr('own_module.py', 'word = "built"\\n')
        wheel.writestr(info + '/METADATA', 'Metadata-Version: 2.1\\nName: own-package\\nVersion: 1.2\\n')
        wheel.writestr(info + '/WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
        wheel.writestr(info + '/RECORD', '')
    return name
`

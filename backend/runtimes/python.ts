import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { buildCommands, runBuildCommands, runTool, withBuildTimeout } from './build-commands'
import { buildEnvironment, buildFolder } from './environment'
import { functionPython, makePythonEnvironment, ownPythonEnvironment } from './python-environment'
import { findPython } from './python-interpreter'
import type { PythonInterpreter } from './python-interpreter'
import { BuildError } from './runtime'
import type { BuildOptions, Runtime, RuntimesOptions } from './runtime'
import { handlerModule, requireSource } from './source-file'
import { startWorker } from './start-worker'

const defaultHandler = 'main:handler'
const missing = 'Python functions need python3, and this machine has none.'

/** Functions in Python, all on this machine's own python3, whatever version they name. */
export function pythonRuntime({ assetsDirectory, pythonEnvironment, instance }: RuntimesOptions): Runtime {
  let found: Promise<PythonInterpreter | undefined> | undefined
  const find = () => (found ??= findPython(pythonEnvironment))
  const require = async () => {
    const interpreter = await find()
    if (!interpreter) {
      // It may be installed while the server runs.
      found = undefined
      throw new BuildError(missing)
    }
    return interpreter
  }

  const build = async (options: BuildOptions) => {
    const { fn, directory, onLog, signal } = options
    const { spec } = fn
    const handler = spec.handler || defaultHandler
    const interpreter = await require()
    onLog('info', `Using Python ${interpreter.version}`, { requested: spec.runtime ?? 'python' })

    const file = sourceFile(handler)
    requireSource(directory, file, handler)
    await rm(join(directory, buildFolder), { recursive: true, force: true })
    const binaries = [join(ownPythonEnvironment(directory), 'bin')]
    const env = buildEnvironment({ directory, instance, binaries })
    onLog('info', 'Checking the syntax', { file })
    await runTool({
      words: 'The syntax check',
      command: interpreter.executable,
      args: [join(assetsDirectory, 'python', 'check.py'), file],
      directory,
      env,
      signal,
      onLog,
    })

    const dependencies = spec.build?.dependencies ?? []
    if (buildCommands(spec.build?.commands ?? []).length === 0 && dependencies.length === 0) return
    await makePythonEnvironment(options, interpreter, env)
    await runBuildCommands(options, { ...env, VIRTUAL_ENV: ownPythonEnvironment(directory) })
    if (dependencies.length === 0) return
    onLog('info', 'Installing dependencies', { dependencies })
    await runTool({
      words: 'Installing the dependencies',
      command: functionPython(directory, interpreter),
      args: ['-m', 'pip', 'install', '--', ...dependencies],
      directory,
      env,
      signal,
      onLog,
    })
  }

  return {
    accepts: (runtime) => /^python(:3\.\d+)?$/.test(runtime),
    async unavailable() {
      if (await find()) return undefined
      found = undefined
      return missing
    },
    defaultHandler,
    sourceFile,
    build: (options) => withBuildTimeout(options, build),
    async startWorker(options) {
      const interpreter = await require()
      const wrapper = join(assetsDirectory, 'python', 'wrapper.py')
      return startWorker(
        {
          command: functionPython(options.directory, interpreter),
          args: ['-u', wrapper, ...(interpreter.sdk === undefined ? [] : [interpreter.sdk])],
          handler: options.fn.spec.handler || defaultHandler,
          instance,
          binaries: [join(ownPythonEnvironment(options.directory), 'bin')],
          // A cached compilation is recognised by second and size, so a quick redeploy could run the old source.
          variables: { PYTHONDONTWRITEBYTECODE: '1' },
        },
        options,
      )
    },
  }
}

/** A dot separates packages, unless the module is given as the file itself. */
function sourceFile(handler: string): string {
  const module = handlerModule(handler)
  return module.endsWith('.py') ? module : `${module.replaceAll('.', '/')}.py`
}

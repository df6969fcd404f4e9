import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

import { runBuildCommands, runTool, withBuildTimeout } from './build-commands'
import { buildEnvironment, buildFolder } from './environment'
import type { BuildOptions, Runtime, RuntimesOptions } from './runtime'
import { handlerModule } from './source-file'
import { startWorker } from './start-worker'

const defaultHandler = 'main.sh'

/** Functions that are a shell script, another executable, or a command of this machine. */
export function shellRuntime({ assetsDirectory, instance }: RuntimesOptions): Runtime {
  const build = async (options: BuildOptions) => {
    const { fn, directory, onLog, signal } = options
    const file = sourceFile(fn.spec.handler || defaultHandler)
    await rm(join(directory, buildFolder), { recursive: true, force: true })
    const env = buildEnvironment({ directory, instance })
    // Without such a file the handler is a command; with another name it may be no shell script.
    if (file.endsWith('.sh') && existsSync(join(directory, file))) {
      onLog('info', 'Checking the syntax', { file })
      const words = 'The syntax check'
      await runTool({ words, command: 'sh', args: ['-n', file], directory, env, signal, onLog })
    }
    await runBuildCommands(options, env)
  }

  return {
    accepts: (runtime) => runtime === 'shell',
    unavailable: async () => undefined,
    defaultHandler,
    sourceFile,
    build: (options) => withBuildTimeout(options, build),
    startWorker: (options) =>
      startWorker(
        {
          command: process.execPath,
          args: [join(assetsDirectory, 'shell', 'wrapper.cjs')],
          handler: options.fn.spec.handler || defaultHandler,
          instance,
        },
        options,
      ),
  }
}

function sourceFile(handler: string): string {
  const name = handlerModule(handler)
  return name.includes('.') ? name : `${name}.sh`
}

import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { runBuildCommands, runTool, withBuildTimeout } from './build-commands'
import { buildEnvironment, buildFolder } from './environment'
import { BuildError } from './runtime'
import type { BuildOptions, Runtime, RuntimesOptions } from './runtime'
import { runCommand } from './run-command'
import { handlerModule, requireSource } from './source-file'
import { startWorker } from './start-worker'

const defaultHandler = 'main:handler'

/** Functions in JavaScript, on the Node.js that runs this server. */
export function nodejsRuntime({ assetsDirectory, instance }: RuntimesOptions): Runtime {
  const build = async (options: BuildOptions) => {
    const { fn, directory, onLog, signal } = options
    const { spec } = fn
    const handler = spec.handler || defaultHandler
    onLog('info', `Using Node.js ${process.versions.node}`, { requested: spec.runtime ?? 'nodejs' })

    const file = sourceFile(handler)
    requireSource(directory, file, handler)
    await rm(join(directory, buildFolder), { recursive: true, force: true })
    await makePackage(directory)
    const env = buildEnvironment({ directory, instance })
    onLog('info', 'Checking the syntax', { file })
    await checkSyntax(options, file, env)

    await runBuildCommands(options, env)
    const dependencies = spec.build?.dependencies ?? []
    if (dependencies.length === 0) return
    onLog('info', 'Installing dependencies', { dependencies })
    await runTool({
      words: 'Installing the dependencies',
      command: 'npm',
      args: ['install', '--no-save', '--', ...dependencies],
      directory,
      env,
      signal,
      onLog,
    })
  }

  return {
    accepts: (runtime) => runtime === 'nodejs',
    unavailable: async () => undefined,
    defaultHandler,
    sourceFile,
    build: (options) => withBuildTimeout(options, build),
    startWorker: (options) =>
      startWorker(
        {
          command: process.execPath,
          args: [join(assetsDirectory, 'nodejs', 'wrapper.cjs')],
          handler: options.fn.spec.handler || defaultHandler,
          instance,
        },
        options,
      ),
  }
}

/** A module that is given with an extension of its own is the file itself. */
function sourceFile(handler: string): string {
  const module = handlerModule(handler)
  return /\.(js|mjs|cjs)$/.test(module) ? module : `${module}.js`
}

/** Without a package of its own, a function would belong to whatever package is found above its folder. */
async function makePackage(directory: string) {
  const file = join(directory, 'package.json')
  if (!existsSync(file)) await writeFile(file, '{ "private": true }\n')
  await mkdir(join(directory, 'node_modules'), { recursive: true })
}

async function checkSyntax({ directory, signal }: BuildOptions, file: string, env: Record<string, string>) {
  const source = await readFile(join(directory, file), 'utf8')
  // Node checks no more than the beginning of an ES module that it knows only by its syntax.
  const isModule = file.endsWith('.js') && /^\s*(import\s*["'{*\w]|export\s)/m.test(source)
  let checked = file
  if (isModule) {
    checked = join(buildFolder, `${basename(file, '.js')}.mjs`)
    await mkdir(join(directory, buildFolder), { recursive: true })
    await writeFile(join(directory, checked), source)
  }
  const args = ['--check', checked]
  const { code, tail } = await runCommand({ command: process.execPath, args, directory, env, signal })
  if (isModule) await rm(join(directory, checked))
  if (code === 0) return
  const words = tail.replaceAll(join(directory, checked), file).replaceAll(checked, file)
  throw new BuildError(`The syntax check failed:\n${withoutNodeFrames(words)}`)
}

function withoutNodeFrames(text: string): string {
  const lines = text.split('\n').filter((line) => !/^\s+at .*node:|^Node\.js v/.test(line))
  return lines.join('\n').trim()
}

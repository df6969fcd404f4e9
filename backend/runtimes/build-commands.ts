import { timerMilliseconds } from '../timer'
import type { BuildOptions } from './runtime'
import { BuildError } from './runtime'
import { runCommand } from './run-command'

/** Switches in Nuclio from what runs before the source is copied to what runs after it; here the source is always there. */
const postCopy = '@nuclio.postCopy'

const defaultBuildTimeoutSeconds = 3600

/** `build.commands` as they are run: without blank ones, and with those joined that end in a backslash. */
export function buildCommands(commands: readonly string[]): string[] {
  const joined: string[] = []
  let open = ''
  for (const command of commands) {
    const text = open + command.trim()
    open = text.endsWith('\\') ? `${text.slice(0, -1).trim()} ` : ''
    if (open === '') joined.push(text)
  }
  joined.push(open.trim())
  return joined.filter((command) => command !== '' && command !== postCopy)
}

/** The system package manager that a command calls, which could only work in a container image. */
export function systemPackageManager(command: string): string | undefined {
  return /(?:^|[;&|(]|\bsudo\s)\s*(?:\/\S+\/)?(apk|apt-get|apt)(?=\s|$)/m.exec(command)?.[1]
}

/** Runs `build.commands` one after the other, each in a shell of its own. Throws {@link BuildError} at the first that fails. */
export async function runBuildCommands(
  { fn, directory, onLog, signal }: BuildOptions,
  env: Record<string, string>,
): Promise<void> {
  const commands = buildCommands(fn.spec.build?.commands ?? [])
  for (const command of commands) {
    const manager = systemPackageManager(command)
    if (manager !== undefined) {
      throw new BuildError(
        `The build command "${command}" cannot run here: functions run as processes on this machine, not in containers, ` +
          `so ${manager} is not used. Install what it adds on the machine itself and remove the command.`,
      )
    }
  }
  for (const command of commands) {
    onLog('info', 'Running build command', { command })
    const words = `The build command "${command}"`
    await runTool({ words, command: 'sh', args: ['-c', command], directory, env, signal, onLog })
  }
}

/** A tool that a build runs, and how a failure of it is told. */
export interface Tool {
  /** Starts the sentence, e.g. `The build command "make"`. */
  words: string
  command: string
  args: string[]
  directory: string
  env: Record<string, string>
  signal: AbortSignal
  onLog: BuildOptions['onLog']
}

/** Runs a tool with its output in the build log. Throws {@link BuildError} with the end of the output when it fails. */
export async function runTool(tool: Tool): Promise<void> {
  const onLine = (line: string) => {
    if (line.trim() !== '') tool.onLog('info', line)
  }
  const { code, signal, tail } = await runCommand({ ...tool, onLine })
  if (code === 0) return
  const how = signal === null ? `failed with exit status ${code}` : `was ended by ${signal}`
  throw new BuildError(tail === '' ? `${tool.words} ${how}` : `${tool.words} ${how}:\n${tail}`)
}

/**
 * Gives the build its own time limit (`build.buildTimeoutSeconds`, an hour when it is not set, none when it is not positive)
 * beside the caller's signal. Throws {@link BuildError} when it takes longer.
 */
export async function withBuildTimeout(
  options: BuildOptions,
  build: (options: BuildOptions) => Promise<void>,
): Promise<void> {
  const seconds = options.fn.spec.build?.buildTimeoutSeconds ?? defaultBuildTimeoutSeconds
  if (seconds <= 0) return build(options)
  const late = new AbortController()
  const milliseconds = timerMilliseconds(seconds * 1000)
  const timer = setTimeout(
    () => late.abort(new BuildError(`The build did not end within ${seconds} s`)),
    milliseconds,
  )
  try {
    await build({ ...options, signal: AbortSignal.any([options.signal, late.signal]) })
  } finally {
    clearTimeout(timer)
  }
}

import { statSync } from 'node:fs'
import { join } from 'node:path'

import { BuildError } from './runtime'

/** The module of a handler, or the entrypoint when there is no module: `module:entrypoint`. Throws {@link BuildError}. */
export function handlerModule(handler: string): string {
  const parts = handler.split(':')
  if (parts.length > 2) throw new BuildError(`The handler "${handler}" has more than one colon`)
  const name = parts[0] === '' ? (parts[1] ?? '') : (parts[0] ?? '')
  if (!/^[\w@+-][\w.@+-]*(\/[\w@+-][\w.@+-]*)*$/.test(name) || name.split('/').includes('..')) {
    throw new BuildError(`The handler "${handler}" does not name a file of the function`)
  }
  return name
}

/** Throws {@link BuildError} when the function's source is not where its handler says. */
export function requireSource(directory: string, file: string, handler: string) {
  const found = statSync(join(directory, file), { throwIfNoEntry: false })
  if (!found?.isFile()) {
    throw new BuildError(
      `The handler "${handler}" needs the file ${file}, and the function's source has none`,
    )
  }
}

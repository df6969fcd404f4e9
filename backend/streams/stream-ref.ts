import { PlatformError } from '../errors'

/** Where a stream is: a container and the path in it, which has no slash at either end. */
export interface StreamRef {
  container: string
  path: string
}

/** The place of a stream as one text, which is how answers name it: `<container>/<path>`. */
export function streamName({ container, path }: StreamRef): string {
  return `${container}/${path}`
}

/** Reads a place as it stands in requests and triggers. Throws 400 for names that no stream can have. */
export function streamRef(container: string, path: string): StreamRef {
  const bare = path.replace(/^\/+|\/+$/g, '')
  if (!/^[A-Za-z0-9][\w.-]{0,127}$/.test(container)) {
    throw new PlatformError(
      400,
      `The container ${JSON.stringify(container)} needs letters, digits, dots, dashes and underscores, beginning with a letter or a digit`,
    )
  }
  if (bare === '' || bare.length > 512 || /[\u0000-\u001f\u007f]/.test(bare)) {
    throw new PlatformError(
      400,
      `The stream path ${JSON.stringify(path)} needs 1 to 512 characters besides slashes at its ends`,
    )
  }
  return { container, path: bare }
}

import type { FunctionSpec } from '@/api/generated/schema'

/**
 * Where the code comes from when it is not in the function itself, in a sentence; nothing for inline source. A server
 * that fetched an archive or a repository does not copy the source into the function.
 */
export function codeOrigin(spec: FunctionSpec): string | undefined {
  const { build = {}, image } = spec
  if (build.functionSourceCode) return undefined
  const from = build.path ? ` from ${build.path}` : ''
  switch (build.codeEntryType) {
    case 'image':
      return `The function runs the image ${image || build.image || 'that its configuration names'}.`
    case 'archive':
      return `The code is an archive that is downloaded${from} when the function is built.`
    case 'git':
    case 'github':
      return `The code is taken${from || ' from a repository'} when the function is built.`
    case 's3':
      return 'The code is an archive in an S3 bucket that is downloaded when the function is built.'
    case 'jar':
      return `The code is a jar that is downloaded${from} when the function is built.`
    default:
      if (build.path) return `The code is taken from ${build.path} when the function is built.`
      return image && !build.codeEntryType ? `The function runs the image ${image}.` : undefined
  }
}

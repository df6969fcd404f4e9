import type { FunctionSpec } from '@/api/generated/schema'

const connect =
  'To run it as it is, connect a Nuclio: start this server with NUCLIO_DASHBOARD_URL set to the address of its dashboard.'

/** Why a runtime is not run here, what is, and what to do. */
export function noRuntime(runtime: string | undefined, supported: string[]): string {
  const what = runtime ? `functions in "${runtime}"` : 'functions without a runtime'
  return `This platform does not run ${what}. It runs ${supported.join(', ')}. ${connect}`
}

/** Why the code of a function cannot be had here, or undefined when it can. */
export function unsupportedSource(spec: FunctionSpec): string | undefined {
  const build = spec.build ?? {}
  if (build.functionSourceCode) return undefined
  if (spec.image && !build.path) {
    return `This platform runs source code, not container images such as "${spec.image}". ${connect}`
  }
  const kind = build.codeEntryType || 'path'
  return `This platform builds functions from the source code in their configuration; it does not fetch code (code entry type "${kind}"${build.path ? `, ${build.path}` : ''}). Put the code into the function. ${connect}`
}

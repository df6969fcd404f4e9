import type { FunctionConfig, NuclioFunction } from './generated/schema'
import { namedMetadata } from './lists'

/** A function as every server should answer it: with a name, a spec and a status. */
export function fullFunction(wire: NuclioFunction | FunctionConfig, name: string): NuclioFunction {
  return {
    ...wire,
    metadata: namedMetadata(wire.metadata, name),
    spec: wire.spec ?? {},
    status: wire.status ?? {},
  }
}

import type { FunctionSpec, FunctionStatus, Metadata, NuclioFunction } from '@/api/generated/schema'

/**
 * What of a function tells its state, what may be done to it and where it answers. Whole functions are summaries too, but no summary
 * passes for a function, since its lists are read-only: put back to the server it would wipe out the rest.
 */
export interface FunctionSummary {
  metadata: Pick<Metadata, 'name' | 'resourceVersion'>
  spec: Pick<FunctionSpec, 'disable' | 'image' | 'minReplicas'>
  status: Pick<FunctionStatus, 'state' | 'httpPort'> & {
    readonly apiGateways?: readonly string[]
    readonly externalInvocationUrls?: readonly string[]
    /** Records of the deploy, of which only the times of the first and the last are asked for. */
    readonly logs?: readonly { readonly time: number }[]
  }
}

/** The summary of a function, with nothing else in it: some hundred bytes, whatever the size of its source and its records. */
export function summaryOf({ metadata, spec, status }: NuclioFunction): FunctionSummary {
  const logs = status?.logs ?? []
  const [first, last] = [logs[0], logs.at(-1)]
  return {
    metadata: { name: metadata?.name ?? '', resourceVersion: metadata?.resourceVersion },
    spec: { disable: spec?.disable, image: spec?.image, minReplicas: spec?.minReplicas },
    status: {
      state: status?.state,
      httpPort: status?.httpPort,
      apiGateways: status?.apiGateways,
      externalInvocationUrls: status?.externalInvocationUrls,
      ...(first && last ? { logs: [{ time: first.time }, { time: last.time }] } : {}),
    },
  }
}

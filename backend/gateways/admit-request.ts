import type { ApiGatewaySpec } from '@/api/generated/schema'
import { canaryOf, functionOfUpstream, primaryOf } from '@/domain/gateways/upstreams'
import type { FunctionsPlatform } from '../platform/functions/functions'
import type { WorkerAnswer } from '../runtimes/runtime'
import { authorize } from './authorize'
import { gatewayFor, type GatewayEntry } from './gateway-entry'
import type { Admission, RequestHead } from './gateway-listener'
import { textAnswer } from './text-answer'

export interface AdmitOptions {
  entries: () => Iterable<GatewayEntry>
  functions: Pick<FunctionsPlatform, 'upstream'>
  accessKey: string
  /** From 0 up to, and without, 1. */
  random: () => number
}

/** Finds the gateway and the function for a request, before its body is read; a refusal is an answer. */
export function admitRequest(options: AdmitOptions, head: RequestHead): Admission | WorkerAnswer {
  const { host, path, query, headers } = head
  const entry = gatewayFor(options.entries(), host, path)
  if (entry === 'unknown host') return textAnswer(404, `No API gateway answers for the host “${host}”`)
  if (entry === 'unknown path')
    return textAnswer(404, `No API gateway of ${host} answers for the path ${path}`)
  const { namespace, name, gateway } = entry.record
  const spec = entry.active
  if (!spec) {
    const { state, last_error: reason } = gateway.status ?? {}
    const words = reason ? `is in state ${state}: ${reason}` : 'is being set up'
    return textAnswer(503, `API gateway ${name} ${words}`)
  }
  const refusal = authorize({ name, spec, accessKey: options.accessKey }, headers)
  if (refusal) return refusal
  const upstream = chosenUpstream(spec, options.random)
  const functionName = functionOfUpstream(upstream)
  const down = (why: string) =>
    textAnswer(502, `API gateway ${name} leads to the function ${functionName}, ${why}`)
  const reached = options.functions.upstream({ namespace, name: functionName })
  if (!reached) return down('which does not exist')
  const target = upstream?.rewriteTarget || path
  return {
    maxBodySize: reached.maxBodySize,
    async answer(request, signal) {
      const answer = await reached.answer({ ...request, path: target + query }, signal)
      return answer ?? down(`which does not run: ${reached.whyDown()}`)
    },
  }
}

function chosenUpstream({ upstreams = [] }: ApiGatewaySpec, random: () => number) {
  const canary = canaryOf(upstreams)
  return canary && random() * 100 < (canary.percentage ?? 0) ? canary : primaryOf(upstreams)
}

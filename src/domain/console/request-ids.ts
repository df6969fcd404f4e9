/** Headers that carry an id of one request, or of the trace that it belongs to. */
const idHeader =
  /^(?:x-)?(?:request|correlation|transaction|trace|operation|amzn-trace|b3-trace|datadog-trace|ms-client-request)-?id$|^(?:traceparent|b3|idempotency-key|x-cloud-trace-context)$/i

/**
 * The ids among some headers by which the log lines of a request can be found: of a header such as `traceparent` its telling parts. Short ones
 * would be found everywhere and are left out.
 */
export function requestIds(headers: readonly (readonly [name: string, value: string])[]): string[] {
  const ids = headers.flatMap(([name, value]) => {
    if (!idHeader.test(name.trim())) return []
    const trimmed = value.trim()
    return /^(?:traceparent|b3|x-cloud-trace-context|x-amzn-trace-id)$/i.test(name.trim())
      ? (trimmed.match(/[0-9a-f]{16,}/gi) ?? [])
      : [trimmed]
  })
  return [...new Set(ids)].filter((id) => id.length >= 8)
}

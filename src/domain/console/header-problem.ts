import type { RequestOptions, RequestRow } from './request'

/** What is wrong with a part of a request: `stops` means that nothing can be sent so, else the part is left out or it is worth knowing. */
export interface Problem {
  words: string
  stops: boolean
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

// The fetch standard's forbidden names.
const notSentByBrowsers =
  /^(accept-charset|accept-encoding|access-control-request-.*|connection|content-length|cookie|cookie2|date|dnt|expect|host|keep-alive|origin|referer|set-cookie|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i

const overridesMethod = /^x-(http-method|http-method-override|method-override)$/i

const readByDashboard =
  /^x-nuclio-(function-name|function-namespace|project-name|path|invoke-url|invoke-timeout|skip-tls-verification|sanitize-response)$|^x-dashboard-sealed$/i

/** Whether browsers refuse to send a header that a page sets, by its name and, for a few, its value. */
export function isForbiddenHeader(name: string, value = ''): boolean {
  return (
    notSentByBrowsers.test(name) || (overridesMethod.test(name) && /\b(connect|trace|track)\b/i.test(value))
  )
}

/**
 * What is wrong with a header row. Rows that are off or wholly empty have no problem; with the options of the request, a row that
 * they override is told as well.
 */
export function headerProblem(row: RequestRow, options?: RequestOptions): Problem | undefined {
  const name = row.name.trim()
  if (row.isOff || (name === '' && row.value === '')) return undefined
  if (name === '') return { words: 'Enter a name', stops: true }
  if (!token.test(name)) return { words: 'A header name has no spaces or separators', stops: true }
  if (/[^\t\x20-\x7e\x80-\xff]/.test(row.value.trim()))
    return { words: 'A header value has no line breaks and only Latin letters', stops: true }
  if (isForbiddenHeader(name, row.value))
    return { words: 'Browsers do not let a page send this one', stops: false }
  if (readByDashboard.test(name) || (options?.logLevel && /^x-nuclio-log-level$/i.test(name)))
    return { words: 'The dashboard sets this one itself; it is left out', stops: false }
  return undefined
}

/** The header rows that go out, as pairs in their order: neither rows that are off or empty, nor those with a problem. */
export function sentHeaders(
  rows: readonly RequestRow[],
  options: RequestOptions,
): [name: string, value: string][] {
  return rows
    .filter((row) => !row.isOff && row.name.trim() !== '' && !headerProblem(row, options))
    .map((row) => [row.name.trim(), row.value.trim()])
}

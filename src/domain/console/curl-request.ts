import { encodeSource } from '@/domain/function-config'
import { bodyOfData, joinedData } from './curl-body'
import type { CurlParts, CurlRemark } from './curl-gathering'
import { headerProblem, isForbiddenHeader } from './header-problem'
import type { ConsoleRequest, RequestBody } from './request'
import { contentTypes, lacksBoundary, methods, takesBody } from './to-send'

/**
 * The request that the parts of a command come to; undefined without a URL. What a browser or the dashboard cannot send, what has to be
 * chosen and what gives way to the function is told by remarks.
 */
export function requestOfCurl(
  parts: CurlParts,
  input: string | undefined,
  remark: (about: CurlRemark['about'], words: string) => void,
): ConsoleRequest | undefined {
  const { urls, added, headers, removed, data, fields, options, isGet, isHead, takesBraces, upload } = parts
  const [url, ...others] = urls
  if (url === undefined) return undefined
  if (others.length > 0) remark('address', `Only the first URL is taken; left out: ${others.join(', ')}`)
  const { path, user: userOfUrl } = readUrl(url)
  const inQuery = [...added, ...(isGet && data.length > 0 ? [joinedData(data)] : [])].filter(Boolean)
  const hasType = (name: string) => headers.some(([known]) => known.toLowerCase() === name.toLowerCase())
  signIn(parts.user ?? userOfUrl, hasType('Authorization'))
  if (data.some((piece) => piece.kind !== 'encoded' && piece.isJson)) {
    if (!hasType('Content-Type')) headers.push(['Content-Type', contentTypes.json])
    if (!hasType('Accept')) headers.push(['Accept', contentTypes.json])
  }
  const body = readBody()
  const chosen = methodOf(body)
  return {
    method: chosen,
    path: inQuery.length === 0 ? path : path + (path.includes('?') ? '&' : '?') + inQuery.join('&'),
    headers: rows(),
    body,
    options,
  }

  function readUrl(url: string): { path: string; user?: string } {
    const [, scheme = '', authority = '', rest = '', fragment] =
      /^(?:([a-z][a-z0-9+.-]*:)?\/\/)?([^/?#]*)([^#]*)(#[\s\S]*)?$/i.exec(url.trim()) ?? []
    const at = authority.lastIndexOf('@')
    const host = authority.slice(at + 1)
    if (host)
      remark('address', `${scheme ? `${scheme}//` : ''}${host} is left out: the request goes to the function`)
    if (fragment) remark('address', `${fragment} is left out: what begins with # is never sent`)
    if (!takesBraces && /\{[^}]*,[^}]*\}|\[\w+-\w+(?::\d+)?\]/.test(rest))
      remark(
        'address',
        'curl would send a request for each choice in braces or brackets; the URL is taken as it is',
      )
    const path = rest.startsWith('/') ? rest : `/${rest}`
    return { path, user: at < 0 ? undefined : decodedUser(authority.slice(0, at)) }
  }

  function signIn(given: string | undefined, isGiven: boolean) {
    if (given === undefined) return
    if (isGiven)
      return remark('option', 'The user and password are left out: a header says Authorization itself')
    if (!given.includes(':'))
      remark('option', `curl would ask for the password of ${given}; it is empty here`)
    headers.push(['Authorization', `Basic ${encodeSource(given.includes(':') ? given : `${given}:`)}`])
  }

  function readBody(): RequestBody {
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
    const dropType = () => {
      const at = headers.findIndex(([name]) => name.toLowerCase() === 'content-type')
      if (at >= 0) headers.splice(at, 1)
    }
    const none: RequestBody = { kind: 'none', text: '', fields: [] }
    if (removed.some((name) => name.toLowerCase() === 'content-type') && !isGet)
      remark('body', 'curl would send the body without a content type; browsers always send one')
    if (fields.length > 0) {
      if (data.length > 0) remark('body', 'The data is left out: curl takes either a form or data')
      if (type !== undefined && lacksBoundary(type)) dropType()
      for (const { name, file } of fields)
        if (file) remark('file', `Choose the file ${file.name} of the field ${name}`)
      return { kind: 'multipart', text: '', fields }
    }
    if (upload !== undefined) {
      data.length = 0
      if (upload === '-' && input !== undefined) data.push({ kind: 'text', text: input })
      else data.push({ kind: 'file', name: upload })
    }
    if (isGet || data.length === 0) return none
    const asCurl = upload === undefined ? contentTypes.form : ''
    const { body, bringsType } = bodyOfData(data, type ?? asCurl)
    if (body.kind === 'file' && body.file) remark('file', `Choose the file ${body.file.name} for the body`)
    else
      for (const piece of data)
        if (piece.kind === 'file')
          remark('file', `Put the text of ${piece.name} into the body; it is not here`)
    if (bringsType) dropType()
    else if (type === undefined && asCurl && body.kind !== 'none') {
      headers.push(['Content-Type', asCurl])
      if (body.kind === 'json')
        remark('body', `Without a content type curl sends ${asCurl}; remove that header to send JSON as such`)
    }
    return body
  }

  function methodOf({ kind }: RequestBody): string {
    const implied = isHead
      ? 'HEAD'
      : isGet
        ? 'GET'
        : upload !== undefined
          ? 'PUT'
          : kind !== 'none' || data.length > 0
            ? 'POST'
            : 'GET'
    const wanted = parts.method?.toUpperCase() ?? implied
    const isKnown = (methods as readonly string[]).includes(wanted)
    const chosen = isKnown ? wanted : kind === 'none' ? 'GET' : 'POST'
    if (!isKnown) remark('browser', `The dashboard does not pass on ${wanted}; ${chosen} stands in its place`)
    if (kind !== 'none' && !takesBody(chosen))
      remark('browser', `Browsers send no body with ${chosen}; it is kept and not sent`)
    return chosen
  }

  function rows() {
    const kept = headers.filter(([name, value]) => {
      const level = /^x-nuclio-log-level$/i.test(name) ? value.toLowerCase() : ''
      if (level !== 'debug' && level !== 'info' && level !== 'warn' && level !== 'error') return true
      options.logLevel = level
      return false
    })
    const unsent = kept.filter(([name, value]) => isForbiddenHeader(name, value)).map(([name]) => name)
    if (unsent.length > 0)
      remark(
        'browser',
        `Browsers do not let a page send these; they are kept switched off: ${[...new Set(unsent)].join(', ')}`,
      )
    return kept.map(([name, value], index) => {
      const row = { id: index + 1, name, value }
      if (isForbiddenHeader(name, value)) return { ...row, isOff: true }
      const problem = headerProblem(row)
      if (problem) remark('browser', `The header ${name}: ${problem.words}`)
      return row
    })
  }
}

function decodedUser(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

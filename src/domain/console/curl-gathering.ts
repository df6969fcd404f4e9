import { curlEncoded, readFormPart, type CurlData } from './curl-body'
import { readCurlArguments, type CurlLeftOut } from './curl-options'
import { emptyRequest, type FormField, type RequestOptions } from './request'

/** Something of a command that is not in the request as it was, and why. */
export interface CurlRemark {
  about: 'browser' | 'file' | 'address' | 'option' | 'unknown' | 'shell' | 'body'
  words: string
}

/** What the options of a curl command say, put together and not yet judged. */
export interface CurlParts {
  method?: string
  urls: string[]
  /** What goes into the query beside that of the URL. */
  added: string[]
  headers: [name: string, value: string][]
  /** Names of headers that curl would not send by itself either. */
  removed: string[]
  data: CurlData[]
  fields: FormField[]
  /** File that is the body. */
  upload?: string
  user?: string
  isGet: boolean
  isHead: boolean
  /** Braces and brackets of the URL mean themselves. */
  takesBraces: boolean
  options: RequestOptions
}

const leftOut: Record<CurlLeftOut, string> = {
  output: 'it says what curl does with the answer',
  connection: 'the dashboard makes the connection by itself',
  redirects: 'the console shows a redirect and does not follow it',
  compression: 'browsers ask for compression by themselves',
  'sign-in': 'a browser cannot sign in so for a page',
  settings: 'its file or settings are not here',
}

/**
 * Reads the words behind `curl`; `input` is what it would read from its standard input. What is left out for good is told by remarks.
 */
export function gatherCurl(
  argv: readonly string[],
  input: string | undefined,
  remark: (about: CurlRemark['about'], words: string) => void,
): CurlParts {
  const found: CurlParts = {
    urls: [],
    added: [],
    headers: [],
    removed: [],
    data: [],
    fields: [],
    isGet: false,
    isHead: false,
    takesBraces: false,
    options: { ...emptyRequest.options },
  }
  const { headers, data, fields, urls, added, removed, options } = found
  const unknown: string[] = []
  const dropped = new Map<CurlLeftOut, string[]>()

  const addData = (text: string, isJson = false) => {
    if (!text.startsWith('@')) data.push({ kind: 'text', text, isJson })
    else if (text === '@-' && input !== undefined) data.push({ kind: 'text', text: input, isJson })
    else data.push({ kind: 'file', name: text.slice(1), isJson })
  }
  const addHeader = (text: string) => {
    const colon = text.indexOf(':')
    const value = colon < 0 ? '' : text.slice(colon + 1).trim()
    if (text.startsWith('@'))
      remark('file', `The headers in ${text.slice(1)} are left out: the file is not here`)
    else if (colon < 0 && text.trim().endsWith(';')) headers.push([text.trim().slice(0, -1).trim(), ''])
    else if (colon < 0) remark('unknown', `“${text}” is no header`)
    else if (value === '') removed.push(text.slice(0, colon).trim())
    else headers.push([text.slice(0, colon).trim(), value])
  }
  /** `name=content`, `=content`, `content`, or a file in its place. */
  const encode = (text: string): string | undefined => {
    const [, name = '', sign, content = ''] = /^([^=@]*)([=@])([\s\S]*)$/.exec(text) ?? []
    if (sign === '@' && !(content === '-' && input !== undefined)) {
      remark('file', `Put the text of ${content} into ${name || 'the body'}; it is not here`)
      return name === '' ? undefined : `${name}=`
    }
    const plain = sign === '@' ? (input ?? '') : sign ? content : text
    return (name === '' ? '' : `${name}=`) + curlEncoded(plain)
  }

  const given = readCurlArguments(argv)
  const end = given.findIndex(({ kind }) => kind === 'next')
  if (end >= 0) remark('option', 'Requests behind --next are left out: one request at a time')
  const hasOtherUrl = given.some(
    (at) => (at.kind === 'url' && !at.behind) || (at.kind === 'option' && at.means === 'url'),
  )
  for (const at of end < 0 ? given : given.slice(0, end)) {
    if (at.kind === 'unknown') unknown.push(at.name)
    if (at.kind === 'valueless') remark('unknown', `${at.name} is left out: its value is missing`)
    if (at.kind === 'url') {
      if (at.behind && hasOtherUrl) unknown[unknown.lastIndexOf(at.behind)] = `${at.behind} ${at.value}`
      else urls.push(at.value)
    }
    if (at.kind !== 'option' || at.isNegated) continue
    const { value } = at
    switch (at.means) {
      case 'method':
        found.method = value
        break
      case 'header':
        addHeader(value)
        break
      case 'data':
        addData(value)
        if (/^@(?!-$)/.test(value))
          remark('body', `curl takes the line breaks out of ${value.slice(1)}; here it is sent as it is`)
        break
      case 'data-raw':
        data.push({ kind: 'text', text: value })
        break
      case 'data-binary':
        addData(value)
        break
      case 'data-urlencode': {
        const text = encode(value)
        if (text !== undefined) data.push({ kind: 'encoded', text })
        break
      }
      case 'json':
        addData(value, true)
        break
      case 'form':
      case 'form-string': {
        const equals = value.indexOf('=')
        const part =
          at.means === 'form'
            ? readFormPart(value)
            : { fields: [{ name: value.slice(0, equals), value: value.slice(equals + 1) }], remarks: [] }
        for (const field of part.fields) fields.push({ id: fields.length + 1, ...field })
        for (const words of part.remarks) remark('body', words)
        break
      }
      case 'get':
        found.isGet = true
        break
      case 'head':
        found.isHead = true
        break
      case 'user':
        found.user = value
        break
      case 'bearer':
        headers.push(['Authorization', `Bearer ${value}`])
        break
      case 'cookie':
        if (value.includes('=')) headers.push(['Cookie', value])
        else remark('file', `The cookies in ${value} are left out: the file is not here`)
        break
      case 'user-agent':
        headers.push(['User-Agent', value])
        break
      case 'referer':
        headers.push(['Referer', value])
        break
      case 'range':
        headers.push(['Range', `bytes=${value}`])
        break
      case 'insecure':
        options.skipsTlsVerification = true
        break
      case 'max-time':
        if (/^(?:\d+\.?\d*|\.\d+)$/.test(value)) options.timeout = Number(value) === 0 ? '' : `${value}s`
        else remark('option', `${at.name} ${value} is left out: that is no number of seconds`)
        break
      case 'url':
        urls.push(value)
        break
      case 'url-query':
        added.push(value.startsWith('+') ? value.slice(1) : (encode(value) ?? ''))
        break
      case 'upload':
        found.upload = value
        break
      case 'as-is':
        break
      case 'globoff':
        found.takesBraces = true
        break
      default: {
        const words = value === '' ? at.name : `${at.name} ${value}`
        const names = dropped.get(at.means) ?? []
        dropped.set(at.means, names.includes(words) ? names : [...names, words])
      }
    }
  }

  for (const [why, names] of dropped) remark('option', `Left out, as ${leftOut[why]}: ${names.join(', ')}`)
  if (unknown.length > 0) remark('unknown', `Options not known here are left out: ${unknown.join(', ')}`)
  return found
}

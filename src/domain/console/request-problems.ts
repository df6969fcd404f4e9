import { durationMilliseconds } from '@/domain/go-duration'
import { headerProblem, type Problem } from './header-problem'
import { jsonProblem } from './json-problem'
import type { ConsoleRequest, FormField } from './request'
import { lacksBoundary, methods, sentFields, takesBody } from './to-send'

/** A problem of a request, with its place. */
export interface RequestProblem extends Problem {
  at: 'method' | 'path' | 'target' | 'header' | 'field' | 'body' | 'timeout'
  /** The row, of a header or a field. */
  rowId?: number
  /** Of a JSON text, counted from 1. */
  line?: number
  column?: number
}

/**
 * Everything that keeps a request from being sent as it stands, and what of it will be left out; those that stop it come first. With
 * `ownUrls`, those of the function's status, a target that is none of them is told as well.
 */
export function requestProblems(request: ConsoleRequest, ownUrls?: readonly string[]): RequestProblem[] {
  const found = [
    ...methodProblems(request),
    ...pathProblems(request),
    ...targetProblems(request, ownUrls),
    ...headerProblems(request),
    ...(takesBody(request.method) ? bodyProblems(request) : unsentBody(request)),
    ...timeoutProblems(request),
  ]
  return [...found.filter(({ stops }) => stops), ...found.filter(({ stops }) => !stops)]
}

/** Whether a request can be sent as it stands. */
export const canSend = (request: ConsoleRequest, ownUrls?: readonly string[]): boolean =>
  !requestProblems(request, ownUrls).some(({ stops }) => stops)

function methodProblems({ method }: ConsoleRequest): RequestProblem[] {
  if ((methods as readonly string[]).includes(method)) return []
  const words = `The dashboard does not pass on ${method || 'a request without a method'}; choose one of ${methods.join(', ')}`
  return [{ at: 'method', words, stops: true }]
}

function pathProblems({ path }: ConsoleRequest): RequestProblem[] {
  if (!path.includes('#')) return []
  return [
    { at: 'path', words: 'What begins with # is not sent; write %23 for the sign itself', stops: false },
  ]
}

function targetProblems({ options }: ConsoleRequest, ownUrls?: readonly string[]): RequestProblem[] {
  const { invokeUrl } = options
  if (invokeUrl === '' || ownUrls?.includes(invokeUrl)) return []
  if (/^[a-z]+:\/\//i.test(invokeUrl)) {
    const words = 'The dashboard sends to the function itself and not to a gateway; copy it as cURL'
    return [{ at: 'target', words, stops: true }]
  }
  if (!ownUrls) return []
  return [{ at: 'target', words: `The function has no URL ${invokeUrl} now; choose another`, stops: true }]
}

function headerProblems({ headers, options, body, method }: ConsoleRequest): RequestProblem[] {
  return headers.flatMap((row): RequestProblem[] => {
    const problem = headerProblem(row, options)
    if (problem) return [{ at: 'header', rowId: row.id, ...problem }]
    const isMultipart = body.kind === 'multipart' && takesBody(method) && sentFields(body).length > 0
    if (!isMultipart || row.isOff || !/^content-type$/i.test(row.name.trim()) || !lacksBoundary(row.value))
      return []
    const words = 'It is sent with the boundary between the parts'
    return [{ at: 'header', rowId: row.id, words, stops: false }]
  })
}

function unsentBody({ method, body }: ConsoleRequest): RequestProblem[] {
  const isFilled =
    body.kind === 'none'
      ? false
      : body.kind === 'file'
        ? body.file !== undefined
        : body.kind === 'form' || body.kind === 'multipart'
          ? sentFields(body).length > 0
          : body.text !== ''
  return isFilled ? [{ at: 'body', words: `Browsers send no body with ${method}`, stops: false }] : []
}

function bodyProblems({ body }: ConsoleRequest): RequestProblem[] {
  switch (body.kind) {
    case 'none':
    case 'text':
      return []
    case 'json': {
      const problem = jsonProblem(body.text)
      if (!problem) return []
      const { words, line, column } = problem
      return [{ at: 'body', words: `Not valid JSON: ${words}`, stops: false, line, column }]
    }
    case 'form':
    case 'multipart':
      return body.fields.flatMap((field): RequestProblem[] => {
        const problem = fieldProblem(field, body.kind === 'multipart')
        return problem ? [{ at: 'field', rowId: field.id, ...problem }] : []
      })
    case 'file':
      if (!body.file) return [{ at: 'body', words: 'Choose the file to send', stops: true }]
      return body.file.bytes ? [] : [{ at: 'body', ...toChooseAgain(body.file.name) }]
  }
}

const toChooseAgain = (name: string): Problem => ({
  words: `Choose the file ${name}: only its name is known`,
  stops: true,
})

/** What is wrong with a field of a form or of a multipart body. */
function fieldProblem({ name, value, file, isOff }: FormField, isMultipart: boolean): Problem | undefined {
  if (isOff) return undefined
  if (file && !isMultipart) return { words: 'A form sends no files; multipart does', stops: false }
  if (name === '') return value === '' && !file ? undefined : { words: 'Enter a name', stops: true }
  return file && !file.bytes ? toChooseAgain(file.name) : undefined
}

function timeoutProblems({ options }: ConsoleRequest): RequestProblem[] {
  const timeout = options.timeout.trim()
  if (timeout === '' || durationMilliseconds(timeout)) return []
  const words = `“${timeout}” is no timeout; write a number with a unit, such as 10s or 1m30s`
  return [{ at: 'timeout', words, stops: true }]
}

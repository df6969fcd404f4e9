import { describe, expect, it } from 'vitest'
import { ApiError, errorOfResponse, errorOfText, networkError } from './errors'

const jsonType = 'application/json'

describe('ApiError', () => {
  it.each([
    [0, 'network'],
    [400, 'invalid'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [405, 'invalid'],
    [409, 'conflict'],
    [412, 'precondition'],
    [413, 'invalid'],
    [500, 'server'],
    [501, 'server'],
    [504, 'server'],
  ])('tells the kind of status %i: %s', (status, kind) => {
    expect(new ApiError(status, 'x').kind).toBe(kind)
  })

  it('keeps why no answer came', () => {
    const cause = new TypeError('Failed to fetch')
    expect(networkError(cause)).toMatchObject({ status: 0, kind: 'network', cause })
  })
})

describe('errorOfText', () => {
  it('takes cause and trace from an error body', () => {
    const body = JSON.stringify({
      error: 'Function not found',
      errorStackTrace: '\nError - Function not found\n',
    })
    expect(errorOfText(404, jsonType, body)).toMatchObject({
      kind: 'not-found',
      message: 'Function not found',
      detail: 'Error - Function not found',
    })
  })

  it('has words for an empty text', () => {
    const error = errorOfText(404, jsonType, '{"error":"","errorStackTrace":""}')
    expect(error.message).toBe('The server answered with status 404 and no explanation')
    expect(error.detail).toBeUndefined()
  })

  it('has words for a panic and for being signed out, both without a body', () => {
    expect(errorOfText(500, jsonType, '').message).toContain('500')
    expect(errorOfText(401, '', '')).toMatchObject({
      kind: 'signed-out',
      message: 'The server does not know who you are',
    })
  })

  it('names the page of a proxy', () => {
    const error = errorOfText(502, 'text/html', '<html><head><title>502 Bad Gateway</title></head></html>')
    expect(error).toMatchObject({ kind: 'server', status: 502 })
    expect(error.message).toContain('502 Bad Gateway')
    expect(error.message).not.toContain('<')
  })

  it('knows a page without its content type', () => {
    expect(errorOfText(504, '', '<!DOCTYPE html><title>Gateway Time-out</title>').message).toContain(
      'Time-out',
    )
  })

  it('explains the address that the router does not have', () => {
    const error = errorOfText(404, 'text/plain; charset=utf-8', '404 page not found\n')
    expect(error.message).toBe('The server does not have this address')
  })

  it('shows plain text as it is, bounded', () => {
    expect(errorOfText(500, 'text/plain', 'EOF').message).toBe('EOF')
    expect(errorOfText(500, 'text/plain', 'x'.repeat(100_000)).message.length).toBeLessThan(5_000)
  })

  it('bounds a huge trace', () => {
    const body = JSON.stringify({ error: 'exit status 1', errorStackTrace: 'y'.repeat(1_000_000) })
    const error = errorOfText(500, jsonType, body)
    expect(error.message).toBe('exit status 1')
    expect(error.detail?.length).toBeLessThan(20_000)
  })

  it('reads an invocation error that is no valid JSON', () => {
    expect(errorOfText(400, jsonType, '{"error": "Invalid invoke timeout"}hello').message).toBe(
      'Invalid invoke timeout',
    )
    expect(errorOfText(500, jsonType, '{"error": "C:\\path"}').message).toBe('C:\\path')
  })

  it('does not show JSON of another shape as a message', () => {
    const error = errorOfText(500, jsonType, '{"message":"odd"}')
    expect(error.message).toContain('500')
    expect(error.detail).toBe('{"message":"odd"}')
  })
})

describe('errorOfResponse', () => {
  it('stops reading an endless body, and still finds the cause', async () => {
    let sent = 0
    const chunk = new TextEncoder().encode('z'.repeat(64 * 1024))
    const body = new ReadableStream<Uint8Array>({
      start: (controller) =>
        controller.enqueue(new TextEncoder().encode('{"error":"exit status 1","errorStackTrace":"')),
      pull(controller) {
        sent += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    const error = await errorOfResponse(
      new Response(body, { status: 500, headers: { 'content-type': jsonType } }),
    )
    expect(error.message).toBe('exit status 1')
    expect(sent).toBeLessThan(1024 * 1024)
  })

  it('keeps the status when the body breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })
    expect(await errorOfResponse(new Response(body, { status: 503 }))).toMatchObject({
      status: 503,
      kind: 'server',
    })
  })
})

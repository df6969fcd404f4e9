import { describe, expect, it } from 'vitest'
import { faultIn, isFaultLine } from './log-fault'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('faultIn', () => {
  it.each([
    'unable to retrieve container logs for containerd://6f0c',
    'failed to try resolving symlinks in path "/var/log/pods/a/b/0.log": lstat /var/log/pods/a: no such file or directory',
    'failed to create fsnotify watcher: too many open files',
    'failed to get parse function: unsupported log format: "x"',
    'unexpected stream type ""',
    'rpc error: code = NotFound desc = an error occurred when try to find container "6f0c": not found',
    'rpc error: code = Unknown desc = Error: No such container: 6f0c',
    'Error from server (NotFound): pods "echo-7d" not found',
    'container "nuclio" in pod "echo-7d" is waiting to start: ContainerCreating',
    'Get "https://10.0.0.7:10250/containerLogs/nuclio/echo-7d/nuclio?follow=true": dial tcp 10.0.0.7:10250: connect: connection refused',
    'error from daemon in stream: Error grabbing logs: unexpected EOF',
    '{"error": "Function not found", "errorStackTrace": "\\nError - Function not found"}',
    '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"pods not found","code":404}',
    'unexpected EOF',
    'context canceled',
  ])('takes %j for an error text', (text) => {
    expect(faultIn(bytes(text))).toBe(0)
  })

  it('finds one that follows the last byte of the log at once', () => {
    expect(faultIn(bytes('the beginning of a liné unexpected EOF'))).toBe(
      bytes('the beginning of a liné ').length,
    )
    expect(faultIn(bytes('half a lihttp2: client connection lost'))).toBe(9)
    expect(faultIn(bytes('half stream error: stream ID 7; INTERNAL_ERROR; received from peer'))).toBe(5)
    expect(faultIn(bytes('read tcp 10.0.0.1:40:443->10.0.0.2:1: read: connection reset by peer'))).toBe(0)
  })

  it.each([
    '',
    '> ',
    'waiting for the server',
    '{"level":"error","message":"no","error":"x"}',
    '{"error": "cut off in the mid',
    '26.11.23 18:26:07.041 (E) processor unexpected EOF while reading {"code": 42}',
    'Error: no such key',
  ])('takes %j for the words of the function', (text) => {
    expect(faultIn(bytes(text))).toBe(-1)
  })
})

describe('isFaultLine', () => {
  it('is for whole lines that are nothing else', () => {
    expect(isFaultLine(bytes('rpc error: code = Unknown desc = x\n'))).toBe(true)
    expect(isFaultLine(bytes('calling: rpc error: code = Unknown desc = x\n'))).toBe(false)
    expect(isFaultLine(bytes('read: unexpected EOF\n'))).toBe(false)
  })
})

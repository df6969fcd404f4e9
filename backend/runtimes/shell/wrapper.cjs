'use strict'
// Runs a script or a command once for every event that the server sends, with the body on its stdin.

const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const { listen, send } = require('../nodejs/channel.cjs')

/**
 * Puts real pipes between this process and the command, because `/dev/stdin` and `/dev/stderr` cannot be opened on the
 * sockets that Node makes. Descriptor 3 gets the exit status.
 */
const pipes = 'cat 3>&- | { "$@" 2>&1 3>&-; echo "$?" >&3; } | cat 3>&-'

let command
let attributes = {}
listen((head, body) => {
  if (head.kind === 'start') start(head)
  else run(head.event, body)
})

function start({ handler, environment, runtimeAttributes }) {
  Object.assign(process.env, environment)
  attributes = runtimeAttributes
  command = commandOf(handler.split(':')[0])
  if (!command) {
    send({
      kind: 'failed',
      message: `The handler ${handler} is neither a file of the function nor a command on PATH`,
    })
    process.exit(1)
  }
  send({ kind: 'ready', pid: process.pid })
}

/** A file of the function, run by `sh` unless it is executable, or else a command on PATH. */
function commandOf(name) {
  for (const file of [path.resolve(name), path.resolve(`${name}.sh`)]) {
    if (isFile(file)) return isExecutable(file) ? [file] : ['/bin/sh', file]
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const found = folders
    .map((folder) => path.join(folder, name))
    .find((file) => isFile(file) && isExecutable(file))
  return found && [found]
}

function isFile(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}

function run(event, body) {
  const child = spawn('/bin/sh', ['-c', pipes, 'sh', ...command, ...argumentsOf(event)], {
    env: { ...process.env, ...eventVariables(event) },
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  })
  const output = []
  let status = ''
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stdio[3].on('data', (chunk) => (status += chunk))
  // A command that does not read its input closes it early.
  child.stdin.on('error', () => undefined)
  child.stdin.end(body)
  let failed = false
  child.on('error', (error) => {
    failed = true
    answer(500, Buffer.from(failure(error.message, '')))
  })
  child.on('close', () => {
    if (failed) return
    const said = Buffer.concat(output)
    const code = Number(status.trim() || 1)
    if (code === 0) answer(200, said)
    else answer(500, Buffer.from(failure(ending(code), said)))
  })
}

function argumentsOf(event) {
  const text = event.headers['X-Nuclio-Arguments'] ?? attributes.arguments ?? ''
  return String(text)
    .split(' ')
    .filter((argument) => argument !== '')
}

function ending(code) {
  return code > 128 ? `signal ${code - 128}` : `exit status ${code}`
}

function failure(error, output) {
  return `Failed to run shell command.\nError: ${error}\nOutput:${output}`
}

function answer(status, body) {
  const headers = Object.entries(attributes.responseHeaders ?? {}).map(([name, value]) => [
    name,
    String(value),
  ])
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type')
  const type = ['content-type', 'text/plain; charset=utf-8']
  send({ kind: 'answer', status, headers: typed ? headers : [type, ...headers], streamed: false }, body)
}

function eventVariables(event) {
  return {
    NUCLIO_EVENT_ID: event.id,
    NUCLIO_TRIGGER_CLASS: event.trigger.kind === 'http' ? 'sync' : 'async',
    NUCLIO_TRIGGER_KIND: event.trigger.kind,
    NUCLIO_EVENT_CONTENT_TYPE: event.contentType,
    NUCLIO_EVENT_TIMESTAMP: new Date(event.timestamp).toISOString(),
    NUCLIO_EVENT_PATH: event.path,
    NUCLIO_EVENT_URL: event.url,
    NUCLIO_EVENT_METHOD: event.method,
    NUCLIO_EVENT_SHARD_ID: String(event.shardId ?? 0),
    NUCLIO_EVENT_NUM_SHARDS: String(event.numShards ?? 0),
    NUCLIO_EVENT_TYPE: '',
    NUCLIO_EVENT_TYPE_VERSION: '',
    NUCLIO_EVENT_VERSION: '',
  }
}

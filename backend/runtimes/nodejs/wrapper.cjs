'use strict'
// Runs one handler: loads it, then takes events from the server, one at a time, until the server goes away.

const fs = require('node:fs')
const path = require('node:path')
const { pathToFileURL } = require('node:url')

const { listen, log, send } = require('./channel.cjs')
const { Response, toAnswer } = require('./answer.cjs')

/** How long a handler that its module exports late is waited for, while anything is still going on in the process. */
const lateHandlerMilliseconds = 5000

const logger = Object.fromEntries(
  ['debug', 'info', 'warn', 'error'].flatMap((level) => {
    const write = (message, fields) => log(level, message, fields)
    return [
      [level, write],
      [`${level}With`, write],
    ]
  }),
)
const context = { userData: {}, callback: () => undefined, Response, logger }

let handler
const socket = listen((head, body) => {
  if (head.kind === 'start') void start(head)
  else handle(eventOf(head.event, body))
})

async function start({ handler: name, environment }) {
  Object.assign(process.env, environment)
  let what = `The handler ${name} could not be loaded`
  try {
    const [moduleName, exportName = 'handler'] = name.split(':')
    const file = sourceFile(moduleName)
    const loaded = await load(file)
    handler = await lateExport(loaded, exportName, path.basename(file))
    what = 'initContext failed'
    const initContext = exported(loaded, 'initContext')
    if (typeof initContext === 'function') await initContext(context)
  } catch (error) {
    const message = `${what}:\n${ownTrace(error)}`
    fs.writeSync(2, `${message}\n`)
    send({ kind: 'failed', message })
    process.exit(1)
  }
  send({ kind: 'ready', pid: process.pid })
}

function sourceFile(moduleName) {
  const names = [moduleName, ...['.js', '.mjs', '.cjs'].map((extension) => moduleName + extension)]
  const found = names
    .map((name) => path.resolve(name))
    .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile())
  if (!found) throw new Error(`Cannot find module '${moduleName}'`)
  return found
}

async function load(file) {
  if (!file.endsWith('.mjs')) {
    try {
      return require(file)
    } catch (error) {
      if (error?.code !== 'ERR_REQUIRE_ESM' && error?.code !== 'ERR_REQUIRE_ASYNC_MODULE') throw error
    }
  }
  return import(pathToFileURL(file).href)
}

function exported(loaded, name) {
  return loaded[name] ?? loaded.default?.[name]
}

/** Waits for an export as long as something runs that could still make it. */
function lateExport(loaded, name, file) {
  return new Promise((resolve, reject) => {
    const found = exported(loaded, name)
    if (typeof found === 'function') return resolve(found)
    const began = Date.now()
    const stop = () => {
      clearInterval(timer)
      process.off('beforeExit', give)
      socket.ref()
    }
    const give = () => {
      stop()
      const late = exported(loaded, name)
      if (typeof late === 'function') resolve(late)
      else reject(new TypeError(`${file} exports no function '${name}'`))
    }
    const timer = setInterval(() => {
      const late = typeof exported(loaded, name) === 'function'
      if (late || Date.now() - began > lateHandlerMilliseconds) give()
    }, 20)
    // With the channel and the timer out of the way, `beforeExit` comes as soon as nothing is going on.
    timer.unref()
    socket.unref()
    process.on('beforeExit', give)
  })
}

function handle(event) {
  let answered = false
  const answer = (make) => {
    if (answered) return
    answered = true
    const { status, headers, body } = make()
    send({ kind: 'answer', status, headers, streamed: false }, body)
  }
  const fail = (error) => {
    const text = `Error in handler: ${ownTrace(error)}`
    if (!answered) log('error', 'Error in handler', { error: String(error), stack: ownTrace(error) })
    answer(() => toAnswer([500, text]))
  }
  context.callback = (output) => {
    let made
    try {
      made = toAnswer(output)
    } catch (error) {
      return fail(error)
    }
    answer(() => made)
  }
  try {
    const returned = handler(context, event)
    if (typeof returned?.then === 'function') returned.then(undefined, fail)
  } catch (error) {
    fail(error)
  }
}

function eventOf(given, body) {
  return {
    body,
    content_type: given.contentType,
    trigger: given.trigger,
    fields: given.fields,
    headers: given.headers,
    id: given.id,
    method: given.method,
    path: given.path || '/',
    size: body.length,
    timestamp: new Date(given.timestamp),
    url: given.url,
    shard_id: given.shardId ?? 0,
    num_shards: given.numShards ?? 0,
    offset: Number(given.offset ?? 0),
    topic: given.topic,
    type: '',
    type_version: '',
    version: '',
  }
}

/** The stack without the frames of this folder and Node's own. */
function ownTrace(error) {
  const stack = error instanceof Error ? (error.stack ?? String(error)) : String(error)
  const lines = stack.split('\n')
  return lines
    .filter(
      (line) => !/^\s+at /.test(line) || !(line.includes('node:') || line.includes(__dirname + path.sep)),
    )
    .join('\n')
}

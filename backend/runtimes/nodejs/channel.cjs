'use strict'
// The two pipes between a worker and the server: frames of two lengths, a JSON head and raw bytes.

const fs = require('node:fs')
const net = require('node:net')

const readDescriptor = 3
const writeDescriptor = 4
const lengthsSize = 8
const smallBody = 65536

/** Writes a frame before it returns, so that nothing is lost when the process ends right after. */
function send(head, body) {
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(lengthsSize)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body ? body.length : 0, 4)
  // In one write where that copies little: each wakes the server up.
  if (body && body.length > smallBody) {
    write(Buffer.concat([lengths, text]))
    write(body)
  } else write(Buffer.concat(body ? [lengths, text, body] : [lengths, text]))
}

function write(bytes) {
  let written = 0
  while (written < bytes.length) {
    try {
      written += fs.writeSync(writeDescriptor, bytes, written)
    } catch (error) {
      if (error.code === 'EAGAIN') continue
      // The server has gone away.
      process.exit(0)
    }
  }
}

/** Calls `onFrame(head, body)` for every frame; ends the process when the server goes away. */
function listen(onFrame) {
  const socket = new net.Socket({ fd: readDescriptor, readable: true, writable: false })
  let held = []
  let size = 0
  let needed = lengthsSize
  socket.on('data', (chunk) => {
    held.push(chunk)
    size += chunk.length
    if (size < needed) return
    let bytes = Buffer.concat(held, size)
    for (;;) {
      needed = lengthsSize
      if (bytes.length < needed) break
      const headEnd = lengthsSize + bytes.readUInt32BE(0)
      needed = headEnd + bytes.readUInt32BE(4)
      if (bytes.length < needed) break
      onFrame(JSON.parse(bytes.toString('utf8', lengthsSize, headEnd)), bytes.subarray(headEnd, needed))
      bytes = bytes.subarray(needed)
    }
    held = [bytes]
    size = bytes.length
  })
  socket.on('end', () => process.exit(0))
  socket.on('error', () => process.exit(0))
  return socket
}

/** Sends a log record. `fields` may hold anything; what JSON cannot express becomes text. */
function log(level, message, fields) {
  send({
    kind: 'log',
    level,
    time: performance.timeOrigin + performance.now(),
    message: String(message),
    fields: plainFields(fields),
  })
}

function plainFields(fields) {
  if (fields === undefined || fields === null) return {}
  if (typeof fields !== 'object' || Array.isArray(fields)) return { with: plain(fields) }
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]))
}

function plain(value) {
  if (value instanceof Error) return value.stack ?? String(value)
  try {
    const text = JSON.stringify(value)
    return text === undefined ? String(value) : JSON.parse(text)
  } catch {
    return String(value)
  }
}

module.exports = { send, listen, log }

/** Numbers below a count, the same ones for a seed. */
export function seeded(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }
}

const esc = '\u001b'
const colours = { D: 32, I: 34, W: 33, E: 31 }
export type Letter = keyof typeof colours

/** The time of a record, as a container writes it. */
export function stampOf(time: number): string {
  const iso = new Date(time).toISOString()
  return `${iso.slice(2, 10).replaceAll('-', '.')} ${iso.slice(11, 23)}`
}

/** A record as a processor writes it, with colours. */
export function recordLine(time: number, letter: Letter, name: string, rest: string): string {
  return `${stampOf(time)} ${esc}[${colours[letter]}m(${letter})${esc}[0m ${esc}[37m${name.slice(-25).padStart(25)}${esc}[0m ${rest}`
}

export const plainLine = (time: number, letter: Letter, name: string, rest: string): string =>
  `${stampOf(time)} (${letter}) ${name.slice(-25).padStart(25)} ${rest}`

/** Pieces of logs in all shapes that are known, each one or more whole lines. */
const shapes: ((below: (count: number) => number, time: number) => string)[] = [
  (below, time) =>
    recordLine(
      time,
      'I',
      'processor.http',
      `got request {"path": "/", "n": ${below(9)}, "worker_id": "${below(2)}"}`,
    ),
  (_, time) =>
    recordLine(time, 'D', '-manager.event connection', 'Sending data on control socket {"data_length": 2}'),
  (_, time) => recordLine(time, 'D', 'processor', 'Processor started'),
  (below, time) =>
    plainLine(time, 'W', 'processor.http.w1', `Stock {x} is low: ${below(5)} ü {"item": "té"}`),
  (_, time) => `${stampOf(time)} ${'processor'.padStart(25)} (E) with the logger first {"worker_id": "0"}`,
  (below) => `plain print ${below(4)}`,
  (below) => `gedruckt für ${below(4)} Läufe ✓ 😀`,
  (below, time) =>
    `half a print ${below(3)}${recordLine(time, 'I', 'processor.http', 'glued {"worker_id": "1"}')}\n`,
  (_, time) => `${esc}[31mred${esc}[0m${plainLine(time, 'D', 'a', 'glued after colours')}`,
  () => '',
  () => '   ',
  () => '    indented',
  () => 'Traceback (most recent call last):\n  File "/opt/x.py", line 3, in handler\n    y()\nKeyError: 7',
  () =>
    'Traceback (most recent call last):\n  File "a.py", line 1\nKeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "b.py", line 2\nValueError: no',
  (_, time) =>
    recordLine(
      time,
      'E',
      'processor.http',
      `Exception caught in handler - "7": Traceback (most recent call last):\n  File "/opt/x.py", line 3\nKeyError: 7\n {"worker_id": "0"}`,
    ),
  (_, time) =>
    plainLine(time, 'W', 'processor.http', 'a message\nof some lines\n\nin all {"a": 1, "worker_id": "1"}'),
  () => 'TypeError: x is not a function\n    at handler (/opt/a.js:3:5)\n    at async run (b.js:1:1)',
  () => "/opt/a.js:3\n  throw new Error('x')\n  ^\n\nError: x\n    at a (/opt/a.js:3:9) {\n  code: 'E1',\n}",
  (_, time) => recordLine(time, 'E', 'processor', 'Failed: Error: x') + '\n    at a (b.js:1:1)',
  () =>
    'java.lang.IllegalStateException: x\n\tat a.B.c(B.java:3)\nCaused by: java.io.IOException\n\t... 3 more',
  () =>
    'panic: Wrapper is gone\n\ngoroutine 22 [running]:\nmain.(*A).watch(0x66)\n\t/src/a.go:9 +0x1d\ncreated by main.run in goroutine 1\n\t/src/b.go:2',
  () =>
    "Error - 1 error(s) decoding:\n\n* 'Size' expected type 'int'\n    ...//pkg/types.go:73\n\nCall stack:\nFailed to decode\n    ...//pkg/types.go:73",
  (_, time) => JSON.stringify({ level: 'info', time: time + 0.25, name: 'http', message: 'as JSON', a: 1 }),
  (_, time) =>
    JSON.stringify({
      datetime: new Date(time).toISOString().slice(0, -1).replace('T', ' ').replace('.', ','),
      level: 'error',
      message: 'Caught\nit',
      with: { err: 'ü', worker_id: '0' },
    }),
  () => '{"printed": "by somebody", "worker_id": "3"}',
  () => '{broken',
  (_, time) => `prints ${stampOf(time)} a time (I) far ${'.'.repeat(70)} (W) away`,
  () => 'carriage\rreturns 10%\r20%',
  () => 'Error in the first word',
  () => 'goroutine of prose, created by nobody (truly)',
]

/** A log of all shapes, in the order of its times but for some. */
export function seededLog(below: (count: number) => number, pieces: number, from: number): string {
  let time = from
  let text = ''
  for (let i = 0; i < pieces; i += 1) {
    time += below(8) === 0 ? -below(50) : below(100)
    const shape = shapes[below(shapes.length)]
    text += (shape?.(below, time) ?? '') + (below(20) === 0 ? '\r\n' : '\n')
  }
  return below(4) === 0 ? text.slice(0, -1) : text
}

/** Whole lines that are an entry each, many of them equal. */
export function seededLines(below: (count: number) => number, count: number, from: number): string {
  const lines = Array.from({ length: count }, (_, i) => {
    const time = from + i * below(4)
    if (below(3) === 0) return `plain print ${below(3)}`
    const letter = (['D', 'I', 'W', 'E'] as const)[below(4)] ?? 'I'
    return recordLine(time, letter, 'processor.http', `done {"n": ${below(2)}, "worker_id": "${below(2)}"}`)
  })
  return lines.map((line) => `${line}\n`).join('')
}

/** Bytes in pieces of any size, cut in the middle of lines and characters too. */
export function inPieces(below: (count: number) => number, bytes: Uint8Array, longest: number): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const end = at + 1 + below(longest)
    pieces.push(bytes.slice(at, end))
    at = end
  }
  return pieces
}

// `npm run bench -- functions`: measures the production build in a browser on this machine, prints a table and writes a report.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'

import { buildWhenStale, installPackages, requireNode, root } from '../scripts/setup.mjs'

requireNode()
const benches = {
  functions: './functions.mjs',
  logs: './logs.mjs',
  responses: './responses.mjs',
  'source-editor': './source-editor.mjs',
  validation: './validation.mjs',
}
const asked = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const names = asked.length > 0 ? asked : Object.keys(benches)
const unknown = names.find((name) => !Object.hasOwn(benches, name))
if (unknown) {
  console.error(`There is no bench “${unknown}”; there are: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}

await installPackages()
await buildWhenStale()

const machine = () =>
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}, ` +
  `load ${loadavg()
    .map((each) => each.toFixed(1))
    .join(' ')}`

let missed = 0
for (const name of names) {
  const before = machine()
  const { measure } = await import(benches[name])
  const rows = await measure()
  const text = [
    `bench ${name}`,
    `before: ${before}`,
    `after:  ${machine()}`,
    '',
    table([
      ['what', 'target', 'median', 'worst', 'measured', ''],
      ...rows.map((row) => [
        row.what,
        `${row.judged} ≤ ${row.target} ${row.unit ?? 'ms'}`,
        `${row.median} ${row.unit ?? 'ms'}`,
        `${row.worst} ${row.unit ?? 'ms'}`,
        row.how,
        isMissed(row) ? 'MISSED' : '',
      ]),
    ]),
    '',
  ].join('\n')
  missed += rows.filter(isMissed).length
  console.log(text)
  const directory = join(root, '.cache', 'bench')
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, `report-${name}.txt`), text)
  writeFileSync(
    join(directory, `report-${name}.json`),
    `${JSON.stringify({ machine: before, rows }, null, 2)}\n`,
  )
}
process.exit(missed > 0 ? 1 : 0)

/** @param {{ target: number, judged: 'median' | 'worst', median: number, worst: number }} row */
function isMissed(row) {
  return row[row.judged] > row.target
}

/**
 * Rows of texts in columns.
 * @param {string[][]} rows
 */
function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

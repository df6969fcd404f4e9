// `npm test`: everything that decides whether a change may land, on a fresh clone too. Goes on after a failure, so that one
// run tells all; ends with the sum over all tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { runChecks } from './check.mjs'
import { findChromium, findHeadlessShell } from './find-chromium.mjs'
import { findNginx } from './find-nginx.mjs'
import { preparePython } from './prepare-python.mjs'
import { buildWhenStale, installPackages, requireNode, root, run } from './setup.mjs'

requireNode()
const started = Date.now()
const reports = join(root, 'test-results')
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const failures = []
const timings = []
async function step(name, work) {
  const from = Date.now()
  console.log(`\n── ${name}`)
  const ok = await work()
  timings.push(`${name} ${Math.round((Date.now() - from) / 1000)} s`)
  if (!ok) failures.push(name)
}

const bin = (name) => join(root, 'node_modules', '.bin', name)
const report = (name) => {
  const path = join(reports, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}

await step('set up', async () => {
  await installPackages()
  await preparePython()
  return true
})
const chromium = await findChromium()
const shell = await findHeadlessShell()
const nginx = await findNginx()
const env = {
  ...process.env,
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  ...(shell ? { HEADLESS_SHELL_PATH: shell } : {}),
  ...(nginx ? { NGINX_PATH: nginx } : {}),
}

await step('static checks', async () => (await runChecks()) === 0)
await step('production build', async () => {
  await buildWhenStale()
  return true
})
await step('unit and contract tests', async () => {
  const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json']
  return (await run(bin('vitest'), ['run', ...reporters])) === 0
})
await step('end-to-end tests', async () => {
  const json = join(reports, 'e2e.json')
  return (
    (await run(bin('playwright'), ['test', '--reporter=line,json'], {
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: json, CI: '1' },
    })) === 0
  )
})

const unit = report('unit.json')
const endToEnd = report('e2e.json')
const e2e = endToEnd?.stats
for (const page of pagesAtFailure(endToEnd?.suites ?? []).slice(0, 5)) console.log(page)
const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0)
const failed = (unit?.numFailedTests ?? 0) + (e2e?.unexpected ?? 0) + (e2e?.flaky ?? 0)
console.log(`\n${timings.join(' · ')} · in all ${Math.round((Date.now() - started) / 1000)} s`)
if (failures.length > 0) console.log(`failed: ${failures.join(', ')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failures.length === 0 && failed === 0 && passed > 0 ? 0 : 1)

/** What the page showed when a test failed, as its report has it: where nobody can look at the screenshot, this tells most. */
function pagesAtFailure(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...pagesAtFailure(inner),
    ...specs.flatMap(({ title, file, tests }) =>
      tests
        .flatMap(({ results }) => results)
        .flatMap(({ attachments = [] }) => attachments)
        .filter(({ name, path }) => name === 'error-context' && path && existsSync(path))
        .map(({ path }) => `\n── ${file} › ${title}\n${snapshotIn(readFileSync(path, 'utf8'))}`),
    ),
  ])
}

function snapshotIn(context) {
  const from = context.indexOf('# Page snapshot')
  return context.slice(Math.max(from, 0)).split('\n').slice(0, 150).join('\n')
}

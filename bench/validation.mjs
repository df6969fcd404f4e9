// What the server would refuse of a function: the rules alone, and from a key to the words and marks that say so.
import { runnerImport } from 'vite'

import { root } from '../scripts/setup.mjs'
import { startBrowser } from './browser.mjs'
import { startServer } from './server.mjs'
import { summary } from './summary.mjs'

const runs = 60
const project = 'default'
const name = 'large'
const field = 'spec.eventTimeout'
const words = 'sometime-soon'

/** Measures everything; rows of `{what, target, median, worst, how}`, milliseconds. */
export async function measure() {
  return [await rulesAlone(), ...(await keyToWords())]
}

/** A function with a megabyte of source and more of everything else than most have. */
const largeConfig = (sourceSize = 1_000_000) => configOf(sourceSize, 20)

/** A function with so many bytes of source, and `count` of everything that it can have several of. */
function configOf(sourceSize, count) {
  const many = (count, make) => Array.from({ length: count }, (_unused, index) => make(index))
  return {
    metadata: {
      name,
      namespace: 'nuclio',
      labels: Object.fromEntries(many(count, (index) => [`label-${index}`, `value-${index}`])),
      annotations: { 'skip-build': 'true', 'skip-deploy': 'true' },
    },
    spec: {
      runtime: 'nodejs',
      handler: 'main:handler',
      eventTimeout: '5s',
      env: many(3 * count, (index) => ({ name: `VARIABLE_${index}`, value: `value ${index}` })),
      triggers: Object.fromEntries(
        many(count, (index) => [
          `trigger-${index}`,
          index % 2 === 0
            ? { kind: 'cron', attributes: { schedule: `${index % 60} 9-17/2 * * MON-FRI` } }
            : { kind: 'kafka-cluster', attributes: { topics: ['a', 'b'], consumerGroup: 'g' } },
        ]),
      ),
      volumes: many(count, (index) => ({
        volume: { name: `v${index}`, hostPath: { path: '/data' } },
        volumeMount: { name: `v${index}`, mountPath: `/mnt/${index}` },
      })),
      build: {
        functionSourceCode: Buffer.from(`// a line of source\n`.repeat(sourceSize / 20)).toString('base64'),
        codeEntryType: 'sourceCode',
        commands: many(count, (index) => `echo ${index}`),
      },
    },
  }
}

/** Types and rules of the whole configuration, with another source each time, as while it is typed. */
async function rulesAlone() {
  const load = async (path) =>
    (
      await runnerImport(`${root}/src/${path}`, {
        configFile: false,
        resolve: { alias: { '@': `${root}/src` } },
      })
    ).module
  const { configFindings } = await load('domain/spec-rules/schema-findings.ts')
  const { filledFromSource: fill } = await load('domain/spec-rules/inline-configuration.ts')
  const { validateFunctionConfig: types } = await load('api/generated/function-validator.ts')
  const took = []
  for (let run = 0; run < runs; run += 1) {
    const config = largeConfig(1_000_000 + 60 * run)
    const began = performance.now()
    const found = configFindings(config, { act: 'update', requestName: name }, { types, fill })
    took.push(performance.now() - began)
    if (found.length > 0) throw new Error(`the large function is refused: ${found[0].message}`)
  }
  return summary('types and rules, 1 MB of source', 16, took, `${runs} different sources, in Node`)
}

/** From a key to each place that says what is wrong with what was typed, for a usual function and for a large one. */
async function keyToWords() {
  const server = await startServer()
  const browser = await startBrowser()
  try {
    const rows = []
    for (const [size, config] of [
      ['10 kB', configOf(5_000, 5)],
      ['60 kB', configOf(37_000, 10)],
      ['1 MB', largeConfig()],
    ]) {
      const named = { ...config, metadata: { ...config.metadata, name: `fn-${rows.length}` } }
      await store(server.url, named)
      const address = `${server.url}/projects/${project}/functions/${named.metadata.name}`
      for (const [place, open] of Object.entries(places)) {
        const page = await browser.newPage({
          viewport: { width: 1366, height: 768 },
          reducedMotion: 'reduce',
        })
        await page.addInitScript(watchWords, { field, place })
        await open(page, address)
        for (const [index, key] of [...words].entries()) {
          await page.keyboard.press(key)
          await page.waitForFunction((count) => window.findings.length > count, index)
        }
        const took = await page.evaluate(() => window.findings)
        // The first words also make room for themselves, and the list of problems comes up.
        rows.push(summary(`key to ${place}, ${size}`, 50, took, `${words.length} keys, painted`))
        await page.close()
      }
    }
    return rows
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function store(url, config) {
  const answer = await fetch(`${url}/api/functions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(config),
  })
  if (!answer.ok) throw new Error(`the function was answered ${answer.status}: ${await answer.text()}`)
}

/** Where words about what is wrong stand, and how a page comes to be ready for the keys. */
const places = {
  'the words beside the field': openForm,
  'the list of problems': async (page, address) => {
    await openForm(page, address)
    await page.keyboard.press('x')
    await page.getByRole('button', { name: '1 problem' }).click()
    await page.getByRole('dialog', { name: 'What the server would refuse' }).waitFor()
    // A press would close the list.
    await page.locator(`[id="${field}"]`).evaluate((input) => input.focus())
    await page.keyboard.press('Backspace')
    await page.evaluate(() => window.beginAnew())
  },
  'the mark in the YAML': openYaml,
  'the problems below the YAML': openYaml,
}

async function openForm(page, address) {
  await page.goto(`${address}/configuration#${field}`)
  const input = page.locator(`[id="${field}"]`)
  await input.waitFor()
  await page.waitForTimeout(1_500)
  await input.fill('')
}

async function openYaml(page, address) {
  await page.goto(`${address}/yaml`)
  const editor = page.getByRole('textbox', { name: /^YAML of / })
  await editor.waitFor({ state: 'attached' })
  await page.waitForTimeout(1_500)
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+f')
  const find = page.getByRole('textbox', { name: 'Find', exact: true })
  await find.fill('eventTimeout: 5s')
  await find.press('Enter')
  await find.press('Escape')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.evaluate(() => window.beginAnew())
}

/** Runs in the page: notes how long after a key what is said about the text typed so far is painted. */
function watchWords({ field, place }) {
  const seen = []
  window.findings = seen
  let key
  let typed = ''
  let width = 0
  window.beginAnew = () => {
    typed = ''
    width = 0
    key = undefined
    seen.length = 0
  }
  window.addEventListener(
    'keydown',
    ({ timeStamp, key: name }) => {
      if (name.length !== 1) return
      key = timeStamp
      typed += name
    },
    true,
  )
  const isSaidIn = (selector) =>
    [...document.querySelectorAll(selector)].some(({ textContent }) =>
      textContent.includes(JSON.stringify(typed)),
    )
  const isShown = {
    'the words beside the field': () => isSaidIn(`[data-field="${field}"]`),
    'the list of problems': () => isSaidIn('[role="dialog"][popover]'),
    'the problems below the YAML': () => isSaidIn('[role="region"][aria-label="Problems"]'),
    // It is as wide as what is typed is long.
    'the mark in the YAML': () => {
      const marks = [...document.querySelectorAll('.monaco-editor .squiggly-error')]
      const widest = Math.max(0, ...marks.map((mark) => mark.offsetWidth))
      if (widest <= width) return false
      width = widest
      return true
    },
  }[place]
  new MutationObserver(() => {
    if (key === undefined || !isShown()) return
    const pressed = key
    key = undefined
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => seen.push(performance.now() - pressed)
      channel.port2.postMessage(null)
    })
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
}

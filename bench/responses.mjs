// What large answers of a function cost the page: the longest task of the main thread while they come, are shown, searched, scrolled and compared.
import { startBrowser } from './browser.mjs'
import { deployNode, startServer } from './server.mjs'
import { summary } from './summary.mjs'

const target = 200
const runs = 3
const patience = 180_000
const name = 'large'

/** `/rows/many` differs from `/rows` in every row, `/rows/some` in a few and in their order. */
const source = `
const rows = Array.from({ length: 100000 }, (_, id) => ({ id, name: 'row ' + id, tags: ['a', 'b'] }))
const json = (value) => Buffer.from(JSON.stringify(value))
const lines = (text) => Buffer.alloc(50000000, text + ' of text that is as long as many are\\n')
const bodies = {
  '/rows': [json(rows), 'application/json'],
  '/rows/some': [json([...rows.slice(1000), ...rows.slice(0, 100)].map((row) => row.id % 997 ? row : { ...row, name: 'other' })), 'application/json'],
  '/rows/many': [json(rows.map((row) => ({ ...row, name: 'other ' + row.id }))), 'application/json'],
  '/whole': [json(Array.from({ length: 1000000 }, (_, id) => ({ id, name: 'row ' + id, tags: ['a', 'b'] }))), 'application/json'],
  '/text': [lines('a line'), 'text/plain'],
  '/text/other': [lines('another'), 'text/plain'],
  '/line': [Buffer.alloc(200000, 'one line of many words '), 'text/plain'],
  '/html': [Buffer.alloc(9900000, '<p>A paragraph of a <b>page</b></p>\\n'), 'text/html'],
  '/code': [Buffer.alloc(9900000, 'const one = { two: "three" } // four\\n'), 'text/javascript'],
  '/colours': [Buffer.alloc(100000, 'const one = { two: "three" } // four\\n'), 'text/javascript'],
  '/form': [Buffer.from(Array.from({ length: 700000 }, (_, id) => 'n' + id + '=a+b').join('&')), 'application/x-www-form-urlencoded'],
}
exports.handler = (context, event) => {
  const [body, type] = bodies[event.path]
  context.callback(new context.Response(body, {}, type, 200))
}
`

/** Measures everything; rows of `{what, target, median, worst, judged, how}`, milliseconds. */
export async function measure() {
  const server = await startServer()
  const browser = await startBrowser()
  try {
    await deployNode(server.url, name, source)
    const rows = []
    for (const { what, how, act } of acts) {
      const values = await measured(browser, `${server.url}/projects/default/functions/${name}/console`, act)
      console.log(`${what}: ${values.map((each) => Math.round(each)).join(', ')} ms`)
      const times = `${runs} times, the first without the code: ${how}`
      rows.push(summary(`longest task, ${what}`, target, values, times, 'worst'))
    }
    return rows
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** The longest task of each run, in a page of its own that has loaded nothing for it before the first. */
async function measured(browser, url, act) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    await page.addInitScript(watchTasks)
    await page.goto(url)
    await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
    const response = page.getByRole('region', { name: 'Response', exact: true })
    const took = []
    for (let run = 0; run < runs; run += 1) {
      await page.evaluate(() => window.longestTask())
      await act(page, response)
      took.push(await page.evaluate(() => window.longestTask()))
    }
    return took
  } finally {
    await context.close()
  }
}

const acts = [
  {
    what: '100,000 rows of JSON',
    how: 'sent, shown, searched, scrolled',
    act: async (page, response) => {
      await send(page, response, '/rows')
      await response.getByText('100,001 rows').waitFor()
      await walkTree(response, 'row 99998')
    },
  },
  {
    what: '52 MB of JSON',
    how: 'sent, its beginning, all of it, searched, scrolled, as text',
    act: async (page, response) => {
      await send(page, response, '/whole')
      await response.getByRole('button', { name: /^Show the first/ }).click()
      await response.getByText('Only the first').waitFor()
      await response.getByRole('button', { name: 'Show all of it' }).click()
      await response.getByText('1,000,001 rows').waitFor()
      await walkTree(response, 'row 999998')
      await response.getByLabel('Show the body as').selectOption('text')
      await scrollText(response)
      await response.getByLabel('Show the body as').selectOption('tree')
    },
  },
  {
    what: 'the first part of 50 MB of text',
    how: 'sent, shown, scrolled',
    act: (page, response) => showText(page, response, /^Show the first/),
  },
  {
    what: 'all of 50 MB of text',
    how: 'sent, shown, scrolled',
    act: (page, response) => showText(page, response, 'Show all of it'),
  },
  {
    what: 'one line of 200 kB',
    how: 'sent, shown',
    act: async (page, response) => {
      await send(page, response, '/line')
      await response.getByText('one line of many words').waitFor()
    },
  },
  {
    what: '9.9 MB of HTML',
    how: 'sent, drawn, as text, scrolled',
    act: async (page, response) => {
      await send(page, response, '/html')
      await response.frameLocator('iframe').getByText('A paragraph').last().waitFor()
      await response.getByLabel('Show the body as').selectOption('text')
      await scrollText(response)
      await response.getByLabel('Show the body as').selectOption('preview')
    },
  },
  {
    what: '100 kB of code',
    how: 'sent, coloured, scrolled',
    act: async (page, response) => {
      await send(page, response, '/colours')
      await body(response).locator('span').first().waitFor()
      await scroll(body(response))
    },
  },
  {
    what: '9.9 MB of code',
    how: 'sent, shown, scrolled',
    act: async (page, response) => {
      await send(page, response, '/code')
      await scrollText(response)
    },
  },
  {
    what: 'a form of 700,000 fields',
    how: 'sent, shown, scrolled',
    act: async (page, response) => {
      await send(page, response, '/form')
      await response.getByText('700,000 fields').waitFor()
      await scroll(body(response))
    },
  },
  {
    what: '100,000 rows compared, a few differ',
    how: 'both sent, compared, a place ignored',
    act: (page, response) => compareRows(page, response, 'some'),
  },
  {
    what: '100,000 rows compared, all differ',
    how: 'both sent, compared, a place ignored',
    act: (page, response) => compareRows(page, response, 'many'),
  },
  {
    what: '50 MB of text compared, all differs',
    how: 'both sent, compared',
    act: async (page, response) => {
      await sendBoth(page, response, '/text', '/text/other')
      await response.getByText(/lines, the first/).waitFor()
      await response.getByRole('tab', { name: 'Body' }).click()
    },
  },
]

const body = (response) => response.getByRole('region', { name: 'Body of the response' })

/** Sends, and waits until that was answered: what was shown before is gone with the mark of the answer before. */
async function send(page, response, path) {
  await page.getByRole('textbox', { name: 'Path and query' }).fill(path)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('section[aria-label=Response][aria-busy=false]').getByText('200 OK').waitFor()
}

async function scroll(box) {
  for (let jump = 0; jump < 20; jump += 1)
    await box.evaluate(
      (element, at) => element.scrollTo({ top: element.scrollHeight * at }),
      (jump * 0.37) % 1,
    )
}

async function walkTree(response, sought) {
  const search = response.getByRole('searchbox', { name: 'Search in the JSON' })
  await search.fill(sought)
  await response.getByText('1 of 1').waitFor()
  await scroll(response.getByRole('tree'))
  await search.fill('')
}

async function scrollText(response) {
  await response.getByText(/^[\d,]+ rows; long lines/).waitFor()
  await scroll(body(response))
}

async function showText(page, response, button) {
  await send(page, response, '/text')
  await response.getByRole('button', { name: button }).click()
  await scrollText(response)
}

/** Sends both and compares the second with the first, not with the second of an earlier run. */
async function sendBoth(page, response, first, second) {
  await send(page, response, first)
  await send(page, response, second)
  await response.getByRole('tab', { name: 'Compare' }).click()
  const others = response.getByLabel('Compare with the response of')
  const option = others
    .locator('option')
    .filter({ hasText: `POST ${first} ·` })
    .first()
  await others.selectOption(await option.getAttribute('value'))
}

async function compareRows(page, response, which) {
  await sendBoth(page, response, '/rows', `/rows/${which}`)
  const differences = response.getByRole('region', { name: 'Differences of the body' })
  await differences.getByText(/places/).waitFor()
  await differences
    .getByRole('button', { name: /^Ignore / })
    .first()
    .click()
  await response.getByRole('button', { name: /^Compare \$.* again$/ }).waitFor()
  await differences.getByText(/places/).waitFor()
  await response
    .getByRole('button', { name: /^Compare \$.* again$/ })
    .first()
    .click()
  await response.getByRole('tab', { name: 'Body' }).click()
}

/**
 * Runs in the page: tells the longest task of the main thread since it was last asked, once there is nothing left to do. The browser
 * tells none under 50 ms.
 */
function watchTasks() {
  let longest = 0
  const take = (entries) => {
    for (const { duration } of entries) longest = Math.max(longest, duration)
  }
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ type: 'longtask', buffered: true })
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }))
  window.longestTask = async () => {
    // A task is told after it: what was being drawn has to be over, too.
    for (let turn = 0; turn < 3; turn += 1) await idle()
    take(observer.takeRecords())
    const told = longest
    longest = 0
    return told
  }
}

// The list of functions at 10, 1,000 and 10,000 of them (3.5 kB of JSON each).
import { mainThreadDuring, startBrowser, watchPage } from './browser.mjs'
import { startServer } from './server.mjs'
import { summary } from './summary.mjs'

const sizes = [
  { count: 10, firstRow: 350 },
  { count: 1_000, firstRow: 450 },
  { count: 10_000, firstRow: 1_000 },
]
const visits = 7
const polls = 5
const patience = 120_000

/** Measures everything; rows of `{what, target, median, worst, how}`, milliseconds. */
export async function measure() {
  const rows = []
  const browser = await startBrowser()
  try {
    for (const size of sizes) rows.push(...(await measureSize(browser, size)))
  } finally {
    await browser.close()
  }
  return rows
}

async function measureSize(browser, { count, firstRow }) {
  const project = 'bench'
  const named = (what) => `${what}, ${count.toLocaleString('en')} functions`
  const server = await startServer()
  try {
    await server.seed(count, project)
    const url = `${server.url}/projects/${project}/functions`
    // The first visit also warms the server up, as the second request of a person finds it.
    await visit(browser, url, async () => undefined)
    const firstRows = []
    const afterwards = []
    for (let run = 0; run < visits; run += 1)
      await visit(browser, url, async (page) => {
        await settle(page)
        const { firstRow: at, longTasks } = await page.evaluate(() => window.bench)
        firstRows.push(at)
        afterwards.push(
          Math.max(0, ...longTasks.filter((task) => task.startTime >= at).map((task) => task.duration)),
        )
      })
    const rows = [
      summary(named('navigation to the first row'), firstRow, firstRows, `${visits} visits, empty cache`),
      summary(named('longest task after it'), 50, afterwards, 'tasks of 50 ms and less count as 0'),
    ]
    await visit(browser, url, async (page) => {
      await settle(page)
      rows.push(summary(named('keystroke in the filter'), 50, await typing(page), 'key to paint'))
      const { longest, total } = await polling(browser, page)
      rows.push(
        summary(named('poll without news, main thread'), 16, total, `${polls} polls, all tasks together`),
        summary(named('poll without news, longest task'), 16, longest, `${polls} polls`),
      )
    })
    return rows
  } finally {
    await server.stop()
  }
}

async function visit(browser, url, look) {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    await page.addInitScript(watchPage)
    await page.goto(url)
    await page.waitForFunction(() => window.bench.firstRow !== undefined)
    await look(page)
  } finally {
    await context.close()
  }
}

/** Until whatever follows the first row is over. */
async function settle(page) {
  await page.waitForTimeout(1_500)
}

async function typing(page) {
  await page.getByRole('searchbox').focus()
  const words = 'golang function-00'
  for (const key of [...words, ...Array.from(words, () => 'Backspace')]) {
    const before = await page.evaluate(() => window.bench.keys.length)
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await page.waitForFunction((count) => window.bench.keys.length > count, before)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(500)
  return page.evaluate(() => window.bench.keys)
}

async function polling(browser, page) {
  const longest = []
  const total = []
  for (let run = 0; run < polls; run += 1) {
    // What is asked again when the page is seen again is what a poll asks.
    await page.waitForTimeout(2_500)
    const during = await mainThreadDuring(browser, page, async () => {
      const answered = page.waitForEvent('requestfinished', (request) =>
        new URL(request.url()).pathname.endsWith('/api/functions'),
      )
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
      await answered
      await page.waitForTimeout(1_500)
    })
    longest.push(during.longest)
    total.push(during.total)
  }
  return { longest, total }
}

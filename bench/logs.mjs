// The log of a function under load: lines come over HTTP into the production build, as fast as asked for.
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'

import { startBrowser } from './browser.mjs'
import { startLogFront } from './log-generator.mjs'
import { deployNode, startServer } from './server.mjs'
import { summary } from './summary.mjs'

const name = 'logs-bench'
const replicas = 3
const perSecond = 50_000
const seconds = Number(process.env.LOG_BENCH_SECONDS ?? 60)
const burst = 40_000
const held = 1_000_000
const jumps = 120
const patience = 120_000

/** Measures everything; rows of `{what, target, median, worst, how}`, milliseconds unless they say otherwise. */
export async function measure() {
  const server = await startServer()
  try {
    await deployNode(server.url, name, 'exports.handler = (context) => context.callback("ok")')
    return [...(await sustained(server.url)), ...(await burstOnce(server.url)), ...(await full(server.url))]
  } finally {
    await server.stop()
  }
}

/** Lines at a steady rate, followed at the end of the log. */
async function sustained(target) {
  return withLog({ target }, 'now', async (page, front) => {
    await settle(page)
    await startWatching(page)
    const before = await linesHeld(page)
    const written = await front.write(perSecond, seconds)
    const rate = written / seconds
    const from = Date.now()
    await page.waitForFunction((wanted) => window.logLines() >= wanted, Math.min(before + written, held), {
      timeout: patience,
      polling: 50,
    })
    const behind = Date.now() - from
    const { longest, at, p95 } = await watched(page)
    const how = `${Math.round(rate).toLocaleString('en')} lines/s for ${seconds} s, ${replicas} replicas`
    return [
      summary(
        'longest task while lines come',
        50,
        [longest],
        `${how}; tasks of 50 ms and less count as 0${place(longest, at)}`,
      ),
      summary('p95 frame while lines come', 34, [p95], how),
      summary('last line shown after it was written', 2_000, [behind], how),
    ]
  })
}

/** Many lines at once into a log that stands still. */
async function burstOnce(target) {
  return withLog({ target }, 'now', async (page, front) => {
    await settle(page)
    await startWatching(page)
    const before = await linesHeld(page)
    const from = Date.now()
    front.burst(burst)
    const wanted = before + Math.floor(burst / replicas) * replicas
    await page.waitForFunction((lines) => window.logLines() >= lines, wanted, {
      timeout: patience,
      polling: 20,
    })
    const took = Date.now() - from
    const { longest } = await watched(page)
    const how = `${burst.toLocaleString('en')} lines at once`
    return [
      summary('burst until all of it is in the view', 2_000, [took], how),
      summary('longest task in a burst', 50, [longest], `${how}; tasks of 50 ms and less count as 0`),
    ]
  })
}

/** A log as long as a page holds: what it takes, how it is searched and scrolled. */
async function full(target) {
  const lines = Math.floor(held / replicas)
  return withLog({ target, lines }, 'all', async (page, _front, { before }) => {
    const wanted = lines * replicas
    const from = Date.now()
    await page.waitForFunction((count) => window.logLines() >= count, wanted, {
      timeout: patience,
      polling: 50,
    })
    const loaded = Date.now() - from
    await settle(page)
    const memory = rendererMemory() - before
    const how = `${wanted.toLocaleString('en')} lines of 130 bytes`

    const search = page.getByRole('searchbox', { name: 'Search the log' })
    await page.getByRole('button', { name: 'Regular expression' }).click()
    await startWatching(page)
    const typed = Date.now()
    await search.fill('row": [0-9]*77\\}')
    const said = page.locator('#log-search-said')
    await page.waitForFunction(() => /\d/.test(document.querySelector('#log-search-said')?.textContent ?? ''))
    const first = Date.now() - typed
    await said.getByText(/^[\d,]+ matches$/).waitFor({ timeout: patience })
    const all = Date.now() - typed
    const searching = await watched(page)
    await search.fill('')

    await startWatching(page)
    const grid = page.getByRole('grid', { name: 'Lines of the log' })
    const jumped = []
    for (let jump = 1; jump <= jumps; jump += 1) {
      // Spread over the log, the same each time.
      const at = (jump * 0.618034) % 1
      jumped.push(await grid.evaluate(jumpTo, at))
    }
    const { longest, at, p95 } = await watched(page)
    return [
      summary('until all of a full log is held', 15_000, [loaded], how),
      { ...summary('memory of the page for it', 350, [memory], how), unit: 'MB' },
      summary('regular expression, first hits', 500, [first], how),
      summary('regular expression, all hits', 5_000, [all], how),
      summary('longest task while searching', 50, [searching.longest], how),
      summary('jump to rows in view', 250, jumped, `${jumps} jumps over ${how}`),
      summary(
        'longest task while scrolling',
        50,
        [longest],
        `${jumps} jumps over ${how}${place(longest, at)}`,
      ),
      summary('p95 frame while scrolling', 34, [p95], `${jumps} jumps over ${how}`),
    ]
  })
}

/** Opens the log of the function behind a front that writes it. */
async function withLog(options, from, act) {
  const front = await startLogFront({ ...options, name, replicas })
  const browser = await startBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
    await page.addInitScript(watchLog)
    await page.goto(`${front.url}/projects/default/functions/${name}/logs?from=now`)
    // What is written before the streams are open does not count as new.
    await page.getByRole('button', { name: 'Follow new lines: live' }).waitFor()
    await settle(page)
    const before = rendererMemory()
    if (from !== 'now') await page.getByLabel('From where the log is read').selectOption(from)
    return await act(page, front, { before })
  } finally {
    await browser.close()
    await front.stop()
  }
}

/** Megabytes that the page's process has for itself: arrays of its threads are not in the heap that the browser tells of. */
function rendererMemory() {
  const pids = execFileSync('pgrep', ['-f', 'type=renderer'], { encoding: 'utf8' }).trim().split('\n')
  const sizes = pids.map((pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1000
    } catch {
      return 0
    }
  })
  return Math.max(...sizes)
}

const place = (longest, at) => (longest > 0 ? `; it began ${at} ms after the start` : '')

const linesHeld = (page) => page.evaluate(() => window.logLines())

/** Until the page has had nothing to do for a while. */
const settle = (page) =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5_000 })))

const startWatching = (page) =>
  page.evaluate(() => {
    // What was before is not told later.
    window.logWatch.drain()
    window.logWatch.longest = 0
    window.logWatch.frames = []
    window.logWatch.from = performance.now()
  })

const watched = (page) =>
  page.evaluate(() => {
    window.logWatch.drain()
    window.logWatch.from = Infinity
    const frames = window.logWatch.frames.toSorted((a, b) => a - b)
    return {
      longest: Math.round(window.logWatch.longest),
      // Where in time to look for it.
      at: Math.round(window.logWatch.longestAt),
      p95: Math.round(frames[Math.floor(frames.length * 0.95)] ?? 0),
    }
  })

/** Runs in the page: milliseconds until the rows of that place are drawn. */
function jumpTo(box, at) {
  return new Promise((resolve) => {
    const began = performance.now()
    const first = () =>
      box.querySelector('[aria-rowindex]:not([aria-rowindex="1"])')?.getAttribute('aria-rowindex')
    const before = first()
    box.scrollTo({ top: (box.scrollHeight - box.clientHeight) * at })
    const look = () => {
      if (first() !== before || performance.now() - began > 2_000) resolve(performance.now() - began)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Runs in the page before everything else: long tasks, frames, and how many lines the page says it holds. */
function watchLog() {
  const watch = { longest: 0, longestAt: 0, frames: [], from: Infinity, drain: () => undefined }
  window.logWatch = watch
  const note = (entries) => {
    for (const { startTime, duration } of entries) {
      if (startTime < watch.from || duration <= watch.longest) continue
      watch.longest = duration
      watch.longestAt = startTime - watch.from
    }
  }
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  observer.observe({ type: 'longtask', buffered: true })
  watch.drain = () => note(observer.takeRecords())
  let last = performance.now()
  const frame = (now) => {
    if (last >= watch.from) watch.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  // Those that were let go of came, too.
  window.logLines = () => {
    const said = [...document.querySelectorAll('p span')].map(({ textContent }) => textContent ?? '')
    const number = (pattern) => {
      const found = said.map((text) => pattern.exec(text)?.[1]).find((text) => text !== undefined)
      return Number(found?.replaceAll(',', '') ?? 0)
    }
    return number(/([\d,]+) lines?$/) + number(/^The ([\d,]+) oldest lines/)
  }
}

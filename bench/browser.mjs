import { chromium } from '@playwright/test'

import { findChromium } from '../scripts/find-chromium.mjs'

/** Headless Chromium, reaching nothing but this machine. */
export async function startBrowser() {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/**
 * What the main thread of a page did while something was done: milliseconds of its longest task, and of all its tasks.
 * @param {import('@playwright/test').Browser} browser
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} act
 */
export async function mainThreadDuring(browser, page, act) {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const isMain = new Set(
    traceEvents
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  // Other pages are closed while this runs, so the busiest main thread is that of the page.
  const byThread = new Map()
  for (const { name, pid, tid, dur } of traceEvents) {
    if (!/RunTask$/.test(name) || dur === undefined || !isMain.has(`${pid} ${tid}`)) continue
    const sums = byThread.get(`${pid} ${tid}`) ?? { longest: 0, total: 0 }
    byThread.set(`${pid} ${tid}`, sums)
    sums.longest = Math.max(sums.longest, dur / 1000)
    sums.total += dur / 1000
  }
  const busiest = [...byThread.values()].sort((a, b) => b.total - a.total)[0]
  if (!busiest) throw new Error('the trace holds no task of the page')
  return busiest
}

/** Runs in the page before everything else: notes when the first row was painted, long tasks, and how long keys take. */
export function watchPage() {
  const seen = { firstRow: undefined, longTasks: [], keys: [] }
  window.bench = seen
  const painted = (then) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => then(performance.now())
      channel.port2.postMessage(null)
    })
  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('tbody a')) return
    observer.disconnect()
    painted((at) => {
      seen.firstRow = at
    })
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.longTasks.push({ startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
  window.addEventListener('keydown', ({ timeStamp }) => painted((at) => seen.keys.push(at - timeStamp)), true)
}

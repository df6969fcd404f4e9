import { gzipSync } from 'node:zlib'

import { expect, test } from './fixtures'

interface Fetched {
  url: string
  /** Bytes after gzip, as a browser that accepts it gets them. */
  size: number
  beforeFirstRow: boolean
}

/** Kilobytes as the budgets count them. */
const kB = (files: Fetched[]) => files.reduce((sum, { size }) => sum + size, 0) / 1000

test('the functions list stays within its byte budget', async ({ page, platform, unique }, testInfo) => {
  const project = unique('budget')
  await platform.createProject(project)
  await platform.control('POST', 'seed', { count: 20, project })
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (!document.querySelector('tbody a')) return
      performance.mark('first row')
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  const bodies = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) bodies.set(response.url(), response.body())
  })

  await page.goto(`/projects/${project}/functions`)
  await expect(page.getByRole('row')).not.toHaveCount(0)
  await page.waitForLoadState('networkidle')

  const timings = await page.evaluate(() => {
    const firstRow = performance.getEntriesByName('first row')[0]?.startTime ?? 0
    return performance.getEntriesByType('resource').map((entry) => ({
      url: entry.name,
      before: (entry as PerformanceResourceTiming).responseEnd <= firstRow,
    }))
  })
  const files: Fetched[] = []
  for (const [url, body] of bodies) {
    const beforeFirstRow = timings.find((timing) => timing.url === url)?.before ?? true
    files.push({ url, size: gzipSync(await body, { level: 9 }).length, beforeFirstRow })
  }
  const scripts = files.filter(({ url }) => url.endsWith('.js'))
  const styles = files.filter(({ url }) => url.endsWith('.css'))
  const figures = {
    'JS before the first row': kB(scripts.filter(({ beforeFirstRow }) => beforeFirstRow)),
    'JS of the whole route': kB(scripts),
    CSS: kB(styles),
  }
  console.log(
    Object.entries(figures)
      .map(([name, size]) => `${name} ${size.toFixed(1)} kB`)
      .join(' · '),
  )
  await testInfo.attach('bytes', {
    body: files
      .map(({ url, size, beforeFirstRow }) => `${size} ${beforeFirstRow ? 'before' : 'after'} ${url}`)
      .join('\n'),
  })
  expect(figures['JS before the first row']).toBeGreaterThan(50)
  expect(figures['JS before the first row']).toBeLessThanOrEqual(180)
  expect(figures['JS of the whole route']).toBeLessThanOrEqual(240)
  expect(figures.CSS).toBeLessThanOrEqual(15)
  expect(files.map(({ url }) => url).filter((url) => /monaco/i.test(url))).toEqual([])
})

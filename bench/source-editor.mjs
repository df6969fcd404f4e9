// What a source of a megabyte costs the editor: from a key in the middle of it to the paint, and the longest task while it is typed in.
import { startBrowser } from './browser.mjs'
import { startServer } from './server.mjs'
import { summary } from './summary.mjs'

const keys = 60
const project = 'default'

/** Measures everything; rows of `{what, target, median, worst, how}`, milliseconds. */
export async function measure() {
  const server = await startServer()
  const browser = await startBrowser()
  try {
    const rows = []
    for (const [size, bytes] of [
      ['10 kB', 10_000],
      ['1 MB', 1_000_000],
    ]) {
      const name = `fn-${bytes}`
      await store(server.url, name, bytes)
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
      await page.addInitScript(watchTyping)
      await page.goto(`${server.url}/projects/${project}/functions/${name}/code#line-${bytes / 80}`)
      await page.getByRole('textbox', { name: /^Source of / }).waitFor({ state: 'attached' })
      await page.waitForTimeout(1_500)
      // What is loaded with the first keys is loaded once.
      await typeInto(page, 'first words ')
      const quick = await typeInto(
        page,
        'a comment that goes on for a while, as one types it down '.slice(0, keys),
      )
      rows.push(
        summary(`key to paint, ${size}`, 50, quick.keys, `${quick.keys.length} keys, one after the other`),
      )
      rows.push(
        summary(`longest task under the keys, ${size}`, 100, [quick.longest], `${quick.keys.length} keys`),
      )
      const calm = await typeInto(page, 'a b c d e f g h i j ', 400)
      rows.push(summary(`key to paint, keys with rests, ${size}`, 50, calm.keys, `${calm.keys.length} keys`))
      rows.push(
        summary(`longest task at rest, ${size}`, 100, [calm.longest], `${calm.keys.length} keys with rests`),
      )
      await page.close()
    }
    return rows
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function store(url, name, bytes) {
  const line = `// ${'a line of source that says nothing '.repeat(3)}`.slice(0, 39)
  const source = `${line}\n`.repeat(bytes / 40)
  const answer = await fetch(`${url}/api/functions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      metadata: {
        name,
        namespace: 'nuclio',
        labels: { 'nuclio.io/project-name': project },
        annotations: { 'skip-build': 'true', 'skip-deploy': 'true' },
      },
      spec: {
        runtime: 'nodejs',
        handler: 'main:handler',
        build: { functionSourceCode: Buffer.from(source).toString('base64') },
      },
    }),
  })
  if (!answer.ok) throw new Error(`the function was answered ${answer.status}: ${await answer.text()}`)
}

/** Types a text, each key held for so many milliseconds; answers how long each key took to be painted, and the longest task. */
async function typeInto(page, text, rest = 0) {
  await page.evaluate(() => window.typing.begin())
  for (const [index, key] of [...text].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: rest })
    await page.waitForFunction((count) => window.typing.keys.length > count, index)
  }
  return page.evaluate(() => window.typing.end())
}

/** Runs in the page: notes how long after each key it is painted, and the longest task; the browser tells of none under 50 ms. */
function watchTyping() {
  const tasks = []
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()))
  observer.observe({ type: 'longtask' })
  let began = 0
  window.typing = {
    keys: [],
    begin() {
      began = performance.now()
      window.typing.keys = []
    },
    end() {
      tasks.push(...observer.takeRecords())
      const longest = Math.max(
        0,
        ...tasks.filter((task) => task.startTime >= began).map(({ duration }) => duration),
      )
      return { keys: window.typing.keys, longest }
    },
  }
  window.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => window.typing.keys.push(performance.now() - timeStamp)
        channel.port2.postMessage(null)
      }),
    true,
  )
}

import { DashboardServer } from './server'
import { expect, test } from './fixtures'
import { deployWriter, download, line, openLog, serverLog, write } from './logs-tab'
import { PlatformClient } from './platform'

/** A hundred take minutes: that is for `npm run test:slow`. */
const cuts = Number(process.env['LOG_CUTS'] ?? 12)
/** Numbers from 0 to 1, the same ones for a seed. */
function random(from: number): () => number {
  let state = from
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test('cuts at any byte lose and double nothing, of two replicas and of equal lines', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_(?:RESET|CLOSED)|ERR_EMPTY_RESPONSE/)
  const { name, path } = await deployWriter(platform, unique, 2)
  // Another one each time; `SEED=…` plays one again.
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const next = random(seed)
  try {
    // What is printed has no time of its own: of two replicas, only a filter tells where to look for a record. Gaps are shown all the same.
    await page.goto(`${path}?from=all&q=${encodeURIComponent('is over|last line')}&match=r&show=matching`)
    // Each request takes one cut, and more has to come until there are none left.
    for (let round = 1, left = cuts; left > 0 || (await platform.faultsLeft()) > 0; round += 1) {
      const some = Math.min(left, 4)
      left -= some
      await platform.control('POST', 'faults', cutsOf(name, some, next))
      if (round % 4 === 2) for (let i = 0; i < 2; i += 1) await write(platform, name, '/same', '1000')
      await write(platform, name, '/lines', '500')
      await write(platform, name, '/lines', '500')
      await write(platform, name, '/write', `half a line é${round}`)
      await write(platform, name, '/write', ' and its end ✓\n')
      await write(platform, name, '/say', `round ${round} is over`)
      await expect(line(page, `round ${round} is over`)).toBeVisible({ timeout: 30_000 })
    }
    await write(platform, name, '/say', 'that was the last line')
    await expect(line(page, 'that was the last line')).toBeVisible()
    await expect(line(page, /may be missing/)).toHaveCount(0)
    for (const replica of (await replicasOf(platform, name)) ?? [])
      // The other one may still be coming back from its last cut.
      await expect(async () => {
        const held = await download(page, `Every byte of ${replica}`)
        expect(
          held.equals(await serverLog(platform, name, replica)),
          `the bytes of ${replica}, seed ${seed}`,
        ).toBe(true)
      }).toPass({ timeout: 30_000 })
  } finally {
    await platform.control('DELETE', 'faults')
  }
})

test('behind a server that holds streams back and cuts quiet ones every line comes, once', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE/)
  const { name, path } = await deployWriter(platform, unique)
  await platform.control('POST', 'buffering', { bytes: 8192, quietCut: 1500 })
  try {
    await openLog(page, path)
    for (let round = 1; round <= 4; round += 1) {
      await write(platform, name, '/lines', '5')
      await expect(line(page, `line ${round * 5} ends here`)).toBeVisible()
    }
    const shown = await line(page, /line \d+ ends here/).allTextContents()
    const numbers = shown.map((text) => Number(/line (\d+) ends/.exec(text)?.[1]))
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
    await expect(line(page, /may be missing/)).toHaveCount(0)
  } finally {
    await platform.control('DELETE', 'buffering')
  }
})

test('over the end and a new start of the server nothing is lost or doubled', async ({
  page,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_|status of 5\d\d/)
  const first = await DashboardServer.start()
  const { port } = new URL(first.url)
  let platform = new PlatformClient(first.url)
  const { name, path } = await deployWriter(platform, unique)
  await openLog(page, `${first.url}${path}?from=all`)
  await write(platform, name, '/lines', '500')
  await expect(line(page, 'line 500 ends here')).toBeVisible()
  await first.crash()
  const second = await DashboardServer.start({ PORT: port }, first.dataDirectory)
  try {
    platform = new PlatformClient(second.url)
    await expect
      .poll(() =>
        write(platform, name, '/lines', '40').then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    await write(platform, name, '/say', 'that was the last line')
    await expect(line(page, 'that was the last line')).toBeVisible({ timeout: 30_000 })
    const held = await download(page, 'Every byte as it was sent')
    expect(held.equals(await serverLog(platform, name, `nuclio-nuclio-${name}`))).toBe(true)
  } finally {
    await page.goto('about:blank')
    await second.dispose()
  }
})

function cutsOf(name: string, count: number, next: () => number): object[] {
  return Array.from({ length: count }, () => ({
    path: `/api/functions/${name}/logs`,
    cutAfter: 30_000 + Math.floor(next() * 30_000),
  }))
}

async function replicasOf(platform: PlatformClient, name: string): Promise<string[] | null> {
  const answer = await platform.send('GET', `/api/functions/${name}/replicas`)
  return ((await answer.json()) as { names: string[] | null }).names
}

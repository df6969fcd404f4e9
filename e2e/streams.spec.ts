import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

import { expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'
import { expectDone, lookTimes, shardRow, streamFunction, type StreamFunction } from './streams'

const figure = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd')

const noSideways = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

test('a newcomer deploys a reader, puts records in, and sees the lag grow and drain', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('streams')
  await platform.createProject(project)
  await page.goto(`/projects/${project}/functions`)
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Streams' }).click()
  await expect(page.getByRole('heading', { name: 'No function here reads a stream' })).toBeVisible()
  await expect(page.getByText('kind: v3ioStream')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Deploy a sample' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^stream-reader(-\d+)?@visits$/ })).toBeVisible()
  await expect(page).toHaveTitle(/@visits · stream · /)
  await expect(shardRow(page, 7)).toBeVisible()
  await expect(figure(page, 'Lag')).toHaveText(/^0/)

  await page.getByRole('textbox', { name: 'Records a second' }).fill('0')
  await expect(page.getByText('From 1 to 10,000')).toBeVisible()
  await page.getByRole('textbox', { name: 'Records a second' }).fill('400')
  await page.getByLabel('Seconds').fill('600')
  await page.getByRole('button', { name: 'Put records' }).click()
  await expect(page.getByText(/put in, 400\/s, \d+ min( \d+ s)? left/)).toBeVisible()
  await expect(figure(page, 'Lag')).toHaveText(/^(\d{3,}|\d+,\d+)/)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText(/put in, 400\/s/)).toHaveCount(0)
  await expectAccessible(page)
  await expect(figure(page, 'In')).not.toHaveText('–')
  await expect(figure(page, 'Out')).toHaveText(/\d/)
  await expect(figure(page, 'Lag')).toHaveText(/^0/, { timeout: 60_000 })
  await expect(figure(page, 'Drained')).toHaveText('keeps up')
  await expect(shardRow(page, 0)).toContainText('OK')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save as CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/@visits\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  expect(lines[0]).toBe('time,container,stream,group,shard,committed,current,lag')
  expect(lines.length).toBeGreaterThan(24)
  expect(lines[1]).toMatch(/Z,samples,\/stream-reader.*,readers,0,\d*,\d+,\d+$/)

  // What was seen is there again at once, and nobody asks while asking is off.
  const refresh = page.getByLabel('Refresh')
  await expect(refresh.getByRole('option')).toHaveText(
    ['2 s', '5 s', '15 s', '60 s', 'off'].map((pace) => `Refresh: ${pace}`),
  )
  await refresh.selectOption('0')
  await page.getByLabel('Time shown').selectOption('1h')
  await expect(page).toHaveURL(/range=1h/)
  await page.reload()
  const chart = page.getByRole('img', { name: /^Lag: / })
  await expect(chart).toHaveAccessibleName(/lag 0 now, \d{2,}|lag 0 now, \d+,\d+/)
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(shardRow(page, 0)).toContainText('OK')
  await noSideways(page)
  await expectAccessible(page)
})

test.describe('health', () => {
  let folder: string
  test.beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'streams-e2e-'))))
  test.afterEach(() => rm(folder, { recursive: true, force: true }))

  const block = (shard: number) => writeFile(join(folder, `block-${shard}`), '')
  const unblock = (shard: number) => rm(join(folder, `block-${shard}`), { force: true })

  /** A stream of two shards, whose reader stands still in a shard as long as there is a file that says so. */
  const made = async (platform: PlatformClient, unique: (prefix: string) => string) => {
    const fn = await streamFunction(platform, unique, { shards: 2, folder })
    return { fn, put: (shards: number[]) => fn.put(shards) }
  }

  const open = async (page: Page, fn: StreamFunction) => {
    // Looks come when the test says so: a minute of them takes some seconds.
    await page.clock.install()
    await page.goto(`/projects/${fn.project}/streams/${fn.name}@orders`)
    await expect(shardRow(page, 1)).toBeVisible()
  }

  test('tells by its words what a reader does: OK, WARN, STALL, STOP, REWIND', async ({
    page,
    platform,
    unique,
  }) => {
    const { fn, put } = await made(platform, unique)
    await put([0, 1])
    await expectDone(platform, fn)
    await open(page, fn)
    await expect(shardRow(page, 0)).toContainText('OK')

    await block(0)
    await lookTimes(page, 18, () => put([0, 1, 1]))
    await expect(shardRow(page, 0)).toContainText('STALL')
    await expect(shardRow(page, 0)).toContainText('while other shards go on')
    await expect(shardRow(page, 1)).toContainText('OK')
    await expect(figure(page, 'Held up by')).toHaveText('shard 0, 100 %')
    await expectAccessible(page)

    await fn.update({ disable: true })
    await put([0, 1])
    await lookTimes(page, 18)
    for (const shard of [0, 1]) await expect(shardRow(page, shard)).toContainText('STOP')
    await expect(figure(page, 'Drained')).toHaveText('never at this rate')

    await unblock(0)
    await fn.update({})
    await expectDone(platform, fn)
    await lookTimes(page, 1)
    for (const shard of [0, 1]) await expect(shardRow(page, shard)).toContainText('OK')

    // Between two looks ten come and at most some are handled.
    await writeFile(join(folder, 'slow'), '')
    await lookTimes(page, 24, () => put(Array.from({ length: 20 }, (_, n) => n % 2)))
    for (const shard of [0, 1]) {
      await expect(shardRow(page, shard)).toContainText('WARN')
      await expect(shardRow(page, shard)).toContainText('commits slower than arrivals')
    }
    await expect(figure(page, 'Lag')).toContainText('growing')

    await fn.makeAnew()
    await lookTimes(page, 2)
    await expect(shardRow(page, 0)).toContainText('REWIND')
    await expect(shardRow(page, 0)).toContainText('the stream begins anew')
    await expect(figure(page, 'Health')).toContainText('REWIND')
    await expectAccessible(page)
  })

  test('is UNKNOWN after the tab slept, until it has watched for a while again', async ({
    page,
    platform,
    unique,
  }) => {
    const { fn, put } = await made(platform, unique)
    await put([0, 1])
    await expectDone(platform, fn)
    await open(page, fn)
    await lookTimes(page, 4, () => put([0]))
    await expect(shardRow(page, 0)).toContainText('OK')

    let asked = 0
    page.on('request', (request) => (asked += Number(request.url().endsWith('get_shard_lags'))))
    await page.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
    await block(0)
    await put([0])
    await page.clock.runFor(120_000)
    await expect(shardRow(page, 0)).toContainText('UNKNOWN')
    await expect(shardRow(page, 0)).toContainText('nothing was seen of it lately')
    await expect(figure(page, 'Seen')).toHaveText(/^2 min|^1 min/)
    expect(asked).toBe(0)

    const looked = page.waitForResponse(/get_shard_lags/)
    await page.evaluate(() => {
      Reflect.deleteProperty(document, 'visibilityState')
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    })
    await looked
    await expect(shardRow(page, 0)).toContainText('not watched long enough yet')
    await expect(shardRow(page, 0)).toContainText('UNKNOWN')
    await unblock(0)
  })
})

test('all streams of a project are seen together, what was never committed apart from zero @dialects', async ({
  page,
  platform,
  unique,
}) => {
  const read = await streamFunction(platform, unique, { shards: 4 })
  await read.put([0, 1, 2, 3])
  await expectDone(platform, read)
  const idle = await streamFunction(platform, unique, { shards: 2, project: read.project, disable: true })
  await idle.put([0, 0, 0, 1])

  await page.goto(`/projects/${read.project}/streams`)
  const row = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('link', { name: `${name}@orders` }) })
  await expect(row(read.name)).toContainText(`shop/${read.name}`)
  await expect(row(read.name)).toContainText('OK')
  await expect(row(idle.name)).toContainText('at most 4')
  await expect(row(idle.name)).toContainText('disabled')
  await expect(page.getByText('2 streams')).toBeVisible()
  await expect(figure(page, 'Lag')).toContainText('at most 4')
  await expect(page.getByRole('img', { name: /^Records a second: / })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Lag', exact: true }).click()
  await expect(page).toHaveURL(/sort=lag/)
  await expect(page.getByRole('row').nth(1)).toContainText(read.name)
  await row(idle.name)
    .getByRole('link', { name: `${idle.name}@orders` })
    .click()
  await expect(shardRow(page, 0)).toContainText('never')
  await expect(shardRow(page, 0)).toContainText('at most 3')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/projects/${read.project}/streams`)
  await expect(row(read.name)).toBeVisible()
  await noSideways(page)
  await expectAccessible(page)
})

test('a server that does not tell says what is needed', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of (401|403|404|500)/)
  const fn = await streamFunction(platform, unique, { shards: 1 })
  const address = `/projects/${fn.project}/streams/${fn.name}@orders`
  const lags = { path: '/api/v3io_streams/get_shard_lags', count: 1000 }
  const alert = page.getByRole('alert')

  await platform.control('POST', 'faults', { ...lags, status: 401, body: 'empty' })
  await page.goto(address)
  await expect(alert).toContainText('This server cannot look at streams for you')
  await expect(alert).toContainText('Sign in to the data platform')
  await expectAccessible(page)
  await page.goto(`/projects/${fn.project}/streams`)
  await expect(alert).toContainText('This server cannot look at streams for you')
  await expect(page.getByRole('link', { name: `${fn.name}@orders` })).toBeVisible()

  await platform.control('DELETE', 'faults')
  await platform.control('POST', 'faults', { ...lags, status: 403 })
  await page.goto(address)
  await expect(alert).toContainText('You may not see how far this stream is')

  await platform.control('DELETE', 'faults')
  await fn.remove()
  await page.goto(address)
  await expect(alert).toContainText('There is no such stream yet')
  await expect(page.getByRole('button', { name: 'Put records' })).toHaveAttribute('aria-disabled', 'true')

  await platform.control('POST', 'dialect', { dialect: 'nuclio' })
  await page.goto(address)
  await expect(alert).toContainText('This server cannot look at streams for you')
  await alert.getByText('Details').click()
  await expect(alert).toContainText('A data plane access key is required')
  await platform.control('DELETE', '')
})

import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import type { FunctionEvent } from '@/api/generated/schema'
import { deployEcho } from './echo'
import { expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'

interface Made {
  name: string
  shown: string
  of: string
  path: string
  kind?: string
  /** Attributes that a request has not. */
  own?: object
  expectations?: object[]
}

function createEvent(
  platform: PlatformClient,
  { name, shown, of, path, kind = 'http', own, expectations }: Made,
) {
  return platform.send('POST', '/api/function_events', {
    metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/function-name': of } },
    spec: {
      displayName: shown,
      triggerKind: kind,
      body: '',
      attributes: {
        method: 'GET',
        path,
        headers: {},
        ...own,
        ...(expectations && { dashboardExpectations: expectations }),
      },
    },
  })
}

/** What the server has of some events: the function of each, and all that was saved of it. */
async function stored(platform: PlatformClient, names: readonly string[]) {
  const answer = await platform.send('GET', '/api/function_events', undefined, {
    'x-nuclio-function-event-namespace': 'nuclio',
  })
  const events = (await answer.json()) as Record<string, FunctionEvent>
  return names.map((name) => {
    const { metadata, spec } = events[name] ?? {}
    return metadata && { of: metadata.labels?.['nuclio.io/function-name'], spec }
  })
}

async function deleteAll(page: Page, names: string): Promise<void> {
  await page.getByRole('checkbox', { name: 'Select all events' }).check()
  await page.getByRole('region', { name: 'Selected events' }).getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog')).toContainText(names)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete \d events/ })
    .click()
  await expect(page.getByRole('heading', { name: 'No events yet' })).toBeVisible()
}

const row = (page: Page, shown: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: shown, exact: true }) })

test('the events of all functions of a project are found, run, exported and deleted together', async ({
  page,
  platform,
  unique,
}) => {
  const orders = await deployEcho(platform, unique)
  const elsewhere = await deployEcho(platform, unique)
  const mails = unique('mails')
  const source = 'exports.handler = (context) => context.callback("")'
  await platform.deploy({ name: mails, project: orders.project, runtime: 'nodejs', source })
  const [good, bad, other] = [unique('good'), unique('bad'), unique('other')]
  const mail = unique('mail')
  const isOk = { on: 'status', test: 'equals', value: 200 }
  await createEvent(platform, {
    name: good,
    shown: 'Good',
    of: orders.name,
    path: '/text',
    expectations: [isOk],
  })
  await createEvent(platform, {
    name: bad,
    shown: 'Bad',
    of: orders.name,
    path: '/echo',
    expectations: [isOk, { on: 'json', path: '$.method', test: 'equals', value: 'POST' }],
  })
  await createEvent(platform, {
    ...{ name: mail, shown: 'Mail', of: mails, path: '/', kind: 'rabbit-mq' },
    own: { routing: { key: 'a.b', weights: [1, '2', null] }, 'on time': 'yes' },
  })
  await createEvent(platform, { name: other, shown: 'Elsewhere', of: elsewhere.name, path: '/' })

  await page.goto(`/projects/${orders.project}/functions`)
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Events' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible()
  await expect(row(page, 'Good')).toContainText(orders.name)
  await expect(row(page, 'Elsewhere')).toHaveCount(0)

  await page.getByRole('button', { name: 'Run all' }).click()
  await expect(row(page, 'Good')).toContainText('passed')
  await expect(row(page, 'Bad')).toContainText('failed 1 of 2')
  await page.getByRole('button', { name: 'How Bad went: failed' }).click()
  await expect(page.getByRole('dialog', { name: 'How Bad went' })).toContainText('$.method')
  await expect(page.getByRole('dialog')).toContainText('"POST"')
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.getByRole('searchbox', { name: 'Search the events' }).fill('/text')
  await expect(row(page, 'Bad')).toHaveCount(0)
  await expect(page).toHaveURL(/q=%2Ftext/)
  await page.getByLabel('Function', { exact: true }).selectOption(orders.name)
  await expect(page).toHaveURL(/function=/)
  await page.reload()
  await expect(row(page, 'Good')).toBeVisible()
  await expect(row(page, 'Bad')).toHaveCount(0)
  await expect(page.getByText('1 of 3')).toBeVisible()

  await page.getByRole('link', { name: 'Good', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/functions/${orders.name}/console$`))
  await expect(page.getByText('Event: Good')).toBeVisible()
  await page.goBack()
  await page.getByRole('searchbox', { name: 'Search the events' }).fill('')
  await page.getByRole('checkbox', { name: 'Select all events' }).check()
  const bar = page.getByRole('region', { name: 'Selected events' })
  await expect(bar).toContainText('2 selected')
  await expectAccessible(page)

  // All of both functions go out as files and come back, each to the function that it names.
  await page.getByLabel('Function', { exact: true }).selectOption('')
  await page.getByRole('checkbox', { name: 'Select all events' }).check()
  await expect(bar).toContainText('3 selected')
  const files: Record<string, string> = {}
  for (const format of ['yaml', 'json']) {
    const downloading = page.waitForEvent('download')
    await bar.getByRole('button', { name: `Export as ${format.toUpperCase()}` }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe(`${orders.project}-events.${format}`)
    files[format] = await readFile(await download.path(), 'utf8')
  }
  const before = await stored(platform, [good, bad, mail])
  expect(before.map((event) => event?.of)).toEqual([orders.name, orders.name, mails])
  await deleteAll(page, 'Bad, Good, Mail')
  await expectAccessible(page)
  expect(await stored(platform, [good])).toEqual([undefined])
  expect(await stored(platform, [other])).not.toEqual([undefined])

  const dialog = page.getByRole('dialog', { name: 'Import events' })
  const plan = dialog.getByRole('list', { name: 'What becomes of each' })
  const choose = async (name: string, text = '') => {
    await page.getByRole('button', { name: 'Import…' }).click()
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
    await dialog.getByLabel('File with events').setInputFiles(file)
  }
  await choose('events.yaml', files['yaml'])
  await expect(plan.getByRole('listitem')).toHaveText([
    `Bad for ${orders.name}, new`,
    `Good for ${orders.name}, new`,
    `Mail for ${mails}, new`,
  ])
  await dialog.getByRole('button', { name: 'Import 3' }).click()
  await expect(row(page, 'Mail')).toContainText(mails)
  expect(await stored(platform, [good, bad, mail])).toEqual(before)
  await choose('events.json', files['json'])
  await expect(plan.getByText('there as it is')).toHaveCount(3)
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  // Those whose function is not here are named, and left out until they are given another.
  await deleteAll(page, 'Bad, Good, Mail')
  await choose('events.json', files['json']?.replaceAll(mails, 'gone'))
  await expect(plan.getByRole('listitem').last()).toHaveText('Mail left out: there is no function gone here')
  await expect(dialog.getByRole('button', { name: 'Import 2' })).toBeVisible()
  await expectAccessible(page)
  await dialog.getByLabel('Events whose function is not here').selectOption(orders.name)
  await dialog.getByRole('button', { name: 'Import 3' }).click()
  await expect(row(page, 'Mail')).toContainText(orders.name)
  expect(await stored(platform, [good, bad, mail])).toEqual([
    before[0],
    before[1],
    { ...before[2], of: orders.name },
  ])

  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/projects/${elsewhere.project}/events`)
  await expect(row(page, 'Elsewhere')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)
})

import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import type { FunctionEvent } from '@/api/generated/schema'
import { startingChoices, startingEvent } from '@/domain/events/starting-events'
import { triggerKinds } from '@/domain/triggers/kinds'
import { deployEcho } from './echo'
import { expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'
import { response, sendAndExpect } from './workbench'

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const view = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const items = (page: Page) => page.getByRole('list', { name: 'Events', exact: true }).locator('> li')
const item = (page: Page, name: string) => items(page).filter({ hasText: name })

async function act(page: Page, event: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `Actions on ${event}`, exact: true }).click()
  await page.getByRole('menuitem', { name: what }).click()
}

async function stored(platform: PlatformClient, name: string): Promise<FunctionEvent[]> {
  const answer = await platform.send('GET', '/api/function_events', undefined, {
    'x-nuclio-function-event-namespace': 'nuclio',
    'x-nuclio-function-name': name,
  })
  return Object.values((await answer.json()) as Record<string, FunctionEvent>)
}

test('a request becomes an event that is run as a test, edited, renamed, duplicated and deleted', async ({
  page,
  platform,
  unique,
}) => {
  const { at, name } = await deployEcho(platform, unique)
  const made = unique('order')
  await page.goto(`${at}/console`)
  await view(page, 'Events')
  await expect(page.getByText(/An event is a request that is kept on the server/)).toBeVisible()

  // From a request, named by the server.
  await view(page, 'Request')
  await path(page).fill('/text')
  await view(page, 'Events')
  await page.getByRole('button', { name: 'Save request…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Says nothing more')
  await dialog.getByRole('button', { name: 'Add expectation' }).click()
  await dialog.getByLabel('Value of expectation 1').fill('no status')
  await expect(dialog.getByText('Enter a status such as 200')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save event' })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByLabel('Value of expectation 1').fill('200')
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(item(page, 'Says nothing more')).toContainText('1 expected')

  // Named by the person, with another kind of trigger, from its starting event.
  await page.getByRole('button', { name: 'More for events' }).click()
  await page.getByRole('menuitem', { name: 'New HTTP event…' }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('From a queue')
  await dialog.getByRole('textbox', { name: 'Name on the server' }).fill(made)
  await dialog.getByLabel('Kind of trigger').selectOption('kafka-cluster')
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(page.getByText('Filled in from the event From a queue.').first()).toBeVisible()
  const [event] = (await stored(platform, name)).filter(({ metadata }) => metadata.name === made)
  expect(event?.spec.triggerKind).toBe('kafka-cluster')

  // Numbers in headers and what others stored stay, through an edit of the request and of the name.
  const { metadata, spec } = event as FunctionEvent
  const attributes = { ...spec.attributes, headers: { 'X-Number': 7 }, others: { kept: [1, null] } }
  await platform.send('PUT', '/api/function_events', { metadata, spec: { ...spec, attributes } })
  await page.goto(`${at}/console?event=${made}`)
  await expect(page.getByText('Event: From a queue')).toBeVisible()
  await path(page).fill('/echo')
  await expect(page.getByText('edited', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved From a queue').first()).toBeVisible()

  // Saved as another one, it takes along all that the request does not show, and the first stays as it is.
  await path(page).fill('/echo?as=another')
  await page.getByRole('button', { name: 'Save as…' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('From a queue (2)')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Another')
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(page.getByText('Event: Another')).toBeVisible()
  await expect(page.getByText('edited', { exact: true })).toHaveCount(0)
  const [first, another] = ['From a queue', 'Another'].map(async (shown) =>
    (await stored(platform, name)).find(({ spec: { displayName } }) => displayName === shown),
  )
  expect((await first)?.spec.attributes).toEqual({ ...attributes, path: '/echo' })
  expect((await another)?.metadata.name).not.toBe(made)
  expect((await another)?.spec).toMatchObject({
    triggerKind: 'kafka-cluster',
    attributes: { ...attributes, path: '/echo?as=another' },
  })
  await view(page, 'Events')
  await act(page, 'From a queue', 'Edit and rename…')
  await expect(dialog.getByRole('textbox', { name: 'Further attributes' })).toHaveValue(/^others:/)
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Renamed')
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(item(page, 'Renamed')).toBeVisible()
  const edited = (await stored(platform, name)).find((one) => one.metadata.name === made)
  expect(edited?.spec).toMatchObject({
    displayName: 'Renamed',
    attributes: { path: '/echo', headers: { 'X-Number': 7 }, others: { kept: [1, null] } },
  })

  // What it answers now is expected from now on; another answer then fails with the difference.
  await act(page, 'Says nothing more', 'Run')
  await expect(item(page, 'Says nothing more')).toContainText('passed')
  await response(page)
    .getByRole('tab', { name: /^Expectations/ })
    .click()
  await expect(response(page)).toContainText('met')
  await response(page).getByRole('button', { name: 'Expect what it answered now' }).click()
  await expect(dialog.getByLabel(/^Expectation \d/)).not.toHaveCount(1)
  await dialog.getByRole('button', { name: 'Add expectation' }).click()
  await dialog
    .getByLabel(/^Expectation \d/)
    .last()
    .selectOption('body equals')
  await dialog
    .getByLabel(/^Value of expectation \d/)
    .last()
    .fill('something else')
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('button', { name: 'Run all' }).click()
  await expect(item(page, 'Says nothing more')).toContainText(/failed \d of \d/)
  await expect(item(page, 'Says nothing more')).toContainText('something else')
  await expect(item(page, 'Renamed')).toContainText('answered 200')
  await expectAccessible(page)

  await act(page, 'Renamed', 'Duplicate…')
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(items(page)).toHaveCount(4)
  await act(page, 'Renamed', 'Delete…')
  await expect(dialog).toContainText('Delete the event Renamed')
  await dialog.getByRole('button', { name: 'Delete event' }).click()
  await expect(items(page)).toHaveCount(3)
  await expect.poll(async () => (await stored(platform, name)).length).toBe(3)
})

test('events of every kind of trigger are started, saved and edited', async ({ page, platform, unique }) => {
  const triggers = {
    orders: {
      kind: 'nats',
      name: 'orders',
      class: '',
      url: 'nats://127.0.0.1:1',
      attributes: { topic: 'a.b' },
    },
  }
  const { at, name } = await deployEcho(platform, unique, triggers)
  const has = (await platform.getFunction(name)).spec.triggers
  await page.goto(`${at}/console`)
  const dialog = page.getByRole('dialog')
  const attributes = dialog.getByRole('textbox', { name: 'Further attributes' })
  const save = dialog.getByRole('button', { name: 'Save event' })
  const all = async () => new Map((await stored(platform, name)).map(({ spec }) => [spec.triggerKind, spec]))

  // Those of the function come first; all others follow.
  const choices = startingChoices(has)
  expect(choices.map(({ kind }) => kind).sort()).toEqual(triggerKinds.map(({ kind }) => kind).sort())
  await view(page, 'Events')
  await page.getByRole('button', { name: 'More for events' }).click()
  await expect(page.getByRole('menuitem', { name: /^New / })).toHaveText(
    choices.map(({ label }) => `New ${label} event…`),
  )
  await page.keyboard.press('Escape')
  for (const { kind, label, trigger } of choices) {
    await view(page, 'Events')
    await page.getByRole('button', { name: 'More for events' }).click()
    await page.getByRole('menuitem', { name: `New ${label} event…`, exact: true }).click()
    await expect(dialog.getByLabel('Kind of trigger')).toHaveValue(kind)
    const { spec, notes } = startingEvent(kind, trigger)
    for (const words of notes) await expect(dialog).toContainText(words)
    if (kind === 'http') await dialog.getByText('Further attributes', { exact: true }).click()
    await attributes.fill(`of: ${kind}\nweights: [1, "2", null]`)
    await save.click()
    await expect(page.getByText(`Filled in from the event ${spec.displayName}.`).first()).toBeVisible()
  }
  const created = await all()
  for (const { kind, trigger } of choices) {
    const { spec } = startingEvent(kind, trigger)
    const own = { of: kind, weights: [1, '2', null] }
    expect(created.get(kind)).toEqual({ ...spec, attributes: { ...spec.attributes, ...own } })
  }

  await view(page, 'Events')
  await expect(items(page)).toHaveCount(choices.length)
  for (const { kind, trigger } of choices) {
    const shown = startingEvent(kind, trigger).spec.displayName ?? ''
    await act(page, shown, 'Edit and rename…')
    await expect(attributes).toHaveValue(`of: ${kind}\nweights:\n  - 1\n  - "2"\n  - null\n`)
    if (kind === 'http') {
      // What cannot be read is said, and stays as it was typed.
      await attributes.fill('of: [')
      await expect(dialog.getByText(/^Line 1: /)).toBeVisible()
      await expect(save).toBeDisabled()
      await expect(attributes).toHaveValue('of: [')
      await attributes.fill('method: GET')
      await expect(dialog.getByText('“method” belongs to the request, and is edited there')).toBeVisible()
      await expectAccessible(page)
    }
    await attributes.fill(`of: ${kind}\nedited: true`)
    await save.click()
    await expect(dialog).toHaveCount(0)
  }
  const edited = await all()
  for (const { kind } of choices) {
    const { method, path: to, headers } = created.get(kind)?.attributes ?? {}
    const now = { method, path: to, headers, of: kind, edited: true }
    expect(edited.get(kind)).toEqual({ ...created.get(kind), attributes: now })
  }
})

test('two browsers save events on one function, and nothing is lost or written over unasked', async ({
  page,
  platform,
  unique,
  browser,
}) => {
  const { at, name } = await deployEcho(platform, unique)
  const other = await (await browser.newContext()).newPage()
  await page.goto(`${at}/console`)
  await other.goto(new URL(`${at}/console`, page.url()).href)
  const save = async (where: Page, event: string) => {
    await view(where, 'Events')
    await where.getByRole('button', { name: 'Save request…' }).click()
    await where.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill(event)
    await where.getByRole('dialog').getByRole('button', { name: 'Save event' }).click()
    await expect(item(where, event)).toBeVisible()
  }
  await Promise.all([save(page, 'From here'), save(other, 'From there')])
  for (const where of [page, other]) {
    await where.reload()
    await view(where, 'Events')
    await expect(items(where)).toHaveCount(2)
  }
  const namesIn = (where: Page) => items(where).locator('strong, button').allInnerTexts()
  expect(await namesIn(page)).toEqual(await namesIn(other))

  // Both open one event; the second to save is told.
  for (const where of [page, other]) await act(where, 'From here', 'Edit and rename…')
  await other.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill('Theirs')
  await other.getByRole('dialog').getByRole('button', { name: 'Save event' }).click()
  await expect(other.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill('Mine')
  await page.getByRole('dialog').getByRole('button', { name: 'Save event' }).click()
  await expect(page.getByText('Somebody else changed this event since you opened it.')).toBeVisible()
  await page.getByRole('button', { name: 'Write over it' }).click()
  await expect(item(page, 'Mine')).toBeVisible()
  expect((await stored(platform, name)).map(({ spec }) => spec.displayName).sort()).toEqual([
    'From there',
    'Mine',
  ])
  await other.context().close()
})

test('events go out as a file and come in again; secrets go to the server only when asked to', async ({
  page,
  platform,
  unique,
}) => {
  const { at, name } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  await path(page).fill('/text?token=let-me-in')
  await sendAndExpect(page, /^200/)
  await view(page, 'Events')
  await page.getByRole('button', { name: 'Save request…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('switch', { name: /^Save the secrets, too: token/ })).not.toBeChecked()
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await expect(items(page)).toHaveCount(1)
  const [kept] = await stored(platform, name)
  expect(kept?.spec.attributes?.path).toBe('/text?token=')

  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'More for events' }).click()
  await page.getByRole('menuitem', { name: 'Export as YAML' }).click()
  const file = await (await downloading).path()
  expect(await readFile(file, 'utf8')).toContain('/text?token=')
  await act(page, 'POST /text', 'Delete…')
  await dialog.getByRole('button', { name: 'Delete event' }).click()
  await expect(items(page)).toHaveCount(0)

  await page.getByRole('button', { name: 'More for events' }).click()
  await page.getByRole('menuitem', { name: 'Import…' }).click()
  await dialog
    .getByLabel('File with events')
    .setInputFiles({ name: 'bad.yaml', mimeType: 'text/yaml', buffer: Buffer.from('- metadata: 1') })
  await expect(dialog.getByRole('alert')).toContainText('Line 1')
  await dialog.getByLabel('File with events').setInputFiles(file)
  await expect(dialog.getByRole('list', { name: 'What becomes of each' })).toContainText('new')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Import 1' }).click()
  await expect(items(page)).toHaveCount(1)
  expect((await stored(platform, name))[0]?.spec).toEqual(kept?.spec)

  // What was sent once becomes an event out of the history, with its secret when that is said.
  await view(page, 'History')
  await page.getByRole('button', { name: /^Actions on POST/ }).click()
  await page.getByRole('menuitem', { name: 'Save as event…' }).click()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Sent before')
  await dialog.getByRole('switch', { name: /^Save the secrets, too: token/ }).check()
  await dialog.getByRole('button', { name: 'Save event' }).click()
  await view(page, 'Events')
  await expect(item(page, 'Sent before')).toBeVisible()
  const again = (await stored(platform, name)).find(({ spec }) => spec.displayName === 'Sent before')
  expect(again?.spec.attributes).toMatchObject({ method: 'POST', path: '/text?token=let-me-in' })
})

import type { Trigger } from '@/api/generated/schema'

import { deployButton } from './deploys'
import { expect, test } from './fixtures'
import {
  addButton,
  address,
  addTrigger,
  field,
  head,
  openTriggers,
  row,
  sentSpec,
  unfold,
} from './triggers-tab'
import { expectDeployed } from './workbench'

test('a schedule is shown in words and times, and one of interval and schedule is sent', async ({
  page,
  platform,
  unique,
}) => {
  await openTriggers(page, platform, unique)
  await addTrigger(page, 'Cron')
  const cron = row(page, 'cron')
  await expect(head(page, 'cron')).toContainText('every 5 min')
  await cron.getByRole('radio', { name: 'By a schedule' }).check()
  await expect(cron.getByText('still needs interval or schedule')).toBeVisible()
  await field(page, 'cron', 'attributes.schedule').fill('30 2 * * *')
  await expect(cron.getByRole('strong')).toHaveText('At 02:30')
  const runs = cron.getByRole('list', { name: 'Next runs' }).getByRole('listitem')
  await expect(runs).toHaveCount(5)
  // Berlin is ahead of UTC by one hour in winter and two in summer.
  await expect(runs.first()).toHaveText(/0[34]:30:00\s*02:30:00 UTC/)
  await expect(head(page, 'cron')).toContainText(/next 0[34]:30/)
  await field(page, 'cron', 'attributes.schedule').fill('*/10 * * * * *')
  await expect(cron.getByRole('strong')).toHaveText('Every 10 seconds')

  await field(page, 'cron', 'attributes.schedule').fill('61 * * * *')
  await expect(cron.getByText('The minute cannot be “61”').first()).toBeVisible()
  await expect(cron.getByText('needs a change')).toBeVisible()
  await cron.getByLabel('Common choices').selectOption('Every hour')
  await expect(field(page, 'cron', 'attributes.schedule')).toHaveValue('0 * * * *')
  await cron.getByRole('radio', { name: 'At an interval' }).check()
  await expect(field(page, 'cron', 'attributes.interval')).toHaveValue('5m')
  await cron.getByRole('radio', { name: 'By a schedule' }).check()
  const { triggers } = await sentSpec(page)
  expect(triggers?.cron).toEqual({ kind: 'cron', name: 'cron', attributes: { schedule: '0 * * * *' } })
  await expectDeployed(page)
})

test('a cron trigger that is added here really calls the function', async ({ page, platform, unique }) => {
  const source = `let count = 0
exports.handler = (context, event) => {
  if (event.trigger.kind === 'cron') count += 1
  context.callback(event.trigger.name + ' ' + count)
}
`
  const workerAllocatorName = 'one'
  const triggers = { web: { kind: 'http', name: 'web', workerAllocatorName } }
  const { name } = await openTriggers(page, platform, unique, { triggers }, source)
  await addTrigger(page, 'Cron')
  await field(page, 'cron', 'attributes.interval').fill('1s')
  await unfold(page, 'cron')
  await field(page, 'cron', 'workerAllocatorName').fill(workerAllocatorName)
  await deployButton(page).click()
  await expectDeployed(page)
  const count = async () => {
    const [url = ''] = (await platform.getFunction(name)).status?.externalInvocationUrls ?? []
    return Number((await (await fetch(`http://${url}`)).text()).split(' ')[1])
  }
  await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(2)

  await row(page, 'cron').getByRole('switch', { name: 'cron is enabled' }).press('Space')
  await deployButton(page).click()
  await expectDeployed(page)
  await expect.poll(async () => (await platform.getFunction(name)).spec.triggers?.cron?.disabled).toBe(true)
  expect(await count()).toBe(0)
})

test('a trigger is renamed, duplicated and removed with all that it has', async ({
  page,
  platform,
  unique,
}) => {
  const orders: Trigger = {
    kind: 'kafka-cluster',
    name: 'orders',
    class: 'async',
    maxWorkers: 4,
    attributes: {
      brokers: ['a:1'],
      topics: ['t'],
      consumerGroup: 'g',
      sasl: { password: '$ref:/one' },
      own: { kept: 1 },
    },
  }
  await openTriggers(page, platform, unique, { triggers: { web: { kind: 'http', name: 'web' }, orders } })
  await expect(row(page, 'orders').getByText('This platform stores it and does not fire it.')).toBeVisible()

  const act = async (name: string, chosen: string) => {
    await row(page, name)
      .getByRole('button', { name: `Actions on ${name}` })
      .click()
    await page.getByRole('menuitem', { name: new RegExp(`^${chosen}`) }).click()
  }
  await act('orders', 'Duplicate')
  await expect(head(page, 'orders-2')).toHaveAttribute('aria-expanded', 'true')
  await expect(row(page, 'orders-2').getByText('attributes.own.kept')).toBeVisible()
  await unfold(page, 'orders-2')
  await expect(field(page, 'orders-2', 'attributes.sasl.password')).toHaveAttribute(
    'placeholder',
    /kept by the server/,
  )
  await expect(field(page, 'orders-2', 'numWorkers')).toHaveValue('4')
  await field(page, 'orders-2', 'numWorkers').fill('6')

  await act('orders', 'Rename')
  await expect(field(page, 'orders', 'name')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('web')
  await expect(row(page, 'orders').getByText('There is a trigger “web” already')).toBeVisible()
  await page.keyboard.type('-orders')
  await page.keyboard.press('Enter')
  await expect(field(page, 'web-orders', 'name')).toBeFocused()

  await row(page, 'web').getByRole('button', { name: 'Actions on web' }).click()
  await expect(page.getByRole('menuitem', { name: /^Duplicate/ })).toContainText(
    'A function has one http trigger at most, and “web” is one',
  )
  await page.keyboard.press('Escape')

  await addTrigger(page, 'HTTP')
  const dialog = page.getByRole('dialog', { name: 'Add a trigger' })
  await expect(dialog.getByRole('alert')).toHaveText(
    'A function has one http trigger at most, and “web” is one',
  )
  await dialog.getByRole('button', { name: 'Close' }).click()

  await act('web', 'Remove web')
  await expect(row(page, 'web')).toHaveCount(0)
  await expect(addButton(page)).toBeFocused()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(row(page, 'web')).toBeVisible()

  const { triggers = {} } = await sentSpec(page)
  expect(Object.keys(triggers).sort()).toEqual(['orders-2', 'web', 'web-orders'])
  expect(triggers['web-orders']).toMatchObject({ ...orders, name: 'web-orders' })
  const copy: Trigger = { ...orders, name: 'orders-2', numWorkers: 6 }
  delete copy.maxWorkers
  expect(triggers['orders-2']).toMatchObject(copy)
  expect(triggers['orders-2']).not.toHaveProperty('maxWorkers')
})

test('the http trigger that the platform adds is explained, made explicit, or not wanted', async ({
  page,
  platform,
  unique,
}) => {
  await openTriggers(page, platform, unique, { disableDefaultHTTPTrigger: true })
  const implied = page.getByRole('region', { name: 'Default http trigger' })
  await expect(implied).toContainText('the function has no address')
  await implied.getByRole('switch', { name: 'No default http trigger' }).uncheck()
  await expect(implied).toContainText('default-http: the platform adds an http trigger of this name.')
  await implied.getByRole('button', { name: 'Make it explicit' }).click()
  await expect(head(page, 'default-http')).toHaveAttribute('aria-expanded', 'true')
  await expect(
    row(page, 'default-http').getByText('a configuration in the code may override it'),
  ).toBeVisible()
  await expect(implied).toHaveCount(0)
  await unfold(page, 'default-http')
  await field(page, 'default-http', 'attributes.cors.enabled').check()
  await expect(
    page.getByText('a request without an Origin header is answered 200 with an empty body'),
  ).toBeVisible()
  const wanted = await sentSpec(page)
  expect(Object.keys(wanted.triggers ?? {})).toEqual(['default-http'])
  expect(wanted.disableDefaultHTTPTrigger).toBeFalsy()
  await expectDeployed(page)

  // What only leads to it from outside needs no restart.
  await row(page, 'default-http').getByRole('button', { name: 'Add ingress' }).click()
  await expect(deployButton(page)).toHaveText('Deploy (ingress)')
  await row(page, 'default-http').getByRole('button', { name: 'Actions on default-http' }).click()
  await page.getByRole('menuitem', { name: /^Remove/ }).click()
  await implied.getByRole('switch', { name: 'No default http trigger' }).check()
  const unwanted = await sentSpec(page)
  expect(unwanted.triggers ?? {}).toEqual({})
  expect(unwanted.disableDefaultHTTPTrigger).toBe(true)
})

test('a link leads into a row, and a setting is found by its name', async ({ page, platform, unique }) => {
  const triggers: Record<string, Trigger> = {
    web: { kind: 'http', name: 'web' },
    tick: { kind: 'cron', name: 'tick', attributes: { interval: '1h' } },
    loft: { kind: 'carrier-pigeon', name: 'loft', attributes: { speed: 'high' } },
  }
  const { project, name } = await openTriggers(page, platform, unique, { triggers })
  await page.goto(`${address(project, name)}#spec.triggers.tick.attributes.event.path`)
  await expect(field(page, 'tick', 'attributes.event.path')).toBeFocused()
  await expect(head(page, 'web')).toHaveAttribute('aria-expanded', 'false')

  await page.goto(`${address(project, name)}#spec.triggers.tick.attributes.schedule`)
  await expect(row(page, 'tick').getByRole('radio', { name: 'By a schedule' })).toBeFocused()

  await page.getByRole('button', { name: 'Find a setting' }).click()
  await page.getByRole('combobox', { name: 'Name of a setting' }).fill('web: port')
  await page.keyboard.press('Enter')
  await expect(field(page, 'web', 'attributes.port')).toBeFocused()

  await head(page, 'loft').click()
  await expect(
    row(page, 'loft').getByText('This page does not know the attributes of this kind'),
  ).toBeVisible()
  await expect(row(page, 'loft').getByText('speed: high')).toBeVisible()
})

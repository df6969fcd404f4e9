import { writeFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { deployEcho } from './echo'
import { expect, expectAccessible, test } from './fixtures'
import { addTabOrder, unseenControls, walk } from './tab-order'
import { openTab, response, sendAndExpect, tabLink } from './workbench'

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const region = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true }).or(page.getByRole('form', { name, exact: true }))
const edge = (page: Page, name: string) =>
  page.getByRole('separator', { name: `Resize ${name}`, exact: true })

const parts = ['Source', 'Request', 'Response', 'Logs of this invocation']

async function sizeOf(page: Page, name: string): Promise<{ width: number; height: number }> {
  const box = await region(page, name).boundingBox()
  return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) }
}

test('code, request, response and logs share one screen, by borders that are remembered', async ({
  page,
  platform,
  unique,
}) => {
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/code`)
  for (const part of parts) await expect(region(page, part)).toBeInViewport()

  const before = await sizeOf(page, 'Source')
  await edge(page, 'the source').focus()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowLeft')
  await expect.poll(async () => (await sizeOf(page, 'Source')).width).toBeLessThan(before.width - 40)
  const border = await edge(page, 'the response').boundingBox()
  if (!border) throw new Error('The border is not drawn')
  const [x, y] = [border.x + border.width / 2, border.y + border.height / 2]
  const low = await sizeOf(page, 'Logs of this invocation')
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y - 60, { steps: 4 })
  await page.mouse.up()
  await expect
    .poll(async () => (await sizeOf(page, 'Logs of this invocation')).height)
    .toBeGreaterThan(low.height + 40)
  const chosen = await Promise.all(parts.map((part) => sizeOf(page, part)))
  await page.reload()
  await expect(region(page, 'Source')).toBeVisible()
  await expect.poll(() => Promise.all(parts.map((part) => sizeOf(page, part)))).toEqual(chosen)

  // The whole width, with what was typed and answered.
  await path(page).fill('/text?seen=1')
  await sendAndExpect(page, /^200/)
  await openTab(page, 'Console')
  await expect(page).toHaveURL(new RegExp(`${at}/console$`))
  await expect(path(page)).toHaveValue('/text?seen=1')
  await expect(response(page)).toContainText('no markup')
  await expect(region(page, 'Source')).toHaveCount(0)

  // Where there is no room the console is only there, one part under the other.
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(edge(page, 'the request')).toHaveCount(0)
  await expect(response(page)).toContainText('no markup')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await openTab(page, 'Code')
  await expect(region(page, 'Source')).toBeVisible()
  await expect(region(page, 'Request')).toHaveCount(0)
  await expect(tabLink(page, 'Console')).toBeVisible()
})

test('several requests at once, each with its own answer; the keyboard sends and cancels', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  const [first, second] = [testInfo.outputPath('first'), testInfo.outputPath('second')]
  const body = page.getByRole('textbox', { name: 'Body', exact: true })
  await path(page).fill('/wait')
  await body.fill(first)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible()
  // For how long it has been under way is shown, and goes on.
  const elapsed = response(page).getByText(/^[\d.]+ m?s$/)
  const shown = await elapsed.innerText()
  await expect(elapsed).not.toHaveText(shown)
  await expect(response(page)).toContainText('Waiting for the answer')
  await body.fill(second)
  await page.getByRole('button', { name: 'Send another' }).click()
  await writeFile(second, '')
  await expect(response(page)).toContainText(`waited for ${second}`)
  await writeFile(first, '')

  await body.fill(testInfo.outputPath('never'))
  await body.focus()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(response(page)).toContainText(/Cancelled after/)
  await expect(response(page)).toContainText(/may (run on|still be running)/)
  await path(page).fill('/text')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(response(page)).toContainText('no markup')
})

test('what was typed is there again after a reload, but for secrets, which is said', async ({
  page,
  platform,
  unique,
}) => {
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  await page.getByLabel('Method').selectOption('PUT')
  await path(page).fill('/kept?by=key')
  await page.getByRole('textbox', { name: 'Body', exact: true }).fill('kept too')
  await openTab(page, 'Triggers')
  await openTab(page, 'Code')
  await expect(path(page)).toHaveValue('/kept?by=key')
  await page.reload()
  await expect(path(page)).toHaveValue('/kept?by=key')
  await expect(page.getByLabel('Method')).toHaveValue('PUT')
  await expect(page.getByRole('textbox', { name: 'Body', exact: true })).toHaveValue('kept too')

  await path(page).fill('/kept?token=let-me-in')
  await openTab(page, 'Triggers')
  await page.reload()
  await openTab(page, 'Console')
  await expect(path(page)).toHaveValue('/kept?token=')
  await expect(page.getByText(/Secrets are not kept over a reload; enter again: token/)).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('let-me-in')
})

test('Tab comes to everything of the console, and a screen reader finds it, in every view', async ({
  page,
  platform,
  unique,
}) => {
  await addTabOrder(page)
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  await path(page).fill('/logs')
  await path(page).press('Enter')
  await expect(response(page)).toContainText('logged')
  await path(page).fill('/echo?a=1')
  await sendAndExpect(page, /^200/)
  for (const view of ['Request', 'Events', 'History']) {
    await page
      .getByRole('tab', { name: new RegExp(`^${view}`) })
      .first()
      .click()
    await expectAccessible(page)
    for (const key of ['Tab', 'Shift+Tab'] as const) {
      const { expected, reached } = await walk(page, key)
      expect.soft(reached, `${view} by ${key}`).toEqual(expected)
    }
    for (const width of [360, 1366]) {
      await page.setViewportSize({ width, height: 768 })
      expect.soft(await unseenControls(page), `${view} at ${width} px`).toEqual([])
    }
  }
  for (const tab of ['Headers', 'Compare', 'Body']) {
    await response(page)
      .getByRole('tab', { name: new RegExp(`^${tab}`) })
      .click()
    await expectAccessible(page)
  }
})

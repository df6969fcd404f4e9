import type { Locator, Page } from '@playwright/test'

import { deployEcho } from './echo'
import { expect, test } from './fixtures'
import { response } from './workbench'

/** More controls than there are between two places of the console. */
const furthest = 40

/** Presses Tab, or Shift+Tab, until something has the focus. */
async function tabTo(page: Page, what: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(what).toBeVisible()
  const hasFocus = () => what.evaluate((element) => element === document.activeElement)
  for (let count = 0; count < furthest && !(await hasFocus()); count += 1) await page.keyboard.press(key)
  await expect(what).toBeFocused()
}

/** Writes a text in the place of what the field with the focus holds. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

/** Opens the menu that has the focus and goes to an entry by its first letter. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: entry, exact: true })
  await expect(item).toBeVisible()
  for (let count = 0; count < 9; count += 1) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press(entry.charAt(0))
  }
  await expect(item).toBeFocused()
  await page.keyboard.press('Enter')
}

test('a request is filled in, sent, cancelled, compared, saved, run and sent again without a mouse', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  const form = page.getByRole('form', { name: 'Request', exact: true })
  const path = form.getByRole('textbox', { name: 'Path and query' })
  const body = form.getByRole('textbox', { name: 'Body', exact: true })
  const part = (name: string) => form.getByRole('tab', { name })
  const source = (name: string) => page.getByRole('tab', { name, exact: true }).first()
  const answer = (name: string) => response(page).getByRole('tab', { name })

  await test.step('fill in', async () => {
    await tabTo(page, form.getByLabel('Method'))
    await page.keyboard.type('PU')
    await expect(form.getByLabel('Method')).toHaveValue('PUT')
    await page.keyboard.press('Tab')
    await expect(path).toBeFocused()
    await write(page, '/echo?a=1')
    await tabTo(page, part('Body'))
    await page.keyboard.press('ArrowLeft')
    await tabTo(page, form.getByRole('button', { name: 'Add header' }))
    await page.keyboard.press('Enter')
    await expect(form.getByLabel('Name of header 1')).toBeFocused()
    await write(page, 'X-Keyed')
    await page.keyboard.press('Tab')
    await write(page, 'yes')
    await tabTo(page, part('Headers'), 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await expect(form.getByLabel('Type of the body')).toBeFocused()
    await page.keyboard.type('T')
    await expect(form.getByLabel('Type of the body')).toHaveValue('text')
    await tabTo(page, body)
    await write(page, testInfo.outputPath('never'))
  })

  await test.step('send, cancel and send again', async () => {
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(response(page)).toContainText('PUT')
    await tabTo(page, path, 'Shift+Tab')
    await write(page, '/wait')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(form.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(response(page)).toContainText(/Cancelled after/)
    await expect(path).toBeFocused()
    await write(page, '/echo?a=2')
    await page.keyboard.press('Enter')
    await expect(response(page).getByText(/^200/)).toBeVisible()
    await expect(path).toBeFocused()
  })

  await test.step('walk the tree of the answer', async () => {
    const tree = response(page).getByRole('tree')
    const row = tree.getByRole('treeitem', { selected: true })
    await tabTo(page, tree)
    await page.keyboard.press('ArrowDown')
    await expect(row).toHaveText('method: "PUT"')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    await expect(row).toHaveText(/^headers: \{/)
    await page.keyboard.press('Enter')
    await expect(row).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowUp')
    await expect(row).toHaveText('a: "2"')
    // The next answer takes the tree away; the focus stays where the answer is.
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(response(page).getByLabel('Shown response').locator('option')).toHaveCount(4)
    await expect(tree).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(response(page).locator(':focus')).toBeVisible()
  })

  await test.step('compare with an earlier one, and ignore a place', async () => {
    await tabTo(page, answer('Body'))
    await page.keyboard.press('End')
    await expect(answer('Compare')).toBeFocused()
    const differences = response(page).getByRole('region', { name: 'Differences of the body' })
    const ignored = response(page).getByRole('list', { name: 'Ignored as noise' })
    await tabTo(page, response(page).getByLabel('Compare with the response of'))
    await page.keyboard.press('End')
    await expect(differences).toContainText('$.fields.a"1""2"')
    await tabTo(page, differences.getByRole('button', { name: 'Ignore $.fields.a from now on' }))
    await page.keyboard.press('Enter')
    await expect(ignored).toContainText('$.fields.a')
    await expect(differences).not.toContainText('$.fields.a')
    // The next place has the focus; where there is none, the tab.
    await expect(response(page).locator(':focus')).toBeVisible()
    await tabTo(page, ignored.getByRole('button', { name: 'Compare $.fields.a again' }), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(differences).toContainText('$.fields.a')
    await expect(answer('Compare')).toBeFocused()
  })

  await test.step('save it as an event, and run all', async () => {
    await tabTo(page, form.getByRole('button', { name: 'More for the request' }), 'Shift+Tab')
    await choose(page, 'Save as event…')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused()
    await write(page, 'Keyed')
    await tabTo(page, dialog.getByRole('button', { name: 'Add expectation' }))
    await page.keyboard.press('Space')
    await expect(dialog.getByLabel('Expectation 1', { exact: true })).toBeFocused()
    await tabTo(page, dialog.getByRole('button', { name: 'Save event' }))
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect(form.getByRole('button', { name: 'More for the request' })).toBeFocused()

    await tabTo(page, source('Request'), 'Shift+Tab')
    await page.keyboard.press('ArrowRight')
    await expect(source('Events')).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: 'Run all' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Events', exact: true })).toContainText('passed')
    await expect(page.getByRole('button', { name: 'Run all' })).toBeFocused()
    await tabTo(page, page.getByTitle('Fill in its request'))
    await page.keyboard.press('Enter')
    await expect(path).toHaveValue('/echo?a=2')
    await expect(source('Request')).toBeFocused()
  })

  await test.step('send again, and fill in, from the history', async () => {
    await page.keyboard.press('End')
    await expect(source('History')).toBeFocused()
    const rows = page.getByRole('list', { name: /^Requests, the newest first/ }).getByRole('listitem')
    const first = rows.filter({ hasText: '/echo?a=1' })
    await tabTo(page, first.getByRole('button', { name: /^Actions on/ }))
    const count = await rows.count()
    await choose(page, 'Send again')
    await expect(rows).toHaveCount(count + 1)
    await expect(first.last().getByRole('button', { name: /^Actions on/ })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(path).toHaveValue('/echo?a=1')
    await expect(source('Request')).toBeFocused()
    await tabTo(page, page.getByText('Undo', { exact: true }))
    await page.keyboard.press('Enter')
    await expect(path).toHaveValue('/echo?a=2')
    await expect(source('Request')).toBeFocused()
  })
})

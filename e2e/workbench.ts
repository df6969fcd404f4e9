import { expect, type Locator, type Page } from '@playwright/test'

import { deployButton } from './deploys'

/** The editor of the source, once it has been loaded. */
export function sourceEditor(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Source of / })
}

/** Puts a text in the place of the whole source, as one who pastes does. */
export async function replaceSource(page: Page, source: string): Promise<void> {
  await pasteOver(page, sourceEditor(page), source)
}

/** Pastes a text in the place of all that an editor holds: one edit, where typing would be one for every character. */
export async function pasteOver(page: Page, editor: Locator, text: string): Promise<void> {
  // The element that takes the keys has no size of its own.
  await expect(editor).toBeAttached()
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** The editor holds this text; for texts that are short enough to be drawn whole. */
export async function expectSource(page: Page, source: string): Promise<void> {
  await expect(sourceEditor(page)).toBeAttached()
  const lines = page.getByRole('region', { name: 'Source', exact: true }).locator('.view-lines')
  await expect(lines).toHaveText(source.replaceAll('\n', ''))
}

/** The strip under the header that tells of the latest deploy. */
export function deployStrip(page: Page): Locator {
  return page.getByRole('region', { name: 'Deploy', exact: true })
}

/** The deploy that was just asked for, or is in progress, ends well. */
export async function expectDeployed(page: Page): Promise<void> {
  await expect(deployButton(page)).not.toHaveAttribute('aria-busy')
  await expect(deployStrip(page).getByRole('heading', { name: /^Deployed/ })).toBeVisible({ timeout: 60_000 })
}

/** Picks an act from the menu in the header of a function's page. */
export async function chooseAct(page: Page, name: string, act: string): Promise<void> {
  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
}

/** The header's word for the state of the function that is open. */
export async function expectState(page: Page, word: RegExp | string): Promise<void> {
  await expect(
    page.getByRole('banner').or(page.locator('header')).getByText(word, { exact: true }).first(),
  ).toBeVisible({
    timeout: 60_000,
  })
}

/** What came of the request of the console that is shown. */
export function response(page: Page): Locator {
  return page.getByRole('region', { name: 'Response', exact: true })
}

/** Sends what the console holds and waits until the response says the status. */
export async function sendAndExpect(page: Page, status: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(response(page).getByText(status).first()).toBeVisible({ timeout: 30_000 })
}

/** The link to a tab of the function that is open. */
export function tabLink(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: /^Parts of / }).getByRole('link', { name, exact: true })
}

/** Goes to a tab of the function that is open, as a press on its link does. */
export async function openTab(page: Page, name: string): Promise<void> {
  await tabLink(page, name).click()
}

import { expect, type Locator, type Page } from '@playwright/test'

/** The editor of the source, once it has been loaded. */
export function sourceEditor(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Source of / })
}

/** Puts a text in the place of the whole source, as one who pastes does. */
export async function replaceSource(page: Page, source: string): Promise<void> {
  const editor = sourceEditor(page)
  // The element that takes the keys has no size of its own.
  await expect(editor).toBeAttached()
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  // Typed line by line from the start of each: the editor's own indentation would add to the text's.
  for (const [index, line] of source.split('\n').entries()) {
    if (index > 0) {
      await page.keyboard.press('Enter')
      await page.keyboard.press('Shift+Home')
      await page.keyboard.press('Shift+Home')
    }
    await page.keyboard.insertText(line)
  }
  // What the editor closed by itself stands behind the caret.
  await page.keyboard.press('ControlOrMeta+Shift+End')
  await page.keyboard.press('Delete')
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
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).not.toHaveAttribute('aria-busy')
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

/** The answer to the latest request of the test form. */
export function answer(page: Page): Locator {
  return page.getByRole('region', { name: 'Answer', exact: true })
}

/** Sends what the test form holds and waits until the answer says the status. */
export async function sendAndExpect(page: Page, status: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(answer(page).getByText(status).first()).toBeVisible({ timeout: 30_000 })
}

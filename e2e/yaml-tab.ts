import { expect, type Locator, type Page } from '@playwright/test'

/** The editor of the YAML of a whole function. */
export const yamlEditor = (page: Page): Locator => page.getByRole('textbox', { name: /^YAML of / })

/** Its lines as they are drawn. */
export const yamlLines = (page: Page): Locator =>
  page.getByRole('region', { name: 'YAML', exact: true }).locator('.view-lines')

/** Puts the caret behind a text that stands once in the editor. */
export async function caretBehind(page: Page, text: string): Promise<void> {
  await yamlEditor(page).focus()
  await page.keyboard.press('ControlOrMeta+f')
  const find = page.getByRole('textbox', { name: 'Find', exact: true })
  await find.fill(text)
  await find.press('Enter')
  await find.press('Escape')
  await expect(yamlEditor(page)).toBeFocused()
  // Until its timer has run the editor takes the box for focused, and an Enter for the next match: no hand is that fast.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  await page.keyboard.press('ArrowRight')
}

/** Types a line behind the one that has a text which stands once in the editor. */
export async function typeLineBehind(page: Page, text: string, line: string): Promise<void> {
  await caretBehind(page, text)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type(line)
  // What the editor offers to complete it with is not wanted.
  await page.keyboard.press('Escape')
}

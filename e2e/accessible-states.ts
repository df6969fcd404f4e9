import type { Page } from '@playwright/test'

import { accessibilityFindings, expect, test } from './fixtures'
import { openTab } from './workbench'

/** A state of the page: how to come to it from the one before, and how to leave it. */
export interface State {
  of: string
  open: (page: Page) => Promise<unknown>
  close?: (page: Page) => Promise<unknown>
  /** Where it is; the whole page without it. */
  within?: string
}

/** Where dialogs, menus and popups are. */
export const layer = 'dialog[open], [popover]:popover-open'
export const escape = (page: Page) => page.keyboard.press('Escape')
export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first()
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
export const tab = (name: string): State => ({
  of: name,
  open: (page) => openTab(page, name),
  within: 'main',
})

/** A dialog, menu or popup that some presses open and Escape closes. */
export const layered = (of: string, open: State['open']): State => ({
  of,
  within: layer,
  open: async (page) => {
    await open(page)
    await expect(page.locator(layer).first()).toBeVisible()
  },
  close: async (page) => {
    await escape(page)
    await expect(page.locator(layer)).toHaveCount(0)
  },
})

export const behind = (name: string | RegExp) =>
  layered(`behind ${name}`, (page) => button(page, name).click())

export const behindAct = (menu: string | RegExp, act: string) =>
  layered(`${act} of ${menu}`, async (page) => {
    await button(page, menu).click()
    await page.getByRole('menuitem', { name: act }).click()
    await expect(page.getByRole('dialog').getByRole('heading')).toBeVisible()
  })

/** Brings the page into one state after the other, in which axe finds nothing in either colour scheme. */
export async function look(page: Page, states: readonly State[]): Promise<void> {
  for (const { of, open, close, within } of states)
    await test.step(of, async () => {
      await open(page)
      expect.soft(await accessibilityFindings(page, within), of).toEqual([])
      await close?.(page)
    })
}

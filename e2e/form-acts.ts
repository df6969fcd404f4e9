import type { Page } from '@playwright/test'

import { pasteOver } from './workbench'

/** What a person does on the page. */
export type Act = (page: Page) => Promise<void>

export const text =
  (label: string, value: string): Act =>
  async (page) => {
    await page
      .getByRole('textbox', { name: label, exact: true })
      .or(page.getByRole('combobox', { name: label, exact: true }))
      .fill(value)
  }
export const choose =
  (label: string, option: string): Act =>
  async (page) => {
    await page.getByLabel(label, { exact: true }).selectOption(option)
  }
export const toggle =
  (label: string): Act =>
  async (page) => {
    await page.getByRole('switch', { name: label, exact: true }).click()
  }
export const press =
  (name: string): Act =>
  async (page) => {
    await page.getByRole('button', { name, exact: true }).click()
  }
export const yaml =
  (label: string, value: unknown): Act =>
  async (page) => {
    await page.getByRole('button', { name: `Edit ${label} as YAML`, exact: true }).click()
    await writeYaml(page, label, JSON.stringify(value))
    await page.getByRole('button', { name: `Close the YAML of ${label}`, exact: true }).click()
  }
export const all =
  (...acts: Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page)
  }

/** Puts a text of one line in the place of what stands in the editor of a part of the form. */
export async function writeYaml(page: Page, label: string, content: string) {
  const editor = page.getByRole('textbox', { name: new RegExp(`^${label} as YAML`) })
  await pasteOver(page, editor, content)
}

/** A setting of the form: how a person sets it, and what the body of the deploy has then. */
export interface Case {
  act: Act
  expected: Record<string, unknown>
}

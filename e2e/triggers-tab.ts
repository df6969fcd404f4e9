import type { Locator, Page } from '@playwright/test'

import type { FunctionConfig } from '@/api/generated/schema'

import { deployButton, node } from './deploys'
import { expect } from './fixtures'
import type { PlatformClient } from './platform'

export const row = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: `Trigger ${name}`, exact: true })
export const head = (page: Page, name: string): Locator =>
  row(page, name).getByRole('heading').getByRole('button')
export const field = (page: Page, name: string, path: string): Locator =>
  page.locator(`[id="spec.triggers.${name}.${path}"]`)
export const addButton = (page: Page): Locator => page.getByRole('button', { name: 'Add trigger' })
export const address = (project: string, name: string): string =>
  `/projects/${project}/functions/${name}/triggers`

/** A deployed function with these triggers, its Triggers tab open. */
export async function openTriggers(
  page: Page,
  platform: PlatformClient,
  unique: (prefix: string) => string,
  spec: FunctionConfig['spec'] = {},
  source = node.source,
): Promise<{ project: string; name: string }> {
  const project = unique('triggers')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, source, spec })
  await page.goto(address(project, name))
  await expect(addButton(page)).toBeVisible()
  return { project, name }
}

export async function addTrigger(page: Page, label: string): Promise<void> {
  await addButton(page).click()
  const dialog = page.getByRole('dialog', { name: 'Add a trigger' })
  await dialog.getByRole('combobox', { name: 'Kind of trigger' }).fill(label)
  await dialog.getByRole('option').filter({ hasText: label }).first().click()
}

export async function unfold(page: Page, name: string): Promise<void> {
  const closed = row(page, name).locator('details:not([open]) > summary')
  while ((await closed.count()) > 0) await closed.first().click()
}

/** Deploys and gives the body that the page sent. */
export async function sentSpec(page: Page): Promise<NonNullable<FunctionConfig['spec']>> {
  const request = page.waitForRequest(
    (one) => one.method() === 'PUT' && new URL(one.url()).pathname.startsWith('/api/functions/'),
  )
  await deployButton(page).click()
  return ((await request).postDataJSON() as FunctionConfig).spec
}

import type { Locator, Page } from '@playwright/test'

import { address, deployButton, node } from './deploys'
import { expect, expectAccessible, test } from './fixtures'
import { writeYaml } from './form-acts'
import type { PlatformClient } from './platform'
import { expectDeployed, openTab, tabLink } from './workbench'

const environment = (page: Page): Locator => page.getByRole('textbox', { name: 'Variables as text (.env)' })
const description = (page: Page): Locator => page.getByRole('textbox', { name: 'Description', exact: true })

async function prepared(
  page: Page,
  platform: PlatformClient,
  unique: (prefix: string) => string,
  spec: Record<string, unknown>,
) {
  const project = unique('unread')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec })
  const code = address(project, name)
  await page.goto(code.replace(/code$/, 'configuration#spec.tolerations'))
  return { name, code }
}

test('texts that cannot be read are marked, announced and left out of a deploy, until they are mended or dropped', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const { name, code } = await prepared(page, platform, unique, {
    tolerations: [{ key: 'a' }],
    env: [{ name: 'A', value: '1' }],
  })
  await page.getByRole('button', { name: 'Edit Tolerations as YAML', exact: true }).click()
  await writeYaml(page, 'Tolerations', '}')
  await expect(page.getByText(/The text stays here/)).toBeVisible()
  await page.getByRole('button', { name: 'Edit as text (.env)' }).click()
  await environment(page).fill('A=1\nno variable')
  await expect(page.getByText(/^Line 2: There is no NAME=value here/)).toBeVisible()
  await expect(tabLink(page, 'Configuration')).toHaveAccessibleDescription('needs a change')

  // In another tab, in which the configuration was never opened.
  const other = await context.newPage()
  await other.goto(code)
  await expect(tabLink(other, 'Configuration')).toHaveAccessibleDescription('needs a change')
  await expect(other.getByText(/^Restored your edits from .* · 2 texts cannot be read$/)).toBeVisible()
  await expect(deployButton(other)).toHaveAttribute('title', /^Without what was typed last: 2 texts/)
  await other.getByRole('link', { name: /^Review .*2 unread texts$/ }).click()
  const texts = other.getByRole('region', { name: 'What cannot be read' })
  await expect(texts.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(other)
  await texts.getByRole('button', { name: 'Drop the text of Tolerations' }).click()
  await expect(texts.getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText(/The text stays here/)).toHaveCount(0)
  await other.close()

  await description(page).fill('deployed without it')
  await deployButton(page).click()
  await expectDeployed(page)
  expect((await platform.getFunction(name)).spec).toMatchObject({
    description: 'deployed without it',
    env: [{ name: 'A', value: '1' }],
  })
  await page.reload()
  await expect(environment(page)).toHaveValue('A=1\nno variable')
  await environment(page).fill('A=1\nB=2')
  await expect(tabLink(page, 'Configuration')).toHaveAccessibleDescription('edited')
  await expect(environment(page)).toHaveValue('A=1\nB=2')
  await page.getByRole('button', { name: 'Edit in fields' }).click()
  await expect(page.getByLabel('Value of B', { exact: true })).toHaveValue('2')
})

test('a .env text that is mended after a reload keeps what someone else changed meanwhile', async ({
  page,
  platform,
  unique,
}) => {
  const { name } = await prepared(page, platform, unique, {
    env: [
      { name: 'A', value: '1' },
      { name: 'API_TOKEN', value: 'hush' },
      { name: 'C', value: '1' },
    ],
  })
  await page.getByRole('button', { name: 'Edit as text (.env)' }).click()
  await environment(page).fill('A=mine\nAPI_TOKEN=••••••\nC=1\nD')
  await expect(page.getByText(/There is no NAME=value here/)).toBeVisible()

  const { metadata, spec } = await platform.getFunction(name)
  const env = [
    { name: 'A', value: '1' },
    { name: 'API_TOKEN', value: 'other' },
    { name: 'C', value: '1' },
    { name: 'NEW', value: 'theirs' },
  ]
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata, spec: { ...spec, env } },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  await page.reload()
  await expect(page.getByText(/^Someone changed .* merged with your edits$/)).toBeVisible()
  await expect(environment(page)).toHaveValue(/\nD$/)
  await environment(page).fill('A=mine\nAPI_TOKEN=••••••\nD=mine')
  await expect(environment(page)).toHaveValue(/^NEW=theirs$/m)
  await openTab(page, 'Code')
  await deployButton(page).click()
  await expectDeployed(page)
  const stored = (await platform.getFunction(name)).spec.env ?? []
  expect(Object.fromEntries(stored.map((variable) => [variable.name, variable.value]))).toEqual({
    A: 'mine',
    API_TOKEN: 'other',
    NEW: 'theirs',
    D: 'mine',
  })
})

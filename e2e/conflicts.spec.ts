import type { Browser, Locator, Page } from '@playwright/test'

import { address, deployButton, saying, sourceOnServer } from './deploys'
import { expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'
import { expectDeployed, expectSource, replaceSource } from './workbench'

const lines = (first: string, last: string): string =>
  [`// ${first}`, 'exports.handler = (context) => {', '  context.callback("answer")', '}', `// ${last}`].join(
    '\n',
  )

const configuration = (project: string, name: string): string =>
  address(project, name).replace(/code$/, 'configuration')

const description = (page: Page): Locator => page.getByRole('textbox', { name: 'Description', exact: true })

/** What one clash is about, in the view of all of them. */
const question = (page: Page, name: string | RegExp): Locator => page.getByRole('group', { name })

/** A second person, in a browser of their own. */
async function secondPerson(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** Another person stores the function with another source or other fields, and its deploy has ended. */
async function storeBehind(
  platform: PlatformClient,
  name: string,
  change: { source?: string; description?: string },
): Promise<void> {
  const { metadata, spec } = await platform.getFunction(name)
  const { source, ...fields } = change
  const build = source
    ? { ...spec.build, functionSourceCode: Buffer.from(source).toString('base64') }
    : spec.build
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata, spec: { ...spec, ...fields, build } },
    { 'x-nuclio-wait-function-action': 'true' },
  )
}

async function descriptionOnServer(platform: PlatformClient, name: string): Promise<string | undefined> {
  return (await platform.getFunction(name)).spec.description
}

test('two people change different things: both arrive, and nobody is asked', async ({
  page,
  browser,
  platform,
  unique,
}) => {
  const project = unique('apart')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source: lines('a', 'b') })
  await page.goto(address(project, name))
  await replaceSource(page, lines('mine', 'b'))

  const other = await secondPerson(browser)
  await other.goto(configuration(project, name))
  await description(other).fill('from the other')
  await deployButton(other).click()
  await expectDeployed(other)

  await expect(page.getByText(/^Someone changed description \d\d:\d\d · merged with your edits/)).toBeVisible(
    {
      timeout: 30_000,
    },
  )
  await expectSource(page, lines('mine', 'b'))
  await deployButton(page).click()
  await expectDeployed(page)
  await expect.poll(() => sourceOnServer(platform, name)).toBe(lines('mine', 'b'))
  expect(await descriptionOnServer(platform, name)).toBe('from the other')
  await page.getByRole('button', { name: 'Put away' }).last().click()
  await expect(page.getByText(/^Someone changed/)).toHaveCount(0)
})

test('two people change the same: it is asked, and the answer is deployed @dialects', async ({
  page,
  browser,
  platform,
  unique,
}) => {
  const project = unique('same')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({
    name,
    project,
    runtime: 'nodejs',
    source: saying('first'),
    spec: { description: 'old' },
  })
  await page.goto(configuration(project, name))
  await description(page).fill('mine')

  const other = await secondPerson(browser)
  await other.goto(configuration(project, name))
  await description(other).fill('theirs')
  await deployButton(other).click()
  await expectDeployed(other)

  await expect(page.getByText(/^Someone changed description .*and so did you/)).toBeVisible({
    timeout: 30_000,
  })
  await deployButton(page).click()
  await expect(page.getByText(/^Not deployed: someone changed description/)).toBeVisible()
  await expect(description(page)).toHaveValue('mine')
  expect(await descriptionOnServer(platform, name)).toBe('theirs')

  // A reload forgets neither what was typed nor that it is a question.
  await page.reload()
  await expect(page.getByText(/^Someone changed description .*and so did you/)).toBeVisible()
  await page.getByRole('link', { name: 'Decide' }).click()
  const asked = question(page, 'Description')
  await expect(asked).toContainText('old')
  await expect(asked).toContainText('mine')
  await expect(asked).toContainText('theirs')

  // With the keyboard alone.
  await asked.getByRole('radio', { name: 'Theirs' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(asked.getByRole('radio', { name: 'Mine' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()
  await expectAccessible(page)
  await deployButton(page).click()
  await expectDeployed(page)
  await expect.poll(() => descriptionOnServer(platform, name)).toBe('mine')
})

test('theirs can be chosen, and then nothing is left to deploy', async ({ page, platform, unique }) => {
  const project = unique('theirs')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({
    name,
    project,
    runtime: 'nodejs',
    source: saying('first'),
    spec: { description: 'old' },
  })
  await page.goto(configuration(project, name))
  await description(page).fill('mine')
  await storeBehind(platform, name, { description: 'theirs' })
  await deployButton(page).click()
  await page.getByRole('link', { name: 'Decide' }).click()
  await page.getByRole('button', { name: 'Choose theirs everywhere' }).click()
  await page.getByRole('button', { name: 'Use these choices' }).click()
  await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()
  await page.goto(configuration(project, name))
  await expect(description(page)).toHaveValue('theirs')
  await expect(page.getByText(/changed description/)).toHaveCount(0)
})

test('a source is merged by lines, and only the line that both changed is asked about', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('lines')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source: lines('a', 'b') })
  await page.goto(address(project, name))
  await replaceSource(page, lines('mine', 'b'))
  await storeBehind(platform, name, { source: lines('a', 'theirs'), description: 'told too' })

  // It changed a moment before: found when the deploy reads, merged, and deployed without a question.
  await deployButton(page).click()
  await expectDeployed(page)
  await expect.poll(() => sourceOnServer(platform, name)).toBe(lines('mine', 'theirs'))
  expect(await descriptionOnServer(platform, name)).toBe('told too')
  await expectSource(page, lines('mine', 'theirs'))
  await page.getByRole('link', { name: 'Look' }).click()
  await expect(page.getByRole('heading', { name: 'Merged with your edits' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'description' })).toBeVisible()
  await expectAccessible(page)

  await page.goto(address(project, name))
  await replaceSource(page, lines('mine again', 'mine too'))
  await storeBehind(platform, name, { source: lines('theirs again', 'theirs') })
  await deployButton(page).click()
  await expect(page.getByText(/^Not deployed: someone changed/)).toBeVisible()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByRole('link', { name: 'Decide' }).click()
  const asked = question(page, /line 1$/)
  await expect(asked).toContainText('// theirs again')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await expectAccessible(page)
  await asked.getByRole('radio', { name: 'Something else' }).check()
  await asked.getByRole('textbox').fill('// both of us\n// in two lines')
  await page.getByRole('button', { name: 'Use these choices' }).click()
  await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()
  await page.setViewportSize({ width: 1366, height: 768 })
  await deployButton(page).click()
  await expectDeployed(page)
  await expect
    .poll(() => sourceOnServer(platform, name))
    .toBe(lines('both of us\n// in two lines', 'mine too'))
})

import { createHmac } from 'node:crypto'

import type { Page } from '@playwright/test'

import { expect, expectAccessible, test } from './fixtures'
import { expectState } from './workbench'

const list = (page: Page) => page.getByRole('list', { name: 'Templates' })
const row = (page: Page, title: string) =>
  list(page)
    .getByRole('link')
    .filter({ has: page.getByText(title, { exact: true }) })
const use = (page: Page) => page.getByRole('button', { name: 'Use template' })
const titles = (page: Page) => list(page).locator('a > span:first-child').allTextContents()
const source = (page: Page) => page.getByRole('tabpanel')

const noSideways = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

/** The dialog is answered, and the workbench of the function has taken its place. */
async function createAs(page: Page, name: string, project: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Project').selectOption(project)
  await dialog.getByRole('button', { name: 'Create and deploy' }).click()
  await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions/${name}/code$`))
  await expectState(page, 'ready')
}

test('the gallery is searched and narrowed, here and by the server, and its address restores it', async ({
  page,
}) => {
  await page.goto('/projects')
  await page.getByRole('banner').getByRole('link', { name: 'Templates' }).click()
  await expect(page).toHaveTitle('Templates · Nuclio')
  await expect(page.getByText(/^1\d templates$/)).toBeVisible()
  await expect(source(page)).toContainText('class')
  await expectAccessible(page)

  await page.getByRole('checkbox', { name: /^Python/ }).check()
  await page.getByRole('checkbox', { name: /^Shell/ }).check()
  await page.getByRole('checkbox', { name: /^Cron/ }).check()
  await expect.poll(() => titles(page)).toEqual(['scheduled-job'])
  await expect(page).toHaveURL(/runtime=python%2Cshell&trigger=cron/)
  // A facet counts what it would leave beside the other one.
  await expect(page.getByRole('checkbox', { name: 'Shell 0' })).toBeChecked()
  await page.getByRole('checkbox', { name: /^Cron/ }).uncheck()

  const search = page.getByRole('searchbox', { name: 'Search the templates' })
  await search.fill('TR -CS')
  await expect.poll(() => titles(page)).toEqual(['word-count'])
  await search.press('ArrowDown')
  await expect(row(page, 'word-count')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: 'word-count' })).toBeVisible()
  await page.reload()
  await expect(search).toHaveValue('TR -CS')
  await expect(page.getByRole('checkbox', { name: /^Shell/ })).toBeChecked()
  await expect(page.getByRole('heading', { level: 2, name: 'word-count' })).toBeVisible()
  await page.getByRole('tab', { name: 'Configuration' }).click()
  await expect(source(page)).toContainText('runtime')

  // The server looks at names and configurations only, and tells upper and lower case apart.
  await page.getByRole('checkbox', { name: 'Let the server search' }).check()
  await expect(page.getByRole('heading', { name: 'No template matches' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await search.fill('v3ioStream')
  await expect.poll(() => titles(page)).toEqual(['stream-totals'])
  await search.fill('V3ioStream')
  await expect(page.getByRole('heading', { name: 'No template matches' })).toBeVisible()
  await search.fill('日本')
  await expect(page.getByText(/takes Latin letters only/)).toBeVisible()
  await page.goto('/templates?template=no-such')
  await expect(page.getByRole('heading', { name: 'No template “no-such” here' })).toBeVisible()
})

test('a template asks for values, shows what comes of them, and becomes a function that answers', async ({
  page,
  platform,
  unique,
}) => {
  const [project, name] = [unique('made'), unique('hook')]
  await platform.createProject(project)
  // High enough for the whole configuration: an editor draws no line that is not in view.
  await page.setViewportSize({ width: 1366, height: 1100 })
  await page.goto('/templates?template=signed-webhook')
  await expect(use(page)).toHaveAttribute('aria-disabled', 'true')
  await expect(use(page)).toHaveAccessibleDescription('Shared secret: fill it in first')
  await expect(source(page)).toContainText('timingSafeEqual')

  await page.getByLabel('Shared secret', { exact: true }).fill('a "fine": secret')
  await page.getByLabel('Algorithm').selectOption('sha512')
  const workers = page.getByLabel('Workers')
  await workers.fill('17')
  await expect(workers).toHaveAttribute('aria-invalid', 'true')
  await expect(use(page)).toHaveAccessibleDescription('Workers: From 1 to 16')
  await expectAccessible(page)
  await workers.fill('2')
  await page.getByRole('tab', { name: 'Configuration' }).click()
  await expect(source(page)).toContainText('numWorkers: 2')
  await expect(source(page)).toContainText('sha512')
  await expect(source(page)).toContainText('••••')

  // Looking at another one, or leaving, loses nothing of it.
  await row(page, 'echo').click()
  await expect(page.getByRole('heading', { level: 2, name: 'echo' })).toBeVisible()
  await row(page, 'signed-webhook').click()
  await expect(workers).toHaveValue('2')
  await expect(page.getByLabel('Shared secret', { exact: true })).toHaveValue('a "fine": secret')

  await expect(use(page)).not.toHaveAttribute('aria-disabled', 'true')
  await use(page).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await expect(dialog.getByLabel('Name')).toHaveValue(/^signed-webhook/)
  await dialog.getByLabel('Name').fill('No name')
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/Leave out spaces/)
  await expectAccessible(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await noSideways(page)
  await createAs(page, name, project)

  const body = '{"type":"push"}'
  const signature = createHmac('sha512', 'a "fine": secret').update(body).digest('hex')
  const call = (headers: Record<string, string>) =>
    platform.send('POST', '/api/function_invocations', body, { ...headers, 'x-nuclio-function-name': name })
  const answer = await call({ 'X-Hub-Signature-256': `sha512=${signature}` })
  expect(await answer.json()).toEqual({ accepted: true, type: 'push' })
  await expect(call({})).rejects.toThrow('401')
})

test('an empty project and the creation of a function lead to the templates, also on a small screen', async ({
  page,
  platform,
  unique,
}) => {
  const [project, name] = [unique('made'), unique('echo')]
  await platform.createProject(project)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/projects/${project}/functions`)
  await page.getByRole('link', { name: 'Look at the templates' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New function from a template' })).toBeVisible()
  await page.getByRole('link', { name: 'Start from a runtime instead' }).click()
  await page.getByRole('link', { name: 'Start from a template' }).click()
  await expect(row(page, 'csv-to-json')).toBeVisible()
  await noSideways(page)
  await expectAccessible(page)
  await row(page, 'csv-to-json').click()
  await expect(list(page)).toBeHidden()
  await page.getByRole('link', { name: 'All templates' }).click()
  await row(page, 'csv-to-json').click()
  await expect(source(page)).toContainText('parseCsv')
  await noSideways(page)
  await expectAccessible(page)

  await use(page).click()
  await expect(page.getByRole('dialog').getByLabel('Project')).toHaveValue(project)
  await createAs(page, name, project)
})

test('templates come in every shape and make functions @dialects', async ({ page, platform, unique }) => {
  const [project, name] = [unique('made'), unique('job')]
  await platform.createProject(project)
  await page.goto('/templates')
  // The name is shown, and linked, without the identifier behind it.
  await expect(row(page, 'scheduled-job')).toHaveAttribute('href', '/templates?template=scheduled-job')
  await row(page, 'scheduled-job').click()
  await page.getByLabel('Interval').selectOption('1s')
  await use(page).click()
  await createAs(page, name, project)
  await expect
    .poll(async () => {
      const answer = await platform.send('GET', '/api/function_invocations', undefined, {
        'x-nuclio-function-name': name,
      })
      return (await answer.json()) as unknown
    })
    .toMatchObject({
      job: 'clean-up',
      latest: expect.arrayContaining([expect.objectContaining({ ok: true })]),
    })
})

test('what the server refuses or fails at is said where it happens, and typed values stay', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of (400|404|500)/)
  const [project, name] = [unique('made'), unique('taken')]
  await platform.createProject(project)
  const fail = (method: string, path: string, status: number, count = 1) =>
    platform.control('POST', 'faults', { method, path, status, count })

  await fail('GET', '/api/function_templates', 500, 5)
  await page.goto('/templates?template=scheduled-job')
  await expect(page.getByRole('alert', { name: 'The templates could not be had' })).toBeVisible()
  await expectAccessible(page)
  await platform.control('DELETE', 'faults')
  await page.getByRole('button', { name: 'Try again' }).click()

  // What the values start with has been rendered: the fault is for what is typed.
  await expect(use(page)).not.toHaveAttribute('aria-disabled', 'true')
  await fail('POST', '/api/function_templates/render', 400)
  const job = page.getByLabel('Name of the job')
  await job.fill('weekly: report')
  const alert = page.getByRole('alert', { name: 'The server could not fill in the template' })
  await expect(alert).toBeVisible()
  await expect(page.getByText(/may not fit where the template puts it/)).toBeVisible()
  await expect(use(page)).toHaveAccessibleDescription('The server could not fill in the template')
  await expectAccessible(page)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(alert).toHaveCount(0)

  await use(page).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Project').selectOption(project)
  await fail('POST', '/api/functions', 500)
  await dialog.getByRole('button', { name: 'Create and deploy' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Failed on request of a test control')
  await expect(dialog.getByLabel('Name')).toHaveValue(name)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(job).toHaveValue('weekly: report')
  await use(page).click()
  await expect(dialog.getByLabel('Name')).toHaveValue(name)
  await expect(dialog.getByLabel('Project')).toHaveValue(project)
})

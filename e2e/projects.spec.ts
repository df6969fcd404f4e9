import type { Locator, Page } from '@playwright/test'

import { expect, test } from './fixtures'
import type { PlatformClient } from './platform'

const greet = 'def handler(context, event):\n    return "hello"\n'

const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

async function act(page: Page, name: string, item: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions on ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  return page.getByRole('dialog')
}

async function projectNames(platform: PlatformClient): Promise<string[]> {
  const response = await platform.send('GET', '/api/projects')
  return Object.keys((await response.json()) as Record<string, unknown>)
}

async function names(page: Page): Promise<string[]> {
  return page.locator('tbody tr td:first-child a').allTextContents()
}

/** As when one comes back to the tab: what is shown is asked for again. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
}

test.describe('create', () => {
  test('rules are told while one types', async ({ page, platform, unique }) => {
    const taken = unique('taken')
    await platform.createProject(taken)
    await page.goto('/projects')
    await page.getByRole('button', { name: 'New project' }).click()
    const dialog = page.getByRole('dialog', { name: 'New project' })
    const name = dialog.getByLabel('Name')
    await expect(name).toBeFocused()
    for (const [typed, problem] of [
      ['My shop', 'Leave out spaces'],
      ['Shop', 'Use lower-case letters only'],
      ['shop/1', 'Leave out “/”'],
      ['-shop', 'Begin and end with a letter or a digit'],
      ['a'.repeat(64), 'this name has 64'],
      [taken, 'already a project by this name'],
    ] as const) {
      await name.fill(typed)
      await expect(name).toHaveAccessibleDescription(new RegExp(problem))
      await name.press('Enter')
      await expect(dialog).toBeVisible()
    }
    const button = dialog.getByRole('button', { name: 'Create project' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')

    const good = unique('shop')
    await name.fill(good)
    await expect(name).not.toHaveAttribute('aria-invalid', 'true')
    await dialog.getByLabel('Description').fill('Where things are sold')
    await name.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/projects/${good}/functions$`))
    await expect(page.getByText(`Project ${good} created`)).toBeVisible()
    await page.goto(`/projects?q=${good}`)
    await expect(row(page, good)).toContainText('Where things are sold')
  })

  test('without a name it becomes a UUID', async ({ page, platform }) => {
    await page.goto('/projects')
    await page.getByRole('button', { name: 'New project' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Create project' }).click()
    const uuid = /\/projects\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/functions$/
    await expect(page).toHaveURL(uuid)
    expect(await projectNames(platform)).toContain(uuid.exec(page.url())?.[1])
  })

  test('a refusal keeps what was typed and says why', async ({ page, platform, unique, expectedErrors }) => {
    expectedErrors.push(/500/)
    const name = unique('shop')
    await page.goto('/projects')
    await page.getByRole('button', { name: 'New project' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByLabel('Description').fill('Where things are sold')
    await platform.control('POST', 'faults', { method: 'POST', path: '/api/projects', status: 500 })
    await dialog.getByRole('button', { name: 'Create project' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Failed on request of a test control with 500')
    await expect(dialog.getByLabel('Name')).toHaveValue(name)
    await expect(dialog.getByLabel('Description')).toHaveValue('Where things are sold')
    await dialog.getByRole('button', { name: 'Create project' }).click()
    await expect(page).toHaveURL(new RegExp(`/projects/${name}/functions$`))
  })
})

test('description and labels are edited, by the rules of labels', async ({ page, platform, unique }) => {
  const name = unique('shop')
  await platform.createProject(name, 'Before')
  await page.goto(`/projects?q=${name}`)
  let dialog = await act(page, name, 'Edit')
  await dialog.getByLabel('Description').fill('After')
  await dialog.getByRole('button', { name: 'Add label' }).click()
  await dialog.getByLabel('Key of label 1').fill('team name')
  await expect(dialog.getByLabel('Key of label 1')).toHaveAccessibleDescription(/may not contain spaces/)
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Key of label 1').fill('team')
  await dialog.getByLabel('Value of label 1').fill('web/')
  await expect(dialog.getByLabel('Value of label 1')).toHaveAccessibleDescription(/may not contain “\/”/)
  await dialog.getByLabel('Value of label 1').fill('web')
  await dialog.getByRole('button', { name: 'Add label' }).click()
  await dialog.getByLabel('Key of label 2').fill('team')
  await expect(dialog.getByLabel('Key of label 2')).toHaveAccessibleDescription(/already there/)
  await dialog.getByLabel('Key of label 2').fill('example.com/stage')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(row(page, name)).toContainText('After')

  const kept = (await (await platform.send('GET', `/api/projects/${name}`)).json()) as {
    metadata: { labels: unknown }
    spec: { description: string }
  }
  expect(kept.spec.description).toBe('After')
  expect(kept.metadata.labels).toMatchObject({ team: 'web', 'example.com/stage': '' })

  dialog = await act(page, name, 'Edit')
  await dialog.getByRole('button', { name: 'Remove label team' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await page.reload()
  dialog = await act(page, name, 'Edit')
  await expect(dialog.getByLabel('Key of label 1')).toHaveValue('example.com/stage')
  await expect(dialog.getByLabel('Key of label 2')).toHaveCount(0)
})

test('search and order stand in the address, for a reload and for Back', async ({
  page,
  platform,
  unique,
}) => {
  const mark = unique('find')
  const [a, b] = [`${mark}-a`, `${mark}-b`]
  await platform.createProject(a, 'the last words')
  await platform.createProject(b, 'earlier words')
  await page.goto('/projects')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects')
  await page.keyboard.press('/')
  await expect(page.getByLabel('Filter projects')).toBeFocused()
  await page.keyboard.type(mark)
  await expect.poll(() => names(page)).toEqual([a, b])
  await expect(page).toHaveURL(`/projects?q=${mark}`)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await expect.poll(() => names(page)).toEqual([b, a])
  await expect(page).toHaveURL(`/projects?q=${mark}&sort=-name`)
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click()
  await page.getByRole('columnheader', { name: 'Description' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Description' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect.poll(() => names(page)).toEqual([b, a])
  await expect(page).toHaveURL(`/projects?q=${mark}&sort=description`)

  await page.reload()
  await expect(page.getByLabel('Filter projects')).toHaveValue(mark)
  expect(await names(page)).toEqual([b, a])
  await page.getByRole('link', { name: b }).click()
  await expect(page).toHaveURL(`/projects/${b}/functions`)
  await page.goBack()
  await expect(page.getByLabel('Filter projects')).toHaveValue(mark)
  expect(await names(page)).toEqual([b, a])

  await page.getByLabel('Filter projects').fill('the LAST')
  await expect.poll(() => names(page)).toEqual([a])
  await page.getByLabel('Filter projects').fill('nothing is called like this')
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page).toHaveURL('/projects?sort=description')
})

test('a count leads to the functions that it counts', async ({ page, platform, unique }) => {
  const project = unique('counted')
  await platform.control('POST', 'seed', { count: 30, project })
  await page.goto(`/projects?q=${project}`)
  const link = row(page, project).getByRole('link', { name: /failing$/ })
  const count = Number.parseInt((await link.textContent())?.replaceAll(/\D/g, '') ?? '', 10)
  expect(count).toBeGreaterThan(1)
  await link.click()
  await expect(page).toHaveURL(`/projects/${project}/functions?state=failing`)
  await expect(page.locator('tbody tr')).toHaveCount(count)
  await expect(page.locator('tbody tr').filter({ hasText: /error|unhealthy/ })).toHaveCount(count)
})

test.describe('delete', () => {
  test('an empty project goes', async ({ page, platform, unique }) => {
    const name = unique('empty')
    await platform.createProject(name)
    await page.goto(`/projects?q=${name}`)
    const dialog = await act(page, name, 'Delete')
    await expect(dialog).toContainText('no functions')
    await dialog.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(page.getByText(`Project ${name} deleted`)).toBeVisible()
    await expect(row(page, name)).toHaveCount(0)
    expect(await projectNames(platform)).not.toContain(name)
  })

  test('what is not empty says what it contains, and goes with it only by its name', async ({
    page,
    platform,
    unique,
  }) => {
    const name = unique('full')
    const fn = unique('echo')
    await platform.createProject(name)
    await platform.deploy({ name: fn, project: name, source: greet })
    await page.goto(`/projects?q=${name}`)
    const dialog = await act(page, name, 'Delete')
    await expect(dialog).toContainText(`1 function: ${fn}`)
    const plain = dialog.getByRole('button', { name: `Delete ${name}`, exact: true })
    await plain.press('Enter')
    await expect(plain).toHaveAccessibleDescription(/not empty/)
    expect(await projectNames(platform)).toContain(name)

    await dialog.getByRole('checkbox', { name: /everything in it/ }).check()
    const all = dialog.getByRole('button', { name: `Delete ${name} and its contents` })
    await all.press('Enter')
    await expect(dialog).toBeVisible()
    await dialog.getByLabel(`Type “${name}” to go on`).fill(name.slice(1))
    await expect(all).toHaveAttribute('aria-disabled', 'true')
    expect(await projectNames(platform)).toContain(name)
    await dialog.getByLabel(`Type “${name}” to go on`).fill(name)
    await all.click()
    await expect(page.getByText(`Project ${name} deleted`)).toBeVisible()
    await expect(row(page, name)).toHaveCount(0)
    expect(await projectNames(platform)).not.toContain(name)
    await expect(platform.getFunction(fn)).rejects.toThrow('404')
  })

  test('the default project says why it stays', async ({ page }) => {
    await page.goto('/projects?q=default')
    await page.getByRole('button', { name: 'Actions on default', exact: true }).click()
    const item = page.getByRole('menuitem', { name: /^Delete/ })
    await expect(item).toContainText('functions without a project belong to it')
    await expect(item).toHaveAttribute('aria-disabled', 'true')
    // By force: the page does not call it pressable, and pressed nevertheless it does nothing.
    await item.click({ force: true })
    await expect(item).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('a refusal is told in the dialog', async ({ page, platform, unique, expectedErrors }) => {
    expectedErrors.push(/412/)
    const name = unique('held')
    await platform.createProject(name)
    await page.goto(`/projects?q=${name}`)
    const dialog = await act(page, name, 'Delete')
    await expect(dialog).toContainText('no functions')
    // Somebody else is quicker.
    await platform.deploy({ name: unique('echo'), project: name, source: greet })
    await dialog.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(dialog.getByRole('alert')).not.toBeEmpty()
    expect(await projectNames(platform)).toContain(name)
  })
})

test.describe('failures', () => {
  test.afterEach(({ platform }) => platform.control('DELETE', 'faults'))

  test('a list that does not load says so, and loads on another try', async ({
    page,
    platform,
    expectedErrors,
  }) => {
    expectedErrors.push(/500/)
    await platform.control('POST', 'faults', { path: '/api/projects', status: 500, count: 2 })
    await page.goto('/projects?q=default')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The server failed')
    await expect(
      page.getByText('Failed on request of a test control with 500', { exact: true }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects')
    await expect(row(page, 'default')).toBeVisible()
  })

  test('a failed refresh keeps the list and says how old it is', async ({
    page,
    platform,
    unique,
    expectedErrors,
  }) => {
    expectedErrors.push(/500/)
    const name = unique('kept')
    await platform.createProject(name)
    await page.goto(`/projects?q=${name}`)
    await expect(row(page, name)).toBeVisible()
    await platform.control('POST', 'faults', { path: '/api/projects', status: 500, count: 99 })
    await comeBack(page)
    await expect(page.getByText(/last updated .* ago, retrying/)).toBeVisible()
    await expect(row(page, name)).toBeVisible()
    await platform.control('DELETE', 'faults')
    await expect(page.getByText(/last updated .* ago, retrying/)).toBeHidden()
    await expect(row(page, name)).toBeVisible()
  })
})

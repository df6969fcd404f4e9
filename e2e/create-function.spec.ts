import { expect, test } from './fixtures'
import { expectState } from './workbench'

const create = { name: 'Create and deploy' }

test('the rules of a name are told while one types, and a taken name opens what has it', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('new')
  const taken = unique('taken')
  await platform.createProject(project)
  await platform.deploy({ name: taken, project, runtime: 'shell', handler: 'main.sh', source: 'echo\n' })
  await page.goto(`/projects/${project}/create-function`)
  const name = page.getByLabel('Name')
  const button = page.getByRole('button', create)
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/Lower-case letters, digits and hyphens/)
  for (const [typed, problem] of [
    ['My function', 'Leave out spaces'],
    ['Hello', 'Use lower-case letters only'],
    ['a/b', 'Leave out “/”'],
    ['-a', 'Begin and end with a letter or a digit'],
    ['a'.repeat(57), 'this name has 57'],
    ['dashboard', 'reserved for a part of Nuclio'],
  ] as const) {
    await name.fill(typed)
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await expect(name).toHaveAccessibleDescription(new RegExp(problem))
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await name.press('Enter')
    await expect(page).toHaveURL(/\/create-function$/)
  }
  await name.fill(unique('free'))
  await expect(name).not.toHaveAttribute('aria-invalid', 'true')
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')

  await name.fill(taken)
  await expect(name).toHaveAccessibleDescription(/already a function by this name/)
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('link', { name: `Open ${taken}` }).click()
  await expect(page).toHaveURL(new RegExp(`/functions/${taken}/code$`))
  await expect(page.getByRole('heading', { level: 1, name: taken })).toBeVisible()
})

test('a runtime brings its starter code, and one that does not run here says which do', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('new')
  const name = unique('go')
  await platform.createProject(project)
  await page.goto(`/projects/${project}/create-function`)
  const starter = page.getByRole('region', { name: /^Starter code/ })
  for (const [label, file, code] of [
    ['Python 3.9', 'main.py', 'def handler(context, event):'],
    ['Node.js', 'main.js', 'exports.handler'],
    ['Shell', 'main.sh', '#!/bin/sh'],
    ['Go', 'main.go', 'package main'],
  ] as const) {
    await page.getByRole('radio', { name: label, exact: true }).check()
    await expect(starter).toContainText(file)
    await expect(starter).toContainText(code)
  }
  await expect(page.getByText(/do not run on the embedded platform/)).toBeVisible()

  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', create).click()
  await expect(page).toHaveURL(new RegExp(`/functions/${name}/code$`))
  await expectState(page, 'error')
  await expect(page.getByText(/It runs nodejs, python, shell/).first()).toBeVisible()
})

test('a refusal stands where it belongs and nothing typed is lost', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of (404|409|500)/)
  const [project, elsewhere] = [unique('new'), unique('other')]
  const [taken, name] = [unique('taken'), unique('fn')]
  await platform.createProject(project)
  await platform.createProject(elsewhere)
  await platform.deploy({
    name: taken,
    project: elsewhere,
    runtime: 'shell',
    handler: 'main.sh',
    source: 'echo\n',
  })
  await page.goto(`/projects/${project}/create-function`)
  const field = page.getByLabel('Name')
  await field.fill(taken)
  await page.getByLabel(/^Description/).fill('Typed with care')
  await page.getByRole('radio', { name: 'Node.js' }).check()
  await page.getByRole('button', create).click()
  await expect(field).toHaveAccessibleDescription(/already a function by this name in the namespace/)

  await field.fill(name)
  await expect(field).not.toHaveAttribute('aria-invalid', 'true')
  await platform.control('POST', 'faults', { method: 'POST', path: '/api/functions', status: 500 })
  await page.getByRole('button', create).click()
  await expect(page.getByRole('alert')).toContainText('Failed on request of a test control')
  await expect(field).toHaveValue(name)
  await expect(page.getByLabel(/^Description/)).toHaveValue('Typed with care')
  await expect(page.getByRole('radio', { name: 'Node.js' })).toBeChecked()

  await page.getByRole('button', create).click()
  await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions/${name}/code$`))
  await expectState(page, 'ready')
  expect((await platform.getFunction(name)).spec).toMatchObject({
    description: 'Typed with care',
    runtime: 'nodejs',
  })
})

for (const [label, said] of [
  ['Python 3.11', 'Hello, world'],
  ['Node.js', 'Hello, world'],
  ['Shell', 'Hello, world'],
] as const) {
  test(`the starter code in ${label} deploys and answers`, async ({ page, platform, unique }) => {
    const project = unique('new')
    const name = unique('starter')
    await platform.createProject(project)
    await page.goto(`/projects/${project}/create-function`)
    await page.getByLabel('Name').fill(name)
    await page.getByRole('radio', { name: label }).check()
    await page.getByLabel('Name').press('Enter')
    await expect(page).toHaveURL(new RegExp(`/functions/${name}/code$`))
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectState(page, 'ready')
    const response = await platform.send('GET', '/api/function_invocations', undefined, {
      'x-nuclio-function-name': name,
    })
    expect(await response.text()).toContain(said)
  })
}

import { writeFile } from 'node:fs/promises'

import { expect, test } from './fixtures'
import { comeBack, deployNode, exists, holdBuild, invoke, names, open, row, sayPid } from './functions-list'
import { expectState } from './workbench'

test('a row tells what a function is, how it is and where it answers', async ({
  page,
  platform,
  unique,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const project = unique('list')
  const [good, broken] = [unique('a-good'), unique('z-broken')]
  await platform.createProject(project)
  await deployNode(platform, project, good, {
    description: 'Says who answers',
    minReplicas: 1,
    maxReplicas: 2,
    triggers: {
      web: { kind: 'http', name: 'web', numWorkers: 1 },
      nightly: { kind: 'cron', name: 'nightly', attributes: { interval: '10h' } },
      weekly: { kind: 'cron', name: 'weekly', attributes: { interval: '100h' } },
    },
  })
  await platform.deploy({ name: broken, project, runtime: 'shell', handler: 'main.sh', source: 'if then\n' })
  await open(page, project)

  const cells = row(page, good).getByRole('cell')
  await expect(row(page, good).getByRole('link', { name: good })).toHaveAttribute('title', /Says who answers/)
  await expect(cells.filter({ hasText: /^ready$/ })).toBeVisible()
  await expect(cells.filter({ hasText: /^Node\.js$/ })).toBeVisible()
  await expect(cells.filter({ hasText: /^http\s*cron ×2$/ })).toBeVisible()
  await expect(cells.filter({ hasText: /^1–2$/ })).toBeVisible()
  await expect(row(page, good).locator('time')).toHaveText(/now|\d+ (s|min)/)

  await row(page, good).hover()
  await page.getByRole('button', { name: `Copy invocation URL of ${good}` }).click()
  const url = await page.evaluate(() => navigator.clipboard.readText())
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await (await fetch(url)).text()).toMatch(/^\d+$/)

  // What fails comes first, with the cause and not the sentence before it.
  expect(await names(page)).toEqual([broken, good])
  await expect(row(page, broken)).toContainText('error')
  const reason = row(page, broken).getByRole('link', { name: /Syntax error/ })
  await expect(reason).toHaveText(/^main\.sh: 1: Syntax error/)
  await expect(row(page, broken).getByRole('button', { name: /^Copy/ })).toHaveCount(0)
  await reason.click()
  await expect(page).toHaveURL(new RegExp(`/functions/${broken}/code$`))
})

test('search, filters and order stand in the address', async ({ page, platform, unique }) => {
  const project = unique('many')
  await platform.control('POST', 'seed', { count: 40, project })
  await open(page, project)
  await expect(page.getByRole('status').filter({ hasText: '40 functions' })).toBeVisible()
  await expect(page.getByLabel('State').getByRole('option')).toContainText(['any state', 'failing (8)'])

  await page.getByLabel('State').selectOption('failing')
  await expect(page.getByRole('status').filter({ hasText: '8 of 40' })).toBeVisible()
  await page.getByLabel('Runtime').selectOption('golang')
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(() => names(page)).toEqual(['function-00016', 'function-00008'])
  await page.getByLabel('Filter functions').fill('CRON error')
  const isKept = async () => {
    await expect.poll(() => names(page)).toEqual(['function-00016'])
    await expect(page.getByLabel('Filter functions')).toHaveValue('CRON error')
    await expect(page.getByLabel('State')).toHaveValue('failing')
    await expect(page.getByLabel('Runtime')).toHaveValue('golang')
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  }
  await isKept()
  await expect(page).toHaveURL(/q=CRON\+error/)
  const params = Object.fromEntries(new URL(page.url()).searchParams)
  expect(params).toEqual({ q: 'CRON error', state: 'failing', runtime: 'golang', sort: '-name' })

  await page.reload()
  await isKept()
  await page.getByRole('link', { name: 'function-00016' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'function-00016' })).toBeVisible()
  await page.goBack()
  await isKept()

  await page.getByLabel('Filter functions').fill('nobody is called so')
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect(page.getByRole('status').filter({ hasText: '40 functions' })).toBeVisible()
  await expect(page).toHaveURL(/functions\?sort=-name$/)
})

test('a deploy is followed without a reload', async ({ page, platform, unique }, testInfo) => {
  const project = unique('live')
  const name = unique('slow')
  const gate = testInfo.outputPath('go-on')
  await platform.createProject(project)
  await holdBuild(platform, project, name, gate)
  await open(page, project)
  await expect(row(page, name)).toContainText(/building\s*\d+:\d\d/)

  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  for (const item of ['Deploy again', 'Build and deploy again', 'Disable', 'Scale to zero']) {
    const entry = page.getByRole('menuitem', { name: new RegExp(`^${item}`) })
    await expect(entry).toHaveAttribute('aria-disabled', 'true')
    await expect(entry).toContainText('Wait until the deploy has ended')
  }
  await expect(page.getByRole('menuitem', { name: 'Force deletion' })).toBeEnabled()
  await page.keyboard.press('Escape')

  await writeFile(gate, '')
  await expect(row(page, name)).toContainText('ready')
  await expect(row(page, name)).not.toContainText('building')
  await expect(row(page, name).getByRole('button', { name: /^Copy invocation URL/ })).toBeAttached()
})

test('a project without functions: a sample in one click', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  // The second project asks for a name that the first has taken.
  expectedErrors.push(/status of (409|404)/)
  for (const name of ['hello', 'hello-2']) {
    const project = unique('first')
    await platform.createProject(project)
    await open(page, project)
    await page.getByRole('button', { name: 'Deploy the sample' }).click()
    await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions/${name}/code$`))
    await expectState(page, 'ready')
    expect(await invoke(platform, name)).toContain('Hello, world')
  }
})

test('a project without functions: one from a file', async ({ page, platform, unique }) => {
  const project = unique('import')
  const name = unique('brought')
  await platform.createProject(project)
  await open(page, project)
  const file = page.getByLabel('YAML file of a function')
  const give = (text: string) =>
    file.setInputFiles({ name: 'function.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) })
  await give('project:\n  name: x\n')
  await expect(page.getByRole('alert')).toContainText('This is not a function')
  await give('metadata: [\n')
  await expect(page.getByRole('alert')).not.toContainText('This is not a function')
  const source = Buffer.from(sayPid).toString('base64')
  await give(
    `metadata:\n  name: ${name}\n  namespace: elsewhere\n  labels:\n    nuclio.io/project-name: other\n` +
      `spec:\n  runtime: nodejs\n  handler: main:handler\n  build:\n    functionSourceCode: ${source}\n`,
  )
  await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions/${name}/code$`))
  await expectState(page, 'ready')
})

test('trouble: a failed refresh keeps the rows, a failed load offers another try', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 500/)
  const project = unique('trouble')
  await platform.control('POST', 'seed', { count: 3, project })
  await open(page, project)
  await expect(row(page, 'function-00001')).toBeVisible()
  const fault = { method: 'GET', path: '/api/functions', status: 500, count: 1_000 }
  try {
    await platform.control('POST', 'faults', fault)
    await comeBack(page)
    const notice = page.getByText(/^last updated .* ago, retrying$/)
    await expect(notice).toBeVisible()
    await expect(row(page, 'function-00001')).toBeVisible()
    await platform.control('DELETE', 'faults')
    await expect(notice).toHaveCount(0)

    await platform.control('POST', 'faults', fault)
    await page.reload()
    const again = page.getByRole('button', { name: 'Try again' })
    await expect(again).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await platform.control('DELETE', 'faults')
    await again.click()
    await expect(row(page, 'function-00001')).toBeVisible()
  } finally {
    await platform.control('DELETE', 'faults')
  }
})

test('the list by keyboard alone', async ({ page, platform, unique }) => {
  const project = unique('keys')
  await platform.control('POST', 'seed', { count: 60, project })
  await open(page, project)
  await expect(row(page, 'function-00007')).toBeVisible()
  const { keyboard } = page

  await keyboard.press('/')
  await expect(page.getByLabel('Filter functions')).toBeFocused()
  await keyboard.type('unhealthy')
  await expect.poll(() => names(page)).toHaveLength(6)
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'function-00008' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'function-00017' })).toBeFocused()
  const actions = page.getByRole('button', { name: 'Actions on function-00017' })
  await keyboard.press('Tab')
  await keyboard.press('Tab')
  await expect(actions).toBeFocused()
  await keyboard.press('Enter')
  await keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(actions).toBeFocused()

  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowUp')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Delete function-00017' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(actions).toBeFocused()
  expect(await exists(platform, 'function-00017')).toBe(true)

  await keyboard.press('Enter')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await expect(row(page, 'function-00017')).toHaveCount(0)
  expect(await exists(platform, 'function-00017')).toBe(false)

  await keyboard.press('/')
  await keyboard.press('Escape')
  await expect(page.getByLabel('Filter functions')).toHaveValue('')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/functions\/function-00007\/code$/)
})

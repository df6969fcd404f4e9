import { readFile } from 'node:fs/promises'

import { parse } from 'yaml'

import type { FunctionConfig } from '@/api/generated/schema'

import { expect, test } from './fixtures'
import { choose, comeBack, deployNode, exists, holdBuild, invoke, open, row } from './functions-list'

test('a function is disabled, enabled, sent to sleep, woken and deployed again', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('acts')
  const name = unique('fn')
  await platform.createProject(project)
  await deployNode(platform, project, name, { minReplicas: 0, maxReplicas: 1 })
  await open(page, project)
  await expect(row(page, name)).toContainText('ready')

  await choose(page, name, 'Disable')
  await expect(row(page, name)).toContainText('disabled')
  await expect(invoke(platform, name)).rejects.toThrow(/→ [45]\d\d/)
  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  const again = page.getByRole('menuitem', { name: /^Deploy again/ })
  await expect(again).toContainText('It is disabled; enable it instead')
  await again.press('Enter')
  await expect(again).toBeVisible()
  await page.getByRole('menuitem', { name: 'Enable', exact: true }).click()
  await expect(row(page, name)).toContainText('ready')
  expect(await invoke(platform, name)).toMatch(/^\d+$/)

  await choose(page, name, 'Scale to zero')
  await expect(row(page, name)).toContainText('scaled to zero')
  const woken = await invoke(platform, name)
  expect(woken).toMatch(/^\d+$/)
  await comeBack(page)
  await expect(row(page, name)).toContainText('ready')

  await choose(page, name, 'Deploy again')
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(`Deploying ${name} again`)
  await expect
    .poll(() => invoke(platform, name).catch(() => woken), { message: 'another process answers' })
    .not.toBe(woken)
  await expect(row(page, name)).toContainText('ready')
})

test('what a function does not allow says why', async ({ page, platform, unique }) => {
  const project = unique('why')
  await platform.control('POST', 'seed', { count: 9, project })
  await open(page, project)
  for (const [name, reasons] of [
    ['function-00009', { Disable: 'It was never deployed', 'Deploy again': 'It was never built' }],
    ['function-00007', { 'Scale to zero': 'Only a ready function can be scaled to zero' }],
    ['function-00002', { 'Scale to zero': 'Its minimum of replicas must be 0' }],
  ] as const) {
    await page.getByRole('button', { name: `Actions on ${name}` }).click()
    for (const [item, reason] of Object.entries(reasons)) {
      const entry = page.getByRole('menuitem', { name: new RegExp(`^${item}`) })
      await expect(entry).toHaveAttribute('aria-disabled', 'true')
      await expect(entry).toContainText(reason)
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
})

test('a function is copied and kept as a file', async ({ page, platform, unique }) => {
  const project = unique('copy')
  const name = unique('fn')
  await platform.createProject(project)
  const { spec } = await deployNode(platform, project, name, {
    description: 'The original',
    env: [{ name: 'STAGE', value: 'live' }],
  })
  await open(page, project)

  await choose(page, name, 'Duplicate')
  const dialog = page.getByRole('dialog', { name: `Duplicate ${name}` })
  const field = dialog.getByLabel('Name of the copy')
  await expect(field).toHaveValue(`${name}-copy`)
  await field.fill(name)
  await expect(field).toHaveAccessibleDescription(/already a function by this name/)
  await field.fill(`${name}-b`)
  await dialog.getByRole('button', { name: 'Deploy the copy' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(row(page, `${name}-b`)).toContainText('ready')
  const copy = await platform.getFunction(`${name}-b`)
  expect(copy.spec).toMatchObject({ description: 'The original', env: [{ name: 'STAGE', value: 'live' }] })
  expect(await invoke(platform, `${name}-b`)).not.toBe(await invoke(platform, name))

  const saved = page.waitForEvent('download')
  await choose(page, name, 'Export YAML')
  const download = await saved
  expect(download.suggestedFilename()).toBe(`${name}.yaml`)
  const file = parse(await readFile(await download.path(), 'utf8')) as FunctionConfig
  expect(Object.keys(file)).toEqual(['apiVersion', 'kind', 'metadata', 'spec'])
  expect(file.metadata).toEqual({ name, labels: { 'nuclio.io/project-name': project } })
  expect(file.spec).toMatchObject({
    runtime: 'nodejs',
    description: 'The original',
    env: spec.env,
    build: { functionSourceCode: spec.build?.functionSourceCode },
  })
})

test('a function is deleted by the dialog that names it', async ({ page, platform, unique }) => {
  const project = unique('gone')
  const [name, other] = [unique('fn'), unique('fn')]
  await platform.createProject(project)
  await deployNode(platform, project, name)
  await deployNode(platform, project, other)
  await open(page, project)
  await choose(page, name, 'Delete')
  const dialog = page.getByRole('dialog', { name: `Delete ${name}` })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toHaveCount(0)
  expect(await exists(platform, name)).toBe(true)

  await choose(page, name, 'Delete')
  await dialog.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(row(page, name)).toHaveCount(0)
  await expect(row(page, other)).toContainText('ready')
  expect(await exists(platform, name)).toBe(false)
})

test('a deletion that the server refuses leads to the question that goes with it', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of (409|412)/)
  const project = unique('refused')
  const [changed, building] = [unique('fn'), unique('fn')]
  await platform.createProject(project)
  await deployNode(platform, project, changed)
  await deployNode(platform, project, building)
  await open(page, project)
  await expect(row(page, building)).toContainText('ready')

  // Both are at rest in the list while somebody else is at work on them.
  const { metadata, spec } = await platform.getFunction(changed)
  await platform.send(
    'PUT',
    `/api/functions/${changed}`,
    { metadata, spec: { ...spec, description: 'changed' } },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  await choose(page, changed, 'Delete')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Delete ${changed}` })
    .click()
  const stale = page.getByRole('dialog', { name: `${changed} has changed` })
  await expect(stale).toContainText('Somebody changed or deployed it')
  expect(await exists(platform, changed)).toBe(true)
  await stale.getByRole('button', { name: `Delete ${changed} anyway` }).click()
  await expect(row(page, changed)).toHaveCount(0)
  expect(await exists(platform, changed)).toBe(false)

  // One refusal after the other: the version is another one, and its build goes on.
  await expect(row(page, building)).toContainText('ready')
  await choose(page, building, 'Delete')
  await holdBuild(platform, project, building, testInfo.outputPath('never'), false)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Delete ${building}` })
    .click()
  await page.getByRole('button', { name: `Delete ${building} anyway` }).click()
  const force = page.getByRole('dialog', { name: `Force the deletion of ${building}` })
  await expect(force).toContainText('A deploy of it has begun meanwhile')
  expect(await exists(platform, building)).toBe(true)
  await force.getByRole('button', { name: `Delete ${building} now` }).click()
  await expect(page.getByRole('heading', { name: 'No functions here yet' })).toBeVisible()
  expect(await exists(platform, building)).toBe(false)
})

test('several are selected and deleted at once', async ({ page, platform, unique }) => {
  const project = unique('bulk')
  await platform.control('POST', 'seed', { count: 12, project })
  await open(page, project)
  const all = page.getByRole('checkbox', { name: 'Select all shown' })
  const bar = page.getByRole('region', { name: 'Selected functions' })
  await page.getByRole('checkbox', { name: 'Select function-00001' }).check()
  await expect(bar).toContainText('1 selected')
  await expect(all).toHaveJSProperty('indeterminate', true)
  await all.check()
  await expect(bar).toContainText('12 selected')
  // What the filters hide is not touched.
  await page.getByLabel('State').selectOption('failing')
  await expect(bar).toContainText('2 selected')
  await bar.getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 2 functions' })
  await expect(dialog).toContainText('function-00007, function-00008')
  await dialog.getByRole('button', { name: 'Delete 2 functions' }).click()
  await expect(page.getByRole('status').filter({ hasText: '0 of 10' })).toBeVisible()
  expect(await exists(platform, 'function-00007')).toBe(false)
  expect(await exists(platform, 'function-00001')).toBe(true)

  await page.getByLabel('State').selectOption('')
  await expect(bar).toHaveCount(0)
  await all.check()
  await bar.getByRole('button', { name: 'Delete' }).click()
  const many = page.getByRole('dialog', { name: 'Delete 10 functions' })
  await expect(many.getByRole('button', { name: 'Delete 10 functions' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await many.getByLabel('Type “10” to go on').fill('10')
  await many.getByRole('button', { name: 'Delete 10 functions' }).click()
  await expect(page.getByRole('heading', { name: 'No functions here yet' })).toBeVisible()
})

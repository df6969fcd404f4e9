import { readFile } from 'node:fs/promises'

import type { Locator, Page } from '@playwright/test'
import { parse } from 'yaml'

import type { FunctionConfig } from '@/api/generated/schema'

import { expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'
import { openTab, tabLink } from './workbench'
import { caretBehind, yamlEditor, yamlLines as lines } from './yaml-tab'

const source = 'def handler(context, event):\n    return "hello"\n'
const encoded = Buffer.from(source).toString('base64')

function problems(page: Page): Locator {
  return page.getByRole('region', { name: 'Problems', exact: true })
}

function description(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Description', exact: true })
}

async function open(page: Page, platform: PlatformClient, unique: (prefix: string) => string) {
  const project = unique('yaml')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, source, spec: { description: 'says hello' } })
  await page.goto(`/projects/${project}/functions/${name}/yaml`)
  await expect(lines(page)).toContainText('kind: NuclioFunction')
  return { project, name, at: `/projects/${project}/functions/${name}` }
}

test('the form and the YAML edit one draft', async ({ page, platform, unique }) => {
  await open(page, platform, unique)
  await openTab(page, 'Configuration')
  await description(page).fill('from the form')
  await openTab(page, 'YAML')
  await expect(lines(page)).toContainText('description: from the form')

  await caretBehind(page, 'from the form')
  await page.keyboard.type(' and the YAML # why')
  await openTab(page, 'Configuration')
  await expect(description(page)).toHaveValue('from the form and the YAML')
  await description(page).fill('from the form again')
  await openTab(page, 'YAML')
  await expect(lines(page)).toContainText('description: from the form again # why')

  await page.reload()
  await expect(lines(page)).toContainText('description: from the form again # why')
})

test('the schema marks, completes, explains and formats', async ({ page, platform, unique }) => {
  await open(page, platform, unique)
  await caretBehind(page, 'description: says hello')
  await page.keyboard.press('Enter')
  await page.keyboard.type('replicas: many')
  // The server's words, and not the schema's beside them.
  await expect(page.locator('.monaco-editor .squiggly-error')).toHaveCount(1)
  await expect(problems(page).getByText('spec.replicas must be an integer')).toBeVisible()
  await lines(page).getByText('many').hover()
  await expect(page.locator('.monaco-hover').getByText('spec.replicas must be an integer')).toBeVisible()
  await expect(page.locator('.monaco-editor .squiggly-warning')).toHaveCount(0)
  await page.mouse.move(0, 0)
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Delete')

  await page.keyboard.type('imagePullPolicy: ')
  await page.keyboard.press('ControlOrMeta+Space')
  await expect(page.getByRole('option', { name: /IfNotPresent/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.type('IfNotPresent')
  await page.keyboard.press('Escape')

  await lines(page).getByText('imagePullPolicy').hover()
  await expect(page.locator('.monaco-hover').getByText('When the image is pulled.')).toBeVisible()
  await page.mouse.move(0, 0)

  // A mark that comes from the schema alone: it would be missing if its worker said nothing. What is empty is left out, not wrong.
  await caretBehind(page, 'description: says hello')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('env: ~\nvolumes: null\nimagePullSecrets:')
  await caretBehind(page, 'apiVersion: nuclio.io/v1')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.type('apiVersion: 7')
  await expect(page.locator('.monaco-editor .squiggly-warning')).toHaveCount(1)

  await caretBehind(page, 'IfNotPresent')
  await page.keyboard.type('     # when')
  await page.getByRole('button', { name: 'Format', exact: true }).click()
  await expect(lines(page)).toContainText('IfNotPresent # when')
})

test('a broken text keeps the draft, and itself', async ({ page, platform, unique }) => {
  await open(page, platform, unique)
  await caretBehind(page, 'description: says hello')
  await page.keyboard.type(' and more')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('handler: "main')
  await expect(problems(page).getByText(/cannot be read as a function/)).toBeVisible()
  await expect(
    problems(page)
      .getByRole('button', { name: /^Line \d+, column \d+/ })
      .first(),
  ).toBeVisible()

  await openTab(page, 'Configuration')
  await expect(description(page)).toHaveValue('says hello and more')
  await expect(tabLink(page, 'YAML')).toHaveAccessibleDescription('needs a change')
  await page.reload()
  await openTab(page, 'YAML')
  await expect(lines(page)).toContainText('handler: "main')
  await expect(problems(page).getByText(/cannot be read as a function/)).toBeVisible()

  await problems(page)
    .getByRole('button', { name: /^Line \d+/ })
    .first()
    .click()
  await expect(yamlEditor(page)).toBeFocused()
  await problems(page).getByRole('button', { name: 'Back to the draft’s YAML' }).click()
  await expect(lines(page)).not.toContainText('handler: "main')
  await expect(lines(page)).toContainText('says hello and more')
  await expect(tabLink(page, 'YAML')).toHaveAccessibleDescription('')
})

test('what the server would refuse stands at its line, and a name stays', async ({
  page,
  platform,
  unique,
}) => {
  const { name } = await open(page, platform, unique)
  await caretBehind(page, 'description: says hello')
  await page.keyboard.press('Enter')
  await page.keyboard.type('minReplicas: 4')
  await page.keyboard.press('Enter')
  await page.keyboard.type('maxReplicas: 2')
  await expect(
    problems(page).getByText(/Min replicas must be less than or equal to max replicas/),
  ).toBeVisible()
  await expect(page.locator('.monaco-editor .squiggly-error')).not.toHaveCount(0)

  await caretBehind(page, `name: ${name}`)
  await page.keyboard.type('-two')
  await expect(problems(page).getByText(/The name of a function cannot change/)).toBeVisible()
})

test('a file is opened, dropped, saved and copied', async ({ page, platform, unique }) => {
  const { name, at } = await open(page, platform, unique)
  const file = [
    '# kept elsewhere',
    'apiVersion: nuclio.io/v1',
    'kind: NuclioFunction',
    'metadata:',
    '  name: another',
    'spec:',
    '  runtime: python:3.11',
    '  handler: main:handler',
    '  description: from a file',
    '  build:',
    `    functionSourceCode: ${encoded}`,
    '',
  ].join('\n')
  await page
    .getByLabel('A function.yaml to open')
    .setInputFiles({ name: 'another.yaml', mimeType: 'application/yaml', buffer: Buffer.from(file) })
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/The function another, runtime python:3.11/)).toBeVisible()
  await expect(dialog.getByText(/description/).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Put it into the draft' }).click()
  await expect(lines(page)).toContainText('# kept elsewhere')
  await expect(lines(page)).toContainText(`name: ${name}`)
  await expect(lines(page)).toContainText('from a file')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(lines(page)).toContainText('says hello')

  const download = page.waitForEvent('download')
  await page.getByRole('region', { name: 'YAML' }).getByRole('button', { name: 'Download' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe(`${name}.yaml`)
  const exported = parse(await readFile(await saved.path(), 'utf8')) as FunctionConfig
  expect(exported).toMatchObject({
    apiVersion: 'nuclio.io/v1',
    kind: 'NuclioFunction',
    metadata: { name },
    spec: { description: 'says hello', build: { functionSourceCode: encoded } },
  })
  expect(exported.metadata).not.toHaveProperty('namespace')

  await page.goto(`${at}/configuration`)
  await expect(description(page)).toBeVisible()
  const drop = async (fileName: string, text: string) => {
    const transfer = await page.evaluateHandle(
      ([called, content]) => {
        const carried = new DataTransfer()
        carried.items.add(new File([content ?? ''], called ?? '', { type: 'application/yaml' }))
        return carried
      },
      [fileName, text],
    )
    const target = page.getByRole('main')
    await target.dispatchEvent('dragover', { dataTransfer: transfer })
    await expect(page.getByText('Drop a function.yaml here to open it')).toBeVisible()
    await target.dispatchEvent('drop', { dataTransfer: transfer })
  }
  await drop('broken.yaml', 'metadata: [')
  await expect(dialog.getByText(/This file is not a function/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
  await drop('another.yaml', file)
  await dialog.getByRole('button', { name: 'Put it into the draft' }).click()
  await expect(description(page)).toHaveValue('from a file')
})

test('a new function starts from a file', async ({ page, platform, unique }) => {
  const project = unique('start')
  const name = unique('fn')
  await platform.createProject(project)
  await page.goto(`/projects/${project}/create-function`)
  const give = (text: string) =>
    page
      .getByLabel('A function.yaml to start from')
      .setInputFiles({ name: 'given.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) })
  await give('metadata: {name: a}\n---\nmetadata: {name: b}\n')
  await expect(page.getByRole('alert')).toContainText('There are 2 documents in it')
  await expectAccessible(page)
  await give(
    `metadata: {name: given}\nspec:\n  runtime: python:3.11\n  handler: main:handler\n` +
      `  description: given\n  env: [{name: A, value: "1"}]\n  build: {functionSourceCode: ${encoded}}\n`,
  )
  await expect(page.getByText(/Starts from given.yaml: python:3.11, handler main:handler/)).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue('given')
  await expectAccessible(page)
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create and deploy' }).click()
  await expect(page).toHaveURL(new RegExp(`/projects/${project}/functions/${name}/code$`))
  const { spec, metadata } = await platform.getFunction(name)
  expect(spec.env).toEqual([{ name: 'A', value: '1' }])
  expect(metadata.labels?.['nuclio.io/project-name']).toBe(project)
})

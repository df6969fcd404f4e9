import type { Page } from '@playwright/test'

import type { FunctionSpec } from '@/api/generated/schema'

import { address, changeBehind, deployButton, Gate, node, saying, sourceOnServer } from './deploys'
import { accessibilityFindings, expect, test } from './fixtures'
import { PlatformClient } from './platform'
import { DashboardServer } from './server'
import {
  chooseAct,
  deployStrip,
  expectDeployed,
  expectSource,
  expectState,
  replaceSource,
  response,
  sendAndExpect,
} from './workbench'

/** Lines under the header that say what came in between. */
const notices = '[data-tone]'

/** A second person stores the function with other fields in its spec, and its deploy has ended. */
async function storeBehind(
  platform: PlatformClient,
  name: string,
  fields: Partial<FunctionSpec>,
): Promise<void> {
  const { metadata, spec } = await platform.getFunction(name)
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata, spec: { ...spec, ...fields } },
    { 'x-nuclio-wait-function-action': 'true' },
  )
}

/** A draft that needs no build, and a source that someone else has stored meanwhile without one. */
async function editedBesideUnbuilt(page: Page, platform: PlatformClient, unique: (prefix: string) => string) {
  const project = unique('unbuilt')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(address(project, name).replace(/code$/, 'configuration'))
  await page.getByRole('textbox', { name: 'Event timeout', exact: true }).fill('5s')
  await expect(deployButton(page)).toHaveText('Deploy (restart)')
  const { spec } = await platform.getFunction(name)
  const functionSourceCode = Buffer.from(saying('theirs')).toString('base64')
  await storeBehind(platform, name, { build: { ...spec.build, functionSourceCode, mode: 'neverBuild' } })
  return { project, name }
}

test('a deploy that meets another one is refused, explained, and made when that is over', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of (409|412)/)
  const project = unique('busy')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { build: { commands: [gate.command] } } })
  await page.goto(address(project, name))
  await replaceSource(page, saying('later'))
  // Read afresh: for the next seconds the page knows of no other deploy.
  await page.reload()
  await expectSource(page, saying('later'))
  await gate.close()
  await changeBehind(platform, name, undefined, false)

  await deployButton(page).click()
  await expect(page.getByText(/^Not deployed: the server is at work on this function/)).toBeVisible()
  expect(await accessibilityFindings(page, notices)).toEqual([])
  await expectSource(page, saying('later'))
  await page.getByRole('button', { name: 'Deploy when it is over' }).click()
  await expect(page.getByText(/^Yours is deployed when the deploy in progress is over/)).toBeVisible()
  expect(await sourceOnServer(platform, name)).toBe(node.source)

  await gate.open()
  await expect.poll(() => sourceOnServer(platform, name)).toBe(saying('later'))
  await expectDeployed(page)
  await sendAndExpect(page, /^200/)
  await expect(response(page)).toContainText('later')
})

test('a function that was deleted meanwhile is created again from the page', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 404/)
  const project = unique('gone')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(address(project, name))
  await replaceSource(page, saying('still here'))
  await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })

  await deployButton(page).click()
  await expect(page.getByText(new RegExp(`^${name} was deleted on the server`))).toBeVisible()
  await expectSource(page, saying('still here'))
  await page.getByRole('button', { name: `Create ${name} again` }).click()
  await expectDeployed(page)
  expect(await sourceOnServer(platform, name)).toBe(saying('still here'))
  await sendAndExpect(page, /^200/)
})

test('a deploy that does not end is ended by force, and the function created again', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of 404/)
  const project = unique('forced')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { build: { commands: [gate.command] } } })
  await gate.close()
  await changeBehind(platform, name, undefined, false)
  await page.goto(address(project, name))
  await replaceSource(page, saying('after force'))

  await chooseAct(page, name, 'Force deletion')
  const dialog = page.getByRole('dialog', { name: `Force the deletion of ${name}` })
  await expect(dialog).toContainText('your edits stay on this page')
  await dialog.getByRole('button', { name: `Delete ${name} now` }).click()
  await expect(page.getByText(new RegExp(`^${name} was deleted on the server`))).toBeVisible()
  await gate.open()
  await page.getByRole('button', { name: `Create ${name} again` }).click()
  await expectDeployed(page)
  expect(await sourceOnServer(platform, name)).toBe(saying('after force'))
})

test('what is typed while a deploy goes out is asked about where someone else got ahead', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('ahead')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { description: 'first', eventTimeout: '5s' } })
  await page.goto(address(project, name).replace(/code$/, 'configuration'))
  const description = page.getByRole('textbox', { name: 'Description', exact: true })
  const timeout = page.getByRole('textbox', { name: 'Event timeout', exact: true })
  await description.fill('mine')
  await storeBehind(platform, name, { eventTimeout: '7s' })

  // The page reads the function anew before it writes; until that is answered one goes on typing.
  await platform.control('POST', 'faults', { method: 'GET', path: `/api/functions/${name}`, delay: 3_000 })
  await deployButton(page).click()
  await expect(deployButton(page)).toHaveAttribute('aria-busy', 'true')
  await timeout.fill('9s')
  await expectDeployed(page)
  await expect(page.getByText(/^Someone changed event timeout .*and so did you/)).toBeVisible()
  await expect(timeout).toHaveValue('9s')
  expect((await platform.getFunction(name)).spec).toMatchObject({ description: 'mine', eventTimeout: '7s' })

  await deployButton(page).click()
  await expect(page.getByText(/^Not deployed: someone changed event timeout/)).toBeVisible()
  await page.getByRole('link', { name: 'Decide' }).click()
  await page.getByRole('radio', { name: 'Mine' }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()
  await deployButton(page).click()
  await expect
    .poll(async () => (await platform.getFunction(name)).spec)
    .toMatchObject({ description: 'mine', eventTimeout: '9s' })
})

test('what someone else stores between the reading and the writing is asked about or merged, and never overwritten', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 409/)
  const project = unique('between')
  const name = unique('fn')
  await platform.createProject(project)
  const build = { functionSourceCode: Buffer.from(node.source).toString('base64') }
  const spec = { runtime: node.runtime, handler: 'main:handler', build, description: 'first' }
  const labels = { 'nuclio.io/project-name': project }
  // Stored without a deploy, which takes no time.
  const annotations = { 'skip-build': 'true', 'skip-deploy': 'true' }
  const metadata = { name, namespace: 'nuclio', labels, annotations }
  await platform.send('POST', '/api/functions', { metadata, spec })
  await page.goto(address(project, name).replace(/code$/, 'configuration'))

  const isPut = (method: string, url: string) => method === 'PUT' && url.endsWith(`/api/functions/${name}`)
  const answers: number[] = []
  page.on('response', (answer) => {
    if (isPut(answer.request().method(), answer.url())) answers.push(answer.status())
  })
  /** Deploys; a second person stores other fields once the page has read the function and is writing it. */
  const deployInto = async (fields: Partial<FunctionSpec>) => {
    await platform.control('POST', 'faults', {
      method: 'PUT',
      path: `/api/functions/${name}`,
      delay: 3_000,
    })
    await deployButton(page).click()
    // The page's write has come to the server, and waits there.
    await expect.poll(() => platform.faultsLeft()).toBe(0)
    const stored = await platform.getFunction(name)
    await platform.send('PUT', `/api/functions/${name}`, {
      metadata: { ...stored.metadata, annotations },
      spec: { ...stored.spec, ...fields },
    })
    expect(answers).toEqual([])
  }

  const description = page.getByRole('textbox', { name: 'Description', exact: true })
  await description.fill('mine')
  await deployInto({ description: 'theirs' })
  await expect(page.getByText(/^Not deployed: someone changed description/)).toBeVisible()
  expect(answers.splice(0)).toEqual([409])
  await expect(description).toHaveValue('mine')
  expect((await platform.getFunction(name)).spec.description).toBe('theirs')
  await page.getByRole('link', { name: 'Decide' }).click()
  await page.getByRole('radio', { name: 'Mine' }).check()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'All decided' })).toBeVisible()

  await deployInto({ eventTimeout: '7s' })
  await expectDeployed(page)
  expect(answers).toEqual([409, 202])
  expect((await platform.getFunction(name)).spec).toMatchObject({ description: 'mine', eventTimeout: '7s' })
})

test('a deploy that needs no build is built when what it merges was never built', async ({
  page,
  platform,
  unique,
}) => {
  const { project, name } = await editedBesideUnbuilt(page, platform, unique)
  await deployButton(page).click()
  const strip = deployStrip(page)
  await expect(strip).toContainText(
    'It is built, because what someone else changed meanwhile was stored without',
  )
  await expectDeployed(page)
  await expect(strip.getByRole('listitem').filter({ hasText: 'build' })).not.toContainText('skipped')
  await page.goto(address(project, name))
  await sendAndExpect(page, /^200/)
  await expect(response(page)).toContainText('theirs')
})

test('what someone else stores without a build while the page is open makes the next deploy a build', async ({
  page,
  platform,
  unique,
}) => {
  await editedBesideUnbuilt(page, platform, unique)
  await expect(deployButton(page)).toHaveText('Deploy (rebuild)', { timeout: 30_000 })
  await page.getByRole('link', { name: 'Review 1 change' }).click()
  await expect(page.getByText('the source on the server is newer than the image')).toBeVisible()
  await deployButton(page).click()
  await expectDeployed(page)
  await page
    .getByRole('navigation', { name: /^Parts of/ })
    .getByRole('link', { name: 'Code' })
    .click()
  await sendAndExpect(page, /^200/)
  await expect(response(page)).toContainText('theirs')
})

test('nothing is written over what cannot be read, where the server keeps no versions', async ({
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 500/)
  const server = await DashboardServer.start({ TEST_DIALECT: 'nuclio' })
  try {
    const platform = new PlatformClient(server.url)
    const [project, name] = ['unread', 'fn']
    await platform.createProject(project)
    await platform.deploy({ name, project, ...node })
    await page.goto(server.url + address(project, name).replace(/code$/, 'configuration'))
    await page.getByRole('textbox', { name: 'Description', exact: true }).fill('mine')
    await storeBehind(platform, name, { description: 'theirs' })
    await platform.control('POST', 'faults', {
      method: 'GET',
      path: `/api/functions/${name}`,
      status: 500,
      count: 99,
    })
    await deployButton(page).click()
    await expect(page.getByText('Failed on request of a test control with 500').first()).toBeVisible()
    expect(await accessibilityFindings(page, notices)).toEqual([])
    await expect(deployButton(page)).not.toHaveAttribute('aria-busy')

    await platform.control('DELETE', 'faults')
    expect((await platform.getFunction(name)).spec.description).toBe('theirs')
    await deployButton(page).click()
    await expect(page.getByText(/^Not deployed: someone changed description/)).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Description', exact: true })).toHaveValue('mine')
  } finally {
    await server.dispose()
  }
})

test('a build without news for long offers its way out', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of 404/)
  const project = unique('quiet')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { build: { commands: [gate.command] } } })
  // Where no editor of source is, which takes a clock that jumps amiss.
  await page.clock.install()
  await page.goto(address(project, name).replace(/code$/, 'configuration'))
  await page.getByRole('textbox', { name: 'Description', exact: true }).fill('after all')
  await gate.close()
  await page.getByRole('button', { name: 'More ways to deploy' }).click()
  await page.getByRole('menuitem', { name: /^Build and deploy/ }).click()
  const strip = deployStrip(page)
  await expect(strip).toContainText('Running build command')
  await expect(strip.getByText(/^No news for/)).toHaveCount(0)
  await page.clock.fastForward('04:00')
  await expect(strip.getByText(/^No news for 4:\d\d/)).toBeVisible()
  await strip.getByRole('button', { name: 'Force deletion…' }).click()
  await page
    .getByRole('dialog', { name: `Force the deletion of ${name}` })
    .getByRole('button', { name: `Delete ${name} now` })
    .click()
  await gate.open()
  await page.getByRole('button', { name: `Create ${name} again` }).click()
  await expectDeployed(page)
  expect((await platform.getFunction(name)).spec.description).toBe('after all')
})

test('a function that comes back after it was deleted by force is told of, kept, or deleted again', async ({
  page,
  server,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of 404/)
  const project = unique('back')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await platform.createProject(project)
  const config = {
    metadata: { name, namespace: 'nuclio', labels: { 'nuclio.io/project-name': project } },
    spec: {
      runtime: node.runtime,
      handler: 'main:handler',
      build: { functionSourceCode: Buffer.from(node.source).toString('base64'), commands: [gate.command] },
    },
  }
  // A Nuclio behind another server: its build goes on and writes the function anew. Here the test does that.
  const front = await DashboardServer.start({ NUCLIO_DASHBOARD_URL: server.url })
  const forceDeletion = async () => {
    const dialog = page.getByRole('dialog', { name: `Force the deletion of ${name}` })
    await dialog.getByRole('button', { name: `Delete ${name} now` }).click()
    await expect(page.getByText(new RegExp(`^${name} was deleted on the server`))).toBeVisible()
    await expect(platform.getFunction(name)).rejects.toThrow('404')
  }
  const isBack = page.getByText(`${name} was deleted by force and is there again`)
  try {
    await platform.send('POST', '/api/functions', config)
    await page.goto(front.url + address(project, name))
    await expectState(page, 'building')
    await chooseAct(page, name, 'Force deletion')
    await forceDeletion()
    await platform.send('POST', '/api/functions', config)
    await expect(isBack).toBeVisible({ timeout: 30_000 })
    expect(await accessibilityFindings(page, notices)).toEqual([])
    await page.getByRole('button', { name: 'Delete it again…' }).click()
    await forceDeletion()

    await platform.send('POST', '/api/functions', config)
    await expect(isBack).toBeVisible({ timeout: 30_000 })
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(isBack).toHaveCount(0)
    await gate.open()
    await expectState(page, 'ready')
  } finally {
    await front.dispose()
  }
})

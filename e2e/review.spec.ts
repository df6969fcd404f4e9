import { execFileSync } from 'node:child_process'

import type { Page } from '@playwright/test'

import { address, deployButton, node, saying } from './deploys'
import { accessibilityFindings, expect, expectAccessible, test } from './fixtures'
import type { PlatformClient } from './platform'
import { chooseAct, deployStrip, expectDeployed, expectState, replaceSource } from './workbench'

/** Answers with one variable of its environment. */
const stage =
  'exports.handler = (context) => context.callback(`${process.env.STAGE} ${process.env.API_TOKEN}`)'
const env = [
  { name: 'STAGE', value: 'one' },
  { name: 'API_TOKEN', value: 'sesame-street' },
]

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: /^Parts of/ })
    .getByRole('link', { name, exact: true })
    .click()
const changes = (page: Page) => page.getByRole('list', { name: 'What differs from the server' })
const review = (page: Page, count: number) =>
  page.getByRole('link', { name: count === 1 ? 'Review 1 change' : `Review ${count} changes` })

/** Types another value into a variable of the environment, on the configuration tab. */
async function setVariable(page: Page, name: string, value: string): Promise<void> {
  await tab(page, 'Configuration')
  await page.getByRole('textbox', { name: `Value of ${name}`, exact: true }).fill(value)
}

const answerOf = async (platform: PlatformClient, name: string): Promise<string> => {
  const answer = await platform.send('POST', '/api/function_invocations', '', {
    'x-nuclio-function-name': name,
  })
  return answer.text()
}

test('a draft is reviewed in words and side by side, taken back in part, and deployed without a build', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('review')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source: stage, spec: { env } })
  await page.goto(address(project, name))
  await expectState(page, 'ready')
  await expect(deployButton(page)).toHaveText('Deploy')
  await expect(page.getByRole('link', { name: /^Review/ })).toHaveCount(0)

  await setVariable(page, 'STAGE', 'two')
  await expect(deployButton(page)).toHaveText('Deploy (restart)')
  await tab(page, 'Code')
  await replaceSource(page, stage.replace('sesame', 'x').replace('callback', 'callback '))
  await expect(deployButton(page)).toHaveText('Deploy (rebuild)')
  await expect(page.getByRole('link', { name: 'Code', exact: true })).toHaveAccessibleDescription('edited')

  await review(page, 2).click()
  await expect(changes(page).getByRole('listitem')).toHaveText([
    /restart.*environment: STAGE one → two/,
    /rebuild.*source: 1 line changed/,
  ])
  const configuration = page.getByRole('region', { name: 'Configuration, server and draft' })
  await expect(configuration).toContainText('value: one')
  await expect(configuration).toContainText('value: two')
  await expect(page.getByRole('region', { name: 'Source, server and draft' })).toContainText('callback')
  await expect(page.getByText('sesame-street')).toHaveCount(0)

  await page.getByRole('button', { name: /^Take back source/ }).click()
  await expect(changes(page).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Source, server and draft' })).toHaveCount(0)
  await page.getByRole('link', { name: /^Go to environment: STAGE/ }).click()
  await expect(page).toHaveURL(/\/configuration#spec\.env/)
  await review(page, 1).click()

  await page
    .getByRole('region', { name: 'Changes' })
    .getByRole('button', { name: 'Deploy (restart)' })
    .click()
  await expectDeployed(page)
  const strip = deployStrip(page)
  await expect(strip.getByRole('listitem').filter({ hasText: 'build' })).toContainText('skipped')
  await expect(page.getByText('Nothing differs')).toBeVisible()
  expect(await answerOf(platform, name)).toBe('two sesame-street')

  // What was deployed is remembered here, over a reload.
  await page.reload()
  await tab(page, 'Deploys')
  const history = page.getByRole('table')
  await expect(history.getByRole('row').nth(1)).toContainText('deployed without a build · restart')
  await expect(history.getByRole('row').nth(1)).toContainText('environment: STAGE one → two')
  await expect(history.getByRole('row').nth(1)).toContainText('done')
  await expectAccessible(page)
  await setVariable(page, 'STAGE', 'three')
  await expect(deployButton(page)).toHaveAttribute('title', /^about \d+ s as last time/)
  await tab(page, 'Deploys')
  await page.getByRole('button', { name: /^Restore the configuration of/ }).click()
  await expect(page.getByRole('link', { name: /^Review/ })).toHaveCount(0)
})

test('an unbuilt source is asked about, and built by the next deploy', async ({ page, platform, unique }) => {
  const project = unique('modes')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  await page.goto(address(project, name))
  await replaceSource(page, saying('second'))
  await page.getByRole('button', { name: 'More ways to deploy' }).click()
  await page.getByRole('menuitem', { name: /^Deploy without a build/ }).click()
  const dialog = page.getByRole('dialog', { name: `Deploy ${name} without a build` })
  await expect(dialog).toContainText('source: 1 line changed')
  await dialog.getByRole('button', { name: 'Deploy without a build' }).click()
  await expectDeployed(page)
  expect(await answerOf(platform, name)).toBe('first')

  // Nothing differs now, but the image is older than the source: also a small change is built.
  await tab(page, 'Configuration')
  await page.getByRole('textbox', { name: 'Description' }).fill('What it is for')
  await expect(deployButton(page)).toHaveText('Deploy (rebuild)')
  await deployButton(page).click()
  await expect.poll(() => answerOf(platform, name).catch(() => '')).toBe('second')

  await page.getByRole('button', { name: 'More ways to deploy' }).click()
  await page.getByRole('menuitem', { name: 'Save without deploying…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save without deploying' }).click()
  await expectState(page, 'imported')
  await page.getByRole('button', { name: 'More ways to deploy' }).click()
  await expect(page.getByRole('menuitem', { name: /^Deploy without a build/ })).toContainText('It was never')
  await page.getByRole('menuitem', { name: /^Build and deploy/ }).click()
  await expectState(page, 'ready')
})

test('the change as code does in a shell what the button does', async ({
  page,
  platform,
  unique,
  server,
}) => {
  const project = unique('code')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source: stage, spec: { env } })
  await page.goto(address(project, name))
  await setVariable(page, 'STAGE', `it's $HOME`)
  await review(page, 1).click()
  const code = page.getByRole('region', { name: 'Code', exact: true })
  await expect(code).toContainText('curl --fail-with-body -X PUT')
  const command = (await code.textContent()) ?? ''
  expect(command).not.toContain('sesame')
  expect(command).toContain('# export SECRET_API_TOKEN=')
  execFileSync('bash', ['--norc', '-e', '-c', command], {
    env: { PATH: process.env['PATH'] ?? '', SECRET_API_TOKEN: 'sesame-street' },
    stdio: 'pipe',
  })
  await expectState(page, 'ready')
  await expect.poll(() => answerOf(platform, name).catch(() => '')).toBe(`it's $HOME sesame-street`)
  const stored = await platform.getFunction(name)
  expect(stored.spec.env).toEqual([{ name: 'STAGE', value: `it's $HOME` }, env[1]])
  expect(server.url).toBeTruthy()

  const choice = page.getByRole('combobox', { name: 'What to show as code' })
  await choice.selectOption({ label: 'Delete (curl)' })
  await expect(code).toContainText('"name": "' + name)

  await choice.selectOption({ label: 'function.yaml of the draft' })
  await expect(code).toContainText('kind: NuclioFunction')
  await expect(code).toContainText('value: ${SECRET_API_TOKEN}')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy the code' }).click()
  await expect.poll(() => clipboard(page)).toBe(await code.textContent())
})

test('the header tells what a function is, and everything in it is reached at 360 px', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('header')
  const name = unique('fn')
  await platform.createProject(project)
  const description =
    'Says one thing and then another, at length, so that nobody would want to read all of it here at once'
  await platform.deploy({ name, project, ...node, spec: { description } })
  const fn = await platform.getFunction(name)
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata: { ...fn.metadata, labels: { ...fn.metadata.labels, team: 'shop' } }, spec: fn.spec },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  await page.goto(address(project, name))
  const header = page.locator('header').filter({ has: page.getByRole('heading', { name }) })
  await expect(header).toContainText('ready')
  await expect(header).toContainText('1 replica')
  await expect(header.getByRole('list', { name: 'Labels' })).toContainText('team: shop')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await header.getByRole('button', { name: 'Copy invocation URL' }).click()
  const url = await header.getByRole('link', { name: /^http:/ }).getAttribute('href')
  await expect.poll(() => clipboard(page)).toBe(url)
  expect(await (await fetch(url ?? '')).text()).toBe('first')
  await page.getByRole('button', { name: 'Whole description' }).click()
  await expect(page.getByRole('dialog', { name: 'Description and labels' })).toContainText(description)
  await page.keyboard.press('Escape')

  for (const width of [1920, 360]) {
    await page.setViewportSize({ width, height: 900 })
    const before = await header.boundingBox()
    await deployButton(page).click()
    await expectState(page, /building|starting/)
    await expectState(page, 'ready')
    await expectDeployed(page)
    expect(await header.boundingBox()).toEqual(before)
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(sideways).toBeLessThanOrEqual(0)
  }
  await expect(page.getByRole('button', { name: `Actions on ${name}` })).toBeInViewport()
  await expect(page.getByRole('button', { name: 'More ways to deploy' })).toBeInViewport()
  await expectAccessible(page)
})

test('the review says what a cluster does not take, and the menu what is not about the draft', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('labels')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  const lost = page.getByText('on Kubernetes a function keeps the labels that it was created with')
  const item = (label: string) => page.getByRole('menuitem', { name: label, exact: true })
  await page.goto(address(project, name).replace(/code$/, 'configuration'))
  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  await expect(item('Build and deploy again')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Description', exact: true }).fill('Described')
  await page.getByRole('button', { name: 'Add label' }).click()
  await page.getByRole('textbox', { name: 'Key of label 1' }).fill('team')
  await page.getByRole('textbox', { name: 'Value of team' }).fill('a')
  await review(page, 2).click()
  await expect(changes(page).getByRole('listitem')).toHaveCount(2)
  await expect(lost).toHaveCount(0)
  await expect(page.getByText('its replicas are started anew')).toBeVisible()
  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  await expect(item('Build and deploy again, without your edits')).toBeVisible()
  await page.keyboard.press('Escape')

  // The same draft before a server that runs in a cluster.
  await platform.passFor({ platformKind: 'kube' })
  try {
    await page.reload()
    await expect(changes(page).getByRole('listitem').filter({ has: lost })).toHaveText(/label team/)
    await expect(lost).toHaveCount(1)
    await expectAccessible(page)
  } finally {
    await platform.passFor(undefined)
  }
})

test('a copy asks for every secret that the server keeps', async ({ page, platform, unique }) => {
  const project = unique('copy')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({
    name,
    project,
    runtime: 'nodejs',
    source: stage,
    spec: {
      env: [
        { name: 'STAGE', value: 'one' },
        { name: 'API_TOKEN', value: '$ref:/spec/env/1/value' },
      ],
    },
  })
  await page.goto(address(project, name))
  await chooseAct(page, name, 'Duplicate')
  const dialog = page.getByRole('dialog', { name: `Duplicate ${name}` })
  await dialog.getByLabel('Name of the copy').fill(`${name}-b`)
  const submit = dialog.getByRole('button', { name: 'Deploy the copy' })
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('textbox', { name: 'API_TOKEN (environment)' }).fill('new-secret')
  await expectAccessible(page)
  await submit.click()
  await expect(page).toHaveURL(new RegExp(`/${name}-b/code`))
  await expect.poll(() => answerOf(platform, `${name}-b`).catch(() => '')).toBe('one new-secret')
})

test('the cause of a failure leads to its line', async ({ page, platform, unique }) => {
  const project = unique('line')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, source: 'def handler(context, event):\n    return 1\n\nbroken(' })
  await page.goto(`/projects/${project}/functions/${name}/deploys`)
  await expectState(page, 'error')
  const latest = page.getByRole('region', { name: 'Latest deploy' })
  await expect(latest.getByRole('listitem').filter({ hasText: 'build' }).first()).toContainText('failed')
  await latest.getByRole('combobox', { name: 'Levels of the deploy log' }).selectOption('error')
  await expect(latest.getByRole('region', { name: 'Deploy log' })).toContainText('Function deploy failed')
  await expect(latest.getByRole('region', { name: 'Deploy log' })).not.toContainText('Deploying function')
  await latest.getByRole('combobox', { name: 'Levels of the deploy log' }).selectOption('debug')
  await latest.getByRole('searchbox', { name: 'Search the deploy log' }).fill('deploying FUNCTION')
  await expect(latest.getByRole('status')).toHaveText(/^1 of \d+ records$/)
  await expect(latest.getByRole('list', { name: 'Records' }).getByRole('listitem')).toHaveText(
    /Deploying function/,
  )

  const whole = latest.getByRole('region', { name: 'The whole message' })
  await expect(whole).toBeHidden()
  await latest.getByText('The whole message', { exact: true }).click()
  await expect(whole).toContainText('broken(')
  await latest.getByRole('link', { name: /line \d/ }).click()
  await expect(page).toHaveURL(/\/code#line-\d$/)
})

test('a source that the server fetches is waited for, and need not be', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('slow')
  const name = unique('fn')
  await platform.createProject(project)
  const build = {
    functionSourceCode: '',
    codeEntryType: 'archive',
    path: 'http://127.0.0.1:9/a.zip',
  } as const
  await platform.deploy({ name, project, runtime: 'nodejs', source: '', spec: { build } })
  await page.goto(address(project, name))
  await expectState(page, 'error')
  await platform.control('POST', 'faults', { method: 'PUT', path: '/api/functions', delay: 5_000 })
  await deployButton(page).click()
  const waiting = page.getByRole('status').filter({ hasText: 'The server fetches the source' })
  await expect(waiting).toBeVisible()
  expect(await accessibilityFindings(page, '[data-tone]')).toEqual([])
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('The server goes on')
  await expect(page.getByRole('button', { name: 'Stop waiting' })).toHaveCount(0)
  await expect(deployButton(page)).not.toHaveAttribute('aria-busy')
})

import { address, deployButton, Gate, node, saying, sourceOnServer } from './deploys'
import { expect, test } from './fixtures'
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

test('the log of a build comes as it is written, with stages and times', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const project = unique('build')
  const name = unique('fn')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  await platform.createProject(project)
  const commands = ['echo looking for parts', gate.command, 'echo all parts are there']
  await platform.deploy({ name, project, ...node, spec: { build: { commands } } })

  await page.goto(address(project, name))
  await expectState(page, 'ready')
  await gate.close()
  await deployButton(page).click()
  const strip = deployStrip(page)
  await expect(strip.getByRole('heading', { name: /^Deploying/ })).toBeVisible()
  await strip.getByRole('button', { name: 'Show log' }).click()
  const log = strip.getByRole('region', { name: 'Deploy log' })
  await expect(log).toContainText('looking for parts')
  await expect(log).not.toContainText('all parts are there')
  const stage = (word: string) =>
    strip.getByRole('list', { name: 'Stages' }).getByRole('listitem').filter({ hasText: word })
  await expect(stage('source')).toContainText(/done\s*\d+\.\d s/)
  await expect(stage('build')).toContainText('running')
  await expect(stage('provision')).toContainText('waiting')

  // Whoever opens the page now sees the same deploy.
  const second = await page.context().newPage()
  await second.goto(address(project, name))
  await expect(deployStrip(second).getByRole('heading', { name: /^Deploying/ })).toBeVisible()
  await expect(deployStrip(second)).toContainText(`Running build command ${gate.command}`)
  await expect(deployButton(second)).toBeDisabled()

  await gate.open()
  for (const seenBy of [page, second]) await expectDeployed(seenBy)
  await expect(log).toContainText('all parts are there')
  await expect(stage('build')).toContainText(/done\s*\d+(\.\d)? s/)
  await expect(stage('provision')).toContainText(/done\s*\d+(\.\d)? s/)
  await expectState(page, 'ready')
})

const failures = [
  {
    what: 'a build command that fails',
    runtime: 'shell',
    handler: 'main.sh',
    broken: 'echo no tool here',
    commands: ['grep -q "with tool" main.sh || { echo "the tool is missing" >&2; exit 7; }'],
    cause: /exit status 7|the tool is missing/,
    log: 'the tool is missing',
    fixed: 'echo "with tool"',
  },
  {
    what: 'a syntax error',
    runtime: 'python:3.11',
    broken: 'def handler(context, event)\n    return 1',
    cause: /SyntaxError.*main\.py, line 1/,
    log: /SyntaxError/,
    fixed: 'def handler(context, event):\nreturn 1'.replace('\n', '\n    '),
  },
  {
    what: 'a missing handler',
    runtime: 'nodejs',
    broken: saying('hello').replace('handler', 'other'),
    cause: /handler/,
    log: /handler/,
    fixed: saying('hello'),
  },
  {
    what: 'a crash at the start',
    runtime: 'nodejs',
    broken: `throw new Error("no database")`,
    cause: /no database/,
    log: /no database/,
    fixed: saying('hello'),
  },
]

for (const { what, runtime, handler, broken, commands = [], cause, log, fixed } of failures) {
  test(`${what} is told on top, keeps its log, and is mended on the page`, async ({
    page,
    platform,
    unique,
  }) => {
    const project = unique('broken')
    const name = unique('fn')
    await platform.createProject(project)
    await platform.deploy({ name, project, runtime, handler, source: broken, spec: { build: { commands } } })

    await page.goto(address(project, name))
    await expectState(page, 'error')
    const strip = deployStrip(page)
    await expect(strip.getByRole('heading', { name: /^Deploy failed/ })).toBeVisible()
    await expect(strip.getByText(cause).first()).toBeInViewport()
    await strip.getByRole('button', { name: 'Show log' }).click()
    await expect(strip.getByRole('region', { name: 'Deploy log' })).toContainText(log)

    await replaceSource(page, fixed)
    await page.keyboard.press('ControlOrMeta+s')
    await expectDeployed(page)
    await expect(strip.getByText('The lines that tell it')).toHaveCount(0)
    await sendAndExpect(page, /^200/)
  })
}

test('edits survive reloads and other pages, until they are discarded', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('edits')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  // Nothing is lost by leaving, so nothing asks whether one means to.
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  })
  await page.goto(address(project, name))
  await replaceSource(page, saying('not yet deployed'))

  await page.reload()
  const restored = page.getByText(/^Restored your edits from \d\d:\d\d/)
  await expect(restored).toBeVisible()
  await expectSource(page, saying('not yet deployed'))

  await page.getByRole('textbox', { name: 'Handler' }).fill('main:elsewhere')
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: project }).click()
  await page.getByRole('link', { name, exact: true }).click()
  await expect(restored).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Handler' })).toHaveValue('main:elsewhere')
  await expectSource(page, saying('not yet deployed'))

  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Handler' })).toHaveValue('main:handler')
  await expectSource(page, node.source)
  await page.reload()
  await expectSource(page, node.source)
  await expect(restored).toHaveCount(0)
  expect(await sourceOnServer(platform, name)).toBe(node.source)
  expect(asked).toEqual([])
})

test('a function is disabled, enabled, and scaled to zero from its page', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('states')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node, spec: { minReplicas: 0, maxReplicas: 1 } })
  await page.goto(address(project, name))
  await sendAndExpect(page, /^200/)

  const send = page.getByRole('button', { name: 'Send', exact: true })
  await chooseAct(page, name, 'Disable')
  await expectState(page, 'disabled')
  await expect(send).toBeDisabled()
  await page.getByRole('textbox', { name: 'Path and query' }).focus()
  await page.keyboard.press('Tab')
  await expect(send).toBeFocused()
  await expect(page.getByText('It is disabled; enable it first', { exact: true })).toBeVisible()

  await chooseAct(page, name, 'Enable')
  await expectState(page, 'ready')
  await sendAndExpect(page, /^200/)

  await chooseAct(page, name, 'Scale to zero')
  await expectState(page, 'scaled to zero')
  await expect(page.getByText(/it is scaled to zero and wakes up first/)).toBeVisible()
  await page.reload()
  await expectState(page, 'scaled to zero')
  await sendAndExpect(page, /^200/)
  await expectState(page, 'ready')
})

test('after the server was killed in a deploy the page says so and deploys again', async ({
  page,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/ERR_CONNECTION_(REFUSED|RESET)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING/)
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  const first = await DashboardServer.start()
  const servers = [first]
  try {
    const platform = new PlatformClient(first.url)
    await platform.createProject('shop')
    await platform.deploy({
      name: 'fn',
      project: 'shop',
      ...node,
      spec: { build: { commands: [gate.command] } },
    })
    await page.goto(first.url + address('shop', 'fn'))
    await replaceSource(page, saying('second'))
    await gate.close()
    await deployButton(page).click()
    await expect(deployStrip(page).getByRole('heading', { name: /^Deploying/ })).toBeVisible()

    await first.crash()
    servers.push(await DashboardServer.start({ PORT: new URL(first.url).port }, first.dataDirectory))
    await expect(deployStrip(page)).toContainText(
      /server was stopped while this function was being deployed/,
      {
        timeout: 60_000,
      },
    )
    await expectSource(page, saying('second'))
    await gate.open()
    await deployButton(page).click()
    await expectDeployed(page)
    await sendAndExpect(page, /^200/)
    await expect(response(page)).toContainText('second')
  } finally {
    await servers.at(-1)?.dispose()
  }
})

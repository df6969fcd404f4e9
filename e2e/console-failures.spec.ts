import { rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'

import type { Page } from '@playwright/test'

import type { FunctionConfig } from '@/api/generated/schema'

import { changeBehind, Gate } from './deploys'
import { accessibilityFindings, expect, test } from './fixtures'
import { PlatformClient } from './platform'
import { DashboardServer } from './server'
import { expectState } from './workbench'

/** Fails as the path asks. */
const source = `
const { existsSync } = require('fs')
exports.handler = (context, event) => {
  switch (event.path) {
    case '/broken': return context.callback(new context.Response('the till is closed', {}, 'text/plain', 503))
    case '/throw':
      throw new RangeError('nothing in the till')
    case '/exit': return process.exit(3)
    case '/hang': return
    case '/wait': {
      const look = () => (existsSync(event.body.toString()) ? context.callback('waited') : setTimeout(look, 20))
      return look()
    }
    default: return context.callback('fine')
  }
}`

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const body = (page: Page) => page.getByRole('textbox', { name: 'Body', exact: true })
const answer = (page: Page) => page.getByRole('region', { name: 'Response', exact: true })
const sendButton = (page: Page) => page.getByRole('button', { name: 'Send', exact: true })

async function send(page: Page, to: string): Promise<void> {
  await path(page).fill(to)
  await sendButton(page).click()
}

/** The function answers what is sent to it now. */
async function expectAnswer(page: Page): Promise<void> {
  await expect(answer(page).getByText(/^200/).first()).toBeVisible({ timeout: 30_000 })
}

/** A worker that ended is there again. */
async function untilBackUp(page: Page): Promise<void> {
  await expect(async () => {
    await send(page, '/')
    await expect(answer(page).getByText(/^200/).first()).toBeVisible({ timeout: 1_000 })
  }).toPass()
}

async function openConsole(
  page: Page,
  platform: PlatformClient,
  unique: (prefix: string) => string,
  spec: FunctionConfig['spec'] = {},
) {
  const project = unique('failures')
  const name = unique('failing')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source, spec })
  const at = `/projects/${project}/functions/${name}/console`
  await page.goto(at)
  return { name, project, at }
}

test('what the function itself does wrong is explained, with the way to what changes it', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const { name } = await openConsole(page, platform, unique, {
    eventTimeout: '2s',
    triggers: {
      till: {
        kind: 'http',
        name: 'till',
        class: '',
        numWorkers: 1,
        workerAvailabilityTimeoutMilliseconds: 50,
      },
    },
  })
  const field = (label: string) => page.getByRole('textbox', { name: label })

  await send(page, '/broken')
  await expect(answer(page)).toContainText('The function itself answered this.')
  await send(page, '/throw')
  await expect(answer(page)).toContainText('The function’s handler failed.')
  await expect(answer(page)).toContainText('RangeError: nothing in the till')
  expect(await accessibilityFindings(page, '[aria-label="Response"]')).toEqual([])
  await answer(page).getByRole('link', { name: 'main.js, line 7' }).click()
  await expect(page).toHaveURL(/\/code#line-7$/)
  await page.goBack()

  await send(page, '/exit')
  await expect(answer(page)).toContainText('The function’s process ended while it handled this request.')
  await untilBackUp(page)
  await send(page, '/hang')
  await expect(answer(page)).toContainText('took longer than the function’s event timeout')
  await answer(page).getByRole('link', { name: 'Go to “Event timeout”' }).click()
  await expect(field('Event timeout')).toBeFocused()
  await page.goBack()

  await untilBackUp(page)
  const file = testInfo.outputPath('enough')
  const other = platform.send('POST', '/api/function_invocations', file, {
    'x-nuclio-function-name': name,
    'x-nuclio-path': '/wait',
  })
  // Until the other call has the one worker, this one is answered.
  await expect(async () => {
    await send(page, '/')
    await expect(answer(page)).toContainText('All workers of the function are busy.', { timeout: 1_000 })
  }).toPass()
  await expect(answer(page).getByRole('link', { name: 'Go to “Workers”' })).toBeVisible()
  await writeFile(file, '')
  await other
  await answer(page).getByRole('button', { name: 'Send again' }).click()
  await expectAnswer(page)
  await expect(answer(page)).not.toContainText('busy')

  await page.getByRole('combobox', { name: 'Type of the body' }).selectOption('File')
  await page
    .getByLabel('File to send')
    .setInputFiles({ name: 'big.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(5_000_000) })
  await sendButton(page).click()
  await expect(answer(page)).toContainText('larger than the function’s http trigger takes')
  await expect(answer(page)).toContainText('It takes 4 MiB at most (4,194,304 bytes).')
  await answer(page).getByRole('link', { name: 'Go to “Largest request body”' }).click()
  await expect(field('Largest request body')).toBeFocused()
})

test('what the dashboard, a proxy and the network do wrong is told apart, and the way on is there', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of (?:40[04]|50\d)/, /ERR_INTERNET_DISCONNECTED/)
  const triggers = (port: number) => ({
    http: { kind: 'http', name: 'http', class: '', numWorkers: 2, attributes: { port } },
  })
  const { name } = await openConsole(page, platform, unique, { triggers: triggers(await freePort()) })
  const invocations = { method: 'POST', path: '/api/function_invocations' }
  const again = answer(page).getByRole('button', { name: 'Send again' })

  await platform.control('POST', 'faults', { ...invocations, status: 504, body: 'html' })
  await send(page, '/')
  await expect(answer(page)).toContainText('Something in between answered, not the function.')
  await expect(answer(page).getByRole('blockquote')).toHaveText(/^504\s+A server in between$/)
  await again.click()
  await expectAnswer(page)

  await platform.control('POST', 'faults', { ...invocations, status: 500 })
  await send(page, '/')
  await expect(answer(page)).toContainText('The dashboard answered, not the function.')
  await expect(answer(page)).toContainText('Failed on request of a test control with 500')

  await page.context().setOffline(true)
  await send(page, '/')
  await expect(answer(page)).toContainText('The browser cannot reach the dashboard')
  await page.context().setOffline(false)
  await again.click()
  await expectAnswer(page)

  // The other end of a call that is ended here may go on, and the next call is none the worse.
  const file = testInfo.outputPath('enough')
  await page.getByRole('combobox', { name: 'Type of the body' }).selectOption('Text')
  await body(page).fill(file)
  await send(page, '/wait')
  const closed = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('function_invocations'),
  )
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  expect((await closed).failure()?.errorText).toBe('net::ERR_ABORTED')
  await expect(answer(page)).toContainText(
    /Cancelled after .* The connection is closed; the function may still be running\./,
  )
  await page.getByRole('tab', { name: /^Options/ }).click()
  await page.getByRole('textbox', { name: 'Timeout' }).fill('200ms')
  await sendButton(page).click()
  await expect(answer(page)).toContainText('did not answer within the timeout of the request')
  await writeFile(file, '')
  await page.getByRole('textbox', { name: 'Timeout' }).fill('')
  await sendButton(page).click()
  await expectAnswer(page)

  // Its address changes behind the page's back.
  await page.getByRole('combobox', { name: 'Target' }).selectOption({ index: 1 })
  const { metadata, spec } = await platform.getFunction(name)
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    { metadata, spec: { ...spec, triggers: triggers(await freePort()) } },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  await sendButton(page).click()
  await expect(answer(page)).toContainText('The target is none of the function’s own addresses')
  await answer(page).getByRole('button', { name: 'Let the server choose, and send again' }).click()
  await expectAnswer(page)

  await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })
  await sendButton(page).click()
  await expect(answer(page)).toContainText('The dashboard does not know this function any more')
  await expect(page.getByText('It was deleted on the server. Your edits and this request')).toBeVisible()
  await page.getByRole('button', { name: 'Create it again' }).click()
  await expectState(page, 'ready')
  await sendButton(page).click()
  await expectAnswer(page)
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('a function that takes no requests says why, and what changes that', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const up = testInfo.outputPath('up')
  await writeFile(up, '')
  const broken = testInfo.outputPath('broken')
  const gate = new Gate(testInfo.outputPath('gate'))
  await gate.open()
  const slow = `
const { existsSync } = require('fs')
exports.initContext = () => new Promise((resolve) => {
  const look = () => (existsSync(${JSON.stringify(up)}) ? resolve() : setTimeout(look, 20))
  look()
})
exports.handler = (context) => context.callback('fine')`
  const project = unique('asleep')
  const name = unique('sleeper')
  await platform.createProject(project)
  const spec = {
    minReplicas: 0,
    maxReplicas: 1,
    build: { commands: [gate.command, `test ! -e '${broken}'`] },
  }
  await platform.deploy({ name, project, runtime: 'nodejs', source: slow, spec })

  const fn = await platform.getFunction(name)
  await platform.send(
    'PUT',
    `/api/functions/${name}`,
    {
      metadata: fn.metadata,
      spec: { ...fn.spec, disable: true, build: { ...fn.spec.build, mode: 'neverBuild' } },
    },
    { 'x-nuclio-wait-function-action': 'true' },
  )
  await page.goto(`/projects/${project}/functions/${name}/console`)
  await expect(
    page.getByText('It is disabled: none of its replicas runs, and it takes no requests.'),
  ).toBeVisible()
  await expect(sendButton(page)).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Enable it' }).click()
  await expectState(page, 'ready')
  await send(page, '/')
  await expectAnswer(page)

  await platform.send('PATCH', `/api/functions/${name}`, { desiredState: 'scaledToZero' })
  await expect.poll(async () => (await platform.getFunction(name)).status.state).toBe('scaledToZero')
  await rm(up)
  await page.reload()
  await expectState(page, 'scaled to zero')
  await sendButton(page).click()
  await expect(answer(page)).toContainText(/It is scaled to zero and wakes up first \d/)
  await writeFile(up, '')
  await expectAnswer(page)
  await expect(answer(page)).toContainText(/It was asleep: woke and answered in [\d.]+ m?s\./)

  await gate.close()
  await writeFile(broken, '')
  await changeBehind(platform, name, undefined, false)
  await page.reload()
  await expect(page.getByText('It is building and can be called when that is over.')).toBeVisible()
  await page.getByRole('link', { name: 'Show the progress' }).click()
  await expect(page).toHaveURL(/\/deploys$/)
  await page.goBack()
  await gate.open()
  await expect(page.getByText(/^Its last deploy failed: \S+/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('link', { name: 'Show the log' })).toBeVisible()
  expect(await accessibilityFindings(page, '[aria-label="Console"]')).toEqual([])
  await rm(broken)
  await page.getByRole('button', { name: 'Deploy it', exact: true }).click()
  await expectState(page, 'ready')
  await send(page, '/')
  await expectAnswer(page)
})

test('in front of another Nuclio: its refusals and its silence are not taken for the function’s', async ({
  page,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of (?:404|502)/)
  const behind = await DashboardServer.start({ TEST_DIALECT: 'nuclio' })
  const front = await DashboardServer.start({ NUCLIO_DASHBOARD_URL: behind.url })
  try {
    const platform = new PlatformClient(behind.url)
    const project = unique('far')
    const name = unique('away')
    await platform.createProject(project)
    await platform.deploy({ name, project, runtime: 'nodejs', source })
    await page.goto(`${front.url}/projects/${project}/functions/${name}/console`)
    await send(page, '/throw')
    await expect(answer(page)).toContainText('The function itself answered this.')
    await platform.control('POST', 'faults', { path: '/api/function_invocations', status: 502, body: 'html' })
    await send(page, '/')
    await expect(answer(page)).toContainText('Something in between answered, not the function.')
    await expect(answer(page).getByRole('blockquote')).toHaveText(/^502\s+A server in between$/)
    await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })
    await send(page, '/')
    await expect(answer(page)).toContainText('The dashboard does not know this function any more')
    await expect(page.getByRole('button', { name: 'Create it again' })).toBeVisible()
    await page.getByRole('button', { name: 'Create it again' }).click()
    await expectState(page, 'ready')
    await behind.crash()
    await sendButton(page).click()
    await expect(answer(page)).toContainText(
      'The Nuclio that this server passes requests on to does not answer.',
    )
    // A page that goes on asking would say that nobody is there.
    await page.goto('about:blank')
  } finally {
    await front.dispose()
    await behind.dispose()
  }
})

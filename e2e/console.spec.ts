import { readFile, writeFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, test } from './fixtures'
import type { PlatformClient } from './platform'
import { answer, sendAndExpect } from './workbench'

/** Tells what reached it, as JSON, and answers as the path asks. */
const source = `
const { existsSync } = require('fs')
const bytes = Buffer.from(Array.from({ length: 70000 }, (_, i) => i % 256))
exports.handler = (context, event) => {
  const say = (body, type = 'text/plain', status = 200, headers = {}) =>
    context.callback(new context.Response(body, headers, type, status))
  switch (event.path.split('?')[0]) {
    case '/text': return say('<b>no markup</b> & nothing more')
    case '/bytes': return say(bytes, 'application/octet-stream')
    case '/empty': return say('', 'text/plain', 204)
    case '/broken': return say('the till is closed', 'text/plain', 503)
    case '/throw': throw new Error('thrown by the function')
    case '/logs':
      context.logger.debug('looking')
      context.logger.infoWith('found', { rows: 3, where: 'till' })
      context.logger.warn('slow')
      context.logger.error('and broken')
      return say('logged')
    case '/wait': {
      const file = event.body.toString()
      const look = () => (existsSync(file) ? say('waited') : setTimeout(look, 20))
      return look()
    }
    default:
      return say(JSON.stringify({
        method: event.method,
        path: event.path,
        fields: event.fields,
        headers: event.headers,
        body: Buffer.from(event.body || '').toString('hex'),
      }), 'application/json')
  }
}`

interface Echo {
  method: string
  path: string
  fields: Record<string, string>
  headers: Record<string, string>
  body: string
}

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const body = (page: Page) => page.getByRole('textbox', { name: 'Body', exact: true })
const shown = (page: Page) => answer(page).getByRole('region', { name: 'Body of the answer' })

/** Opens the page of a function of its own that echoes. */
async function openEcho(page: Page, platform: PlatformClient, unique: (prefix: string) => string) {
  const project = unique('console')
  const name = unique('echo')
  await platform.createProject(project)
  const triggers = { http: { kind: 'http', name: 'http', class: '', numWorkers: 4 } }
  await platform.deploy({ name, project, runtime: 'nodejs', source, spec: { triggers } })
  await page.goto(`/projects/${project}/functions/${name}/code`)
  return name
}

async function addHeader(page: Page, name: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add header' }).click()
  const rows = page.getByRole('group', { name: 'Headers', exact: true })
  await rows
    .getByRole('textbox', { name: /^Name of header/ })
    .last()
    .fill(name)
  await rows
    .getByRole('textbox', { name: /^Value of header/ })
    .last()
    .fill(value)
}

test('what is sent reaches the function exactly', async ({ page, platform, unique }) => {
  await openEcho(page, platform, unique)
  const text = '{"who": "wörld", "n": [1, 2]}\n'
  await path(page).fill('/things/1?q=a%20b&who=%C3%BC&empty=')
  await body(page).fill(text)
  await addHeader(page, 'X-Thing', 'one, two')
  await addHeader(page, 'Authorization', 'Bearer let-me-in')
  await addHeader(page, 'X-Left-Alone', '')

  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    await page.getByLabel('Method').selectOption(method)
    await sendAndExpect(page, /^200/)
    await expect(shown(page)).toContainText(`"method": "${method}"`)
    const echo = JSON.parse(await shown(page).innerText()) as Echo
    expect(echo.path).toBe('/things/1')
    expect(echo.fields).toEqual({ q: 'a b', who: 'ü', empty: '' })
    const headers = Object.fromEntries(
      Object.entries(echo.headers).map(([name, value]) => [name.toLowerCase(), value]),
    )
    expect(headers).toMatchObject({
      'x-thing': 'one, two',
      authorization: 'Bearer let-me-in',
      'x-left-alone': '',
    })
    expect(headers).not.toHaveProperty('x-dashboard-sealed')
    expect(Buffer.from(echo.body, 'hex').toString()).toBe(method === 'GET' ? '' : text)
    if (method !== 'GET') expect(headers['content-type']).toBe('application/json')
  }

  await page.getByLabel('Type of the body').selectOption('text')
  await page.getByLabel('Method').selectOption('POST')
  await sendAndExpect(page, /^200/)
  await expect(shown(page)).toContainText(/"content-type": "text\/plain"/i)
  // Indented to read; as it came on request.
  await expect(shown(page)).toContainText('{ "method": "POST"')
  await page.getByRole('button', { name: 'As sent' }).click()
  await expect(shown(page)).toContainText('{"method":"POST"')
})

test('answers are shown by what they are, and kept byte by byte', async ({ page, platform, unique }) => {
  const name = await openEcho(page, platform, unique)
  await path(page).fill('/text')
  await sendAndExpect(page, /^200/)
  await expect(shown(page)).toHaveText('<b>no markup</b> & nothing more')

  await path(page).fill('/bytes')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(answer(page)).toContainText('Binary data, 70.0 kB')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toContain(name)
  const expected = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256))
  expect(expected.equals(await readFile(await download.path()))).toBe(true)

  await path(page).fill('/empty')
  await sendAndExpect(page, /^204/)
  await expect(answer(page)).toContainText('The body is empty')
})

test('a failure of the function, of the dashboard and of the network are told apart', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(
    /status of 5\d\d/,
    /ERR_(INTERNET_DISCONNECTED|CONNECTION_CLOSED|INCOMPLETE_CHUNKED_ENCODING)/,
  )
  await openEcho(page, platform, unique)
  const refused = answer(page).getByText('The dashboard did not call the function.')
  const lost = answer(page).getByText('No answer came.')

  await path(page).fill('/broken')
  await sendAndExpect(page, /^503/)
  await expect(shown(page)).toHaveText('the till is closed')
  await path(page).fill('/throw')
  await sendAndExpect(page, /^500/)
  await expect(shown(page)).toContainText('thrown by the function')
  await expect(refused).toHaveCount(0)

  await platform.control('POST', 'faults', { method: 'POST', path: '/api/function_invocations', status: 502 })
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(refused).toBeVisible()
  await expect(answer(page)).toContainText('Failed on request of a test control')

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(lost).toBeVisible()
  await expect(refused).toHaveCount(0)
  await page.context().setOffline(false)

  await path(page).fill('/text')
  await sendAndExpect(page, /^200/)
  await expect(lost).toHaveCount(0)
})

test('a slow call shows its time and is cancelled; the next one goes through', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  await openEcho(page, platform, unique)
  const file = testInfo.outputPath('enough')
  await path(page).fill('/wait')
  await body(page).fill(file)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(answer(page)).toContainText(/Waiting for the answer\s*1\.\d\d s/)
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toHaveCount(0)

  const closed = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('function_invocations'),
  )
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  expect((await closed).failure()?.errorText).toBe('net::ERR_ABORTED')
  await expect(answer(page)).toContainText(/^Cancelled after \d+\.\d\d s\./)

  await writeFile(file, '')
  await sendAndExpect(page, /^200/)
  await expect(shown(page)).toHaveText('waited')
})

test('the logs of a call stand under its answer, with levels and fields', async ({
  page,
  platform,
  unique,
}) => {
  await openEcho(page, platform, unique)
  await path(page).fill('/logs')
  await sendAndExpect(page, /^200/)
  const records = answer(page).getByRole('region', { name: 'Logs of this call' }).getByRole('listitem')
  await expect(records).toHaveText([
    /debug\s*looking/,
    /info\s*found.*rows=3.*where=till/,
    /warn\s*slow/,
    /error\s*and broken/,
  ])
  await path(page).fill('/text')
  await sendAndExpect(page, /^200/)
  await expect(answer(page)).toContainText('It logged nothing')
})

test('the last request is remembered, its secrets are not; the keyboard is enough', async ({
  page,
  platform,
  unique,
}) => {
  await openEcho(page, platform, unique)
  await path(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('/kept?by=key')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(answer(page).getByText(/^200/)).toBeVisible()
  await expect(shown(page)).toContainText('/kept?by=key')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('PU')
  await expect(page.getByLabel('Method')).toHaveValue('PUT')
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('X-Kept')
  await page.keyboard.press('Tab')
  await page.keyboard.type('yes')
  await addHeader(page, 'X-Token', 'not to be kept')
  await body(page).fill('kept too')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(shown(page)).toContainText('"method": "PUT"')
  await expect(shown(page)).toContainText('not to be kept')

  await page.reload()
  await expect(path(page)).toHaveValue('/kept?by=key')
  await expect(page.getByLabel('Method')).toHaveValue('PUT')
  await expect(body(page)).toHaveValue('kept too')
  await expect(page.getByRole('textbox', { name: 'Value of header 1' })).toHaveValue('yes')
  await expect(page.getByRole('textbox', { name: 'Name of header 2' })).toHaveValue('X-Token')
  await expect(page.getByRole('textbox', { name: 'Value of header 2' })).toHaveValue('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('not to be kept')
})

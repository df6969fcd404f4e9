import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

import type { Locator, Page } from '@playwright/test'

import { accessibilityFindings, expect, test } from './fixtures'
import type { PlatformClient } from './platform'

/** Tells what reached it: the body as it is, or all of it as JSON. */
const source = `
const { existsSync } = require('fs')
exports.handler = (context, event) => {
  const body = Buffer.from(event.body || '')
  if (event.path.startsWith('/wait')) {
    const look = () => (existsSync(body.toString()) ? context.callback('waited') : setTimeout(look, 20))
    return look()
  }
  if (event.path.startsWith('/raw')) return context.callback(new context.Response(body, {}, 'application/octet-stream', 200))
  context.callback(new context.Response(JSON.stringify({
    method: event.method,
    path: event.path,
    fields: event.fields,
    headers: Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: body.toString('hex'),
  }), {}, 'application/json', 200))
}`

interface Echo {
  method: string
  path: string
  fields: Record<string, string>
  headers: Record<string, string>
  body: string
}

/** Opens the console of a function of its own. */
async function openConsole(
  page: Page,
  platform: PlatformClient,
  unique: (prefix: string) => string,
  attributes: Record<string, unknown> = {},
): Promise<string> {
  const project = unique('request')
  const name = unique('echo')
  await platform.createProject(project)
  const triggers = { http: { kind: 'http' as const, name: 'http', class: '', numWorkers: 2, attributes } }
  await platform.deploy({ name, project, runtime: 'nodejs', source, spec: { triggers } })
  await page.goto(`/projects/${project}/functions/${name}/console`)
  await expect(form(page)).toBeVisible()
  return name
}

const form = (page: Page): Locator => page.getByRole('form', { name: 'Request', exact: true })
const field = (page: Page, name: string): Locator => form(page).getByLabel(name, { exact: true })
const path = (page: Page): Locator => field(page, 'Path and query')
const part = (page: Page, name: string): Locator => form(page).getByRole('tab', { name })

/** Sends what is filled in, and gives the bytes that come back. */
async function send(page: Page): Promise<Buffer> {
  const answered = page.waitForResponse((response) => response.url().includes('/api/function_invocations'))
  await form(page).getByRole('button', { name: 'Send', exact: true }).click()
  const bytes = await (await answered).body()
  await expect(form(page).getByRole('button', { name: 'Send', exact: true })).toBeVisible()
  return bytes
}

const echoed = async (page: Page): Promise<Echo> => JSON.parse((await send(page)).toString()) as Echo

/** What a field suggests. */
const offered = (page: Page, name: string): Promise<string[]> =>
  field(page, name).evaluate((input) =>
    [...((input as HTMLInputElement).list?.options ?? [])].map(({ value }) => value),
  )

async function chooseAct(page: Page, act: string): Promise<void> {
  await form(page).getByRole('button', { name: 'More for the request', exact: true }).click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
}

const binary = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256))

test('every method and every kind of body reaches the function byte for byte', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  const name = await openConsole(page, platform, unique)
  const kind = form(page).getByRole('combobox', { name: 'Type of the body' })
  const text = '{"who": "wörld ☃ 𝄞", "n": [1, 2]}\n'
  await path(page).fill('/things/1?q=a%20b&who=%C3%BC&empty=')
  await field(page, 'Body').fill(text)
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    await form(page).getByLabel('Method').selectOption(method)
    const echo = await echoed(page)
    expect(echo).toMatchObject({
      method,
      path: '/things/1',
      fields: { q: 'a b', who: 'ü', empty: '' },
      body: method === 'GET' ? '' : Buffer.from(text).toString('hex'),
    })
    if (method === 'GET') await expect(form(page)).toContainText('Browsers send no body with GET')
    else expect(echo.headers['content-type']).toBe('application/json')
  }
  await form(page).getByLabel('Method').selectOption('POST')

  const address = (await platform.getFunction(name)).status.externalInvocationUrls?.[0] ?? ''
  await form(page).getByLabel('Target').selectOption(address)
  await expect(form(page).getByRole('link')).toHaveText(
    `http://${address}/things/1?q=a%20b&who=%C3%BC&empty=`,
  )
  const asked = page.waitForRequest((request) => request.url().includes('/api/function_invocations'))
  expect((await echoed(page)).path).toBe('/things/1')
  expect(await (await asked).headerValue('x-nuclio-invoke-url')).toBe(address)

  await field(page, 'Body').fill('{"a": 1,\n"b": True}')
  await expect(form(page)).toContainText('Line 2, column 6: In JSON True is written true')
  await field(page, 'Body').fill('{"a":1,"b":[]}')
  await form(page).getByRole('button', { name: 'Format the JSON' }).click()
  await expect(field(page, 'Body')).toHaveValue('{\n  "a": 1,\n  "b": []\n}')
  await form(page).getByRole('button', { name: 'Minify the JSON' }).click()
  await expect(field(page, 'Body')).toHaveValue('{"a":1,"b":[]}')

  await kind.selectOption('text')
  await field(page, 'Body').fill('plain\ttext\n\n')
  expect(await echoed(page)).toMatchObject({
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from('plain\ttext\n\n').toString('hex'),
  })

  await kind.selectOption('form')
  const rows = form(page).getByRole('group', { name: 'Fields' })
  for (const [index, [fieldName, value]] of [
    ['q', 'a b&c'],
    ['off', 'never'],
    ['who', 'wörld'],
  ].entries()) {
    await rows.getByRole('button', { name: 'Add field' }).click()
    await expect(field(page, `Name of field ${index + 1}`)).toBeFocused()
    await page.keyboard.type(fieldName ?? '')
    await field(page, `Value of field ${index + 1}`).fill(value ?? '')
  }
  await rows.getByRole('checkbox', { name: 'Send field 2' }).uncheck()
  expect(await echoed(page)).toMatchObject({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from('q=a+b%26c&who=w%C3%B6rld').toString('hex'),
  })

  await kind.selectOption('multipart')
  await rows
    .getByLabel('File of field 2')
    .setInputFiles({ name: 'dots "1".bin', mimeType: '', buffer: binary })
  await rows.getByRole('checkbox', { name: 'Send field 2' }).check()
  await field(page, 'Content type of field 2').fill('image/x-dots')
  await path(page).fill('/raw')
  const multipart = await send(page)
  const boundary = multipart.subarray(2, multipart.indexOf('\r\n')).toString()
  const head = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`
  expect(
    multipart.equals(
      Buffer.concat([
        Buffer.from(`${head('q')}\r\n\r\na b&c\r\n`),
        Buffer.from(`${head('off')}; filename="dots %221%22.bin"\r\nContent-Type: image/x-dots\r\n\r\n`),
        binary,
        Buffer.from(`\r\n${head('who')}\r\n\r\nwörld\r\n--${boundary}--\r\n`),
      ]),
    ),
  ).toBe(true)

  await kind.selectOption('file')
  await expect(form(page)).toContainText('Choose the file to send')
  const chosen = testInfo.outputPath('dots.png')
  await writeFile(chosen, binary)
  await form(page).getByLabel('File to send').setInputFiles(chosen)
  await expect(form(page)).toContainText('dots.png 70.0 kB')
  expect((await send(page)).equals(binary)).toBe(true)
  await path(page).fill('/')
  expect((await echoed(page)).headers['content-type']).toBe('image/png')
  await field(page, 'Content type').fill('application/x-dots')
  expect((await echoed(page)).headers['content-type']).toBe('application/x-dots')

  await kind.selectOption('none')
  expect((await echoed(page)).body).toBe('')
  // What the other kinds hold is still there.
  await kind.selectOption('text')
  await expect(field(page, 'Body')).toHaveValue('plain\ttext\n\n')
})

test('5 MB arrive whole where the function takes them, and are refused in words where it does not', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 413/)
  const large = Buffer.from(Array.from({ length: 5_000_000 }, (_, index) => (index * 31) % 251))
  const fill = async () => {
    await path(page).fill('/raw')
    await form(page).getByRole('combobox', { name: 'Type of the body' }).selectOption('file')
    await form(page)
      .getByLabel('File to send')
      .setInputFiles({ name: 'large.bin', mimeType: 'application/octet-stream', buffer: large })
    await expect(form(page)).toContainText('large.bin 5.0 MB')
  }
  await openConsole(page, platform, unique, { maxRequestBodySize: 6_000_000 })
  await fill()
  await expect(form(page)).not.toContainText('maxRequestBodySize')
  expect((await send(page)).equals(large)).toBe(true)

  await openConsole(page, platform, unique)
  await fill()
  await expect(form(page)).toContainText(
    'The body has 5.0 MB, and the function takes 4 MiB at most: maxRequestBodySize of its http trigger',
  )
  await form(page).getByRole('button', { name: 'Send', exact: true }).click()
  const response = page.getByRole('region', { name: 'Response', exact: true })
  await expect(response).toContainText('413')
  await expect(response).toContainText('maxRequestBodySize')
})

test('the query as a table, headers as text, and all of it by keyboard', async ({
  page,
  platform,
  unique,
}, testInfo) => {
  await openConsole(page, platform, unique)
  await path(page).fill('/search?q=a%20b&page=2&bare')
  await part(page, 'Query').click()
  await expect(part(page, 'Query')).toHaveText('Query 3')
  await expect(field(page, 'Value of parameter 1')).toHaveValue('a b')
  await form(page).getByRole('checkbox', { name: 'Send parameter 2' }).uncheck()
  await expect(path(page)).toHaveValue('/search?q=a%20b&bare')
  await field(page, 'Value of parameter 1').fill('a b&ü')
  await form(page).getByRole('button', { name: 'Add parameter' }).press('Enter')
  await page.keyboard.type('n')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Value of parameter 4')).toBeFocused()
  await page.keyboard.type('1=2')
  await expect(path(page)).toHaveValue('/search?q=a%20b%26%C3%BC&bare&n=1%3D2')
  await form(page).getByRole('button', { name: 'Remove parameter bare' }).press('Enter')
  await expect(form(page).getByRole('button', { name: 'Remove parameter n' })).toBeFocused()

  await part(page, 'Query').press('ArrowRight')
  await expect(part(page, 'Headers')).toBeFocused()
  await form(page).getByRole('button', { name: 'Edit as text' }).press('Enter')
  await expect(field(page, 'Headers as text')).toBeFocused()
  await page.keyboard.insertText('X-One: 1\n# X-Off: 2\nX-Two: a: b\nCookie: a=b\n')
  await expect(form(page)).toContainText('Cookie: Browsers do not let a page send this one')
  await form(page).getByRole('button', { name: 'Edit as rows' }).press('Enter')
  await expect(form(page).getByRole('button', { name: 'Edit as text' })).toBeFocused()
  await expect(part(page, 'Headers')).toHaveText('Headers 2')
  await expect(form(page).getByRole('checkbox', { name: 'Send header 2' })).not.toBeChecked()
  await form(page).getByRole('button', { name: 'Add header' }).press('Enter')
  await page.keyboard.type('Content-Type')
  await page.keyboard.press('Tab')
  expect(await offered(page, 'Name of header 5')).toEqual(expect.arrayContaining(['Accept', 'Authorization']))
  expect(await offered(page, 'Value of header 5')).toContain('text/csv')
  await page.keyboard.type('text/csv')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Response', exact: true })).toContainText('200')
  const echo = await echoed(page)
  expect(echo).toMatchObject({ path: '/search', fields: { q: 'a b&ü', n: '1=2' } })
  expect(echo.headers).toMatchObject({ 'x-one': '1', 'x-two': 'a: b' })
  expect(echo.headers).not.toHaveProperty('x-off')
  expect(echo.headers['cookie']).toBeUndefined()

  await part(page, 'Options').click()
  await field(page, 'Timeout').fill('soon')
  const button = form(page).getByRole('button', { name: 'Send', exact: true })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(part(page, 'Options')).toContainText('not complete')
  await field(page, 'Timeout').fill('20s')
  await expect(button).not.toHaveAttribute('aria-disabled')
  for (const name of ['Query', 'Headers', 'Body', 'Options']) {
    await part(page, name).click()
    expect(await accessibilityFindings(page, 'form')).toEqual([])
  }

  await page.reload()
  await part(page, 'Query').click()
  await expect(field(page, 'Name of parameter 2')).toHaveValue('page')
  await expect(form(page).getByRole('checkbox', { name: 'Send parameter 2' })).not.toBeChecked()
  await form(page).getByRole('checkbox', { name: 'Send parameter 2' }).check()
  await expect(path(page)).toHaveValue('/search?q=a%20b%26%C3%BC&page=2&n=1%3D2')

  // A second press of a double click cancels nothing, and more than one can be under way.
  const file = testInfo.outputPath('enough')
  const statuses: number[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/function_invocations')) statuses.push(response.status())
  })
  await path(page).fill('/wait')
  await part(page, 'Body').click()
  await field(page, 'Body').fill(file)
  await button.dblclick()
  await form(page).getByRole('button', { name: 'Send another' }).click()
  await expect(form(page).getByRole('button', { name: 'Cancel', exact: true })).toBeVisible()
  await path(page).press('Enter')
  expect(statuses).toEqual([])
  await writeFile(file, '')
  await expect(button).toBeVisible()
  await expect.poll(() => statuses).toEqual([200, 200])
})

test('a request goes out as a curl command and comes in as one', async ({
  page,
  platform,
  unique,
  server,
}, testInfo) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const name = await openConsole(page, platform, unique)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  const run = async (): Promise<Echo> => {
    const script = testInfo.outputPath('command.sh')
    await writeFile(script, await clipboard())
    const { stdout } = await promisify(execFile)('bash', [script])
    return JSON.parse(stdout) as Echo
  }
  const body = `{"who": "wörld", "quote": "\\\\"}`
  await chooseAct(page, 'Import from cURL…')
  const dialog = page.getByRole('dialog', { name: 'Import from cURL' })
  await dialog.getByLabel('Command').fill('curl')
  await expect(dialog).toContainText('The command has no URL')
  await dialog
    .getByLabel('Command')
    .fill(
      [
        `curl 'https://shop.example/things/1?q=a%20b' --compressed \\`,
        `  -X PUT -H "X-Thing: it's one" -H 'Authorization: Bearer s3cr3t-Value' -b 'session=1' \\`,
        `  -H 'Content-Type: application/json' --data-raw '${body}'`,
      ].join('\n'),
    )
  await expect(dialog).toContainText('https://shop.example is left out')
  await dialog.getByRole('button', { name: 'Fill in' }).click()
  await expect(path(page)).toHaveValue('/things/1?q=a%20b')
  const remarks = form(page).getByRole('group', { name: 'Not taken over as it was' })
  await expect(remarks).toContainText('Cookie')
  await remarks.getByRole('button', { name: 'Put these remarks away' }).click()
  await expect(remarks).toHaveCount(0)
  const asSent = ({ method, path, fields, body, headers }: Echo) => ({
    ...{ method, path, fields, body: Buffer.from(body, 'hex').toString() },
    ...{ thing: headers['x-thing'], authorization: headers['authorization'], type: headers['content-type'] },
  })
  const sent = asSent(await echoed(page))
  expect(sent).toEqual({
    method: 'PUT',
    path: '/things/1',
    fields: { q: 'a b' },
    body,
    thing: "it's one",
    authorization: 'Bearer s3cr3t-Value',
    type: 'application/json',
  })

  for (const act of ['Copy as cURL', 'Copy as cURL through the dashboard']) {
    await chooseAct(page, act)
    await expect(form(page)).toContainText('Secrets stand in it as variables: SECRET_AUTHORIZATION')
    expect(await clipboard()).not.toContain('s3cr3t')
    await form(page).getByRole('button', { name: 'Copy with secrets' }).click()
    await expect(form(page)).toContainText('with secrets in it')
    expect(asSent(await run())).toEqual(sent)
  }
  const copied = await clipboard()
  expect(copied).toContain(`${server.url}/api/function_invocations`)
  expect(copied).toContain(name)

  await chooseAct(page, 'Clear')
  await expect(path(page)).toHaveValue('/')
  // Pasted where an address is typed, without the lines that set the secrets.
  const paste = async (text: string) => {
    await page.evaluate((given) => navigator.clipboard.writeText(given), text)
    await path(page).press('ControlOrMeta+a')
    await path(page).press('ControlOrMeta+v')
  }
  await paste(copied.slice(copied.indexOf('curl ')))
  await expect(path(page)).toHaveValue('/things/1?q=a%20b')
  await expect(form(page).getByLabel('Method')).toHaveValue('PUT')
  await expect(remarks).toContainText('The variable SECRET_AUTHORIZATION is not known here')
  await expect(field(page, 'Body')).toHaveValue(body)
  await paste('https://other.example/b?c=d')
  await expect(path(page)).toHaveValue('/b?c=d')
})

import { readFile } from 'node:fs/promises'

import type { Page } from '@playwright/test'

import { expect, expectAccessible, test } from './fixtures'
import { media } from './media'
import type { PlatformClient } from './platform'
import { response, sendAndExpect } from './workbench'

/** Answers with a body of the kind that the path names. */
const source = `
const media = ${JSON.stringify(Object.fromEntries(Object.entries(media).map(([kind, bytes]) => [kind, bytes.toString('base64')])))}
const rows = (name) => Array.from({ length: 100000 }, (_, id) => ({ id, name: name + id }))
exports.handler = (context, event) => {
  const say = (body, type, headers = {}) => context.callback(new context.Response(body, headers, type, 200))
  switch (event.path) {
    case '/rows': return say(JSON.stringify(rows('row ')), 'application/json')
    case '/rows/others': return say(JSON.stringify(rows('other ')), 'application/json')
    case '/large': return say(Buffer.alloc(50000000, 'line of text\\n'), 'text/plain')
    case '/image': return say(Buffer.from(media.png, 'base64'), 'image/png')
    case '/sound': return say(Buffer.from(media.wav, 'base64'), 'audio/wav')
    case '/film': return say(Buffer.from(media.webm, 'base64'), 'video/webm')
    case '/pdf': return say(Buffer.from(media.pdf, 'base64'), 'application/pdf', { 'Content-Disposition': 'inline; filename="hello.pdf"' })
    case '/html': return say('<h1>Drawn</h1><script>parent.document.title = "taken"</script>', 'text/html')
    case '/bytes': return say(Buffer.from(Array.from({ length: 70000 }, (_, i) => i % 256)), 'application/octet-stream', { 'Content-Disposition': 'attachment; filename="data.bin"' })
    case '/code': return say('const three = "3" // as text\\n', 'text/javascript')
    case '/fields': return say(Array.from({ length: 100000 }, (_, id) => 'n' + id + '=a+' + id).join('&'), 'application/x-www-form-urlencoded')
    case '/form': return say('who=w%C3%B6rld&n=1&n=2', 'application/x-www-form-urlencoded')
    case '/broken': return say('{"a": 1', 'application/json')
    default: return say('', 'text/plain')
  }
}`

async function open(page: Page, platform: PlatformClient, unique: (prefix: string) => string) {
  const project = unique('response')
  const name = unique('kinds')
  await platform.createProject(project)
  await platform.deploy({ name, project, runtime: 'nodejs', source })
  await page.goto(`/projects/${project}/functions/${name}/console`)
  return (path: string) =>
    test.step(path, async () => {
      await page.getByRole('textbox', { name: 'Path and query' }).fill(path)
      await sendAndExpect(page, /^200/)
    })
}

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await response(page).getByRole('button', { name: 'Download the body' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe(name)
  return readFile(await download.path())
}

const showAs = (page: Page) => response(page).getByLabel('Show the body as')

test('a PDF is shown by the viewer of the browser, and as what it is without one @browser', async ({
  page,
  platform,
  unique,
}) => {
  const send = await open(page, platform, unique)
  await send('/pdf')
  // The browser's viewer is an extension of its own within the frame.
  await expect.poll(() => page.frames().some((one) => /^chrome-extension:/.test(one.url()))).toBe(true)
  const opening = page.waitForEvent('popup')
  await response(page).getByRole('link', { name: 'Open in a tab' }).click()
  const opened = await opening
  await expect.poll(() => opened.evaluate(() => document.contentType)).toBe('application/pdf')
  await opened.close()
  expect(await downloaded(page, 'hello.pdf')).toEqual(media.pdf)
  await page.evaluate(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false }))
  await send('/pdf')
  await expect(response(page)).toContainText('The browser has no viewer for PDFs')
})

test('each kind of body is shown as what it is, and kept byte by byte', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  // The browser says that it ran no script.
  expectedErrors.push(/Blocked script execution/)
  const send = await open(page, platform, unique)

  await send('/image')
  const image = response(page).getByRole('img', { name: 'Body of the response' })
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(1)

  const player = response(page).getByLabel('Body of the response')
  const played = () =>
    player.evaluate(({ readyState, duration }: HTMLMediaElement) => ({ readyState, duration }))
  await send('/sound')
  await expect.poll(played).toEqual({ readyState: 4, duration: 1 })
  await send('/film')
  await expect.poll(played).toEqual({ readyState: 4, duration: 1 })
  expect(await player.evaluate((element) => (element as HTMLVideoElement).videoWidth)).toBe(16)

  await send('/html')
  const frame = page.frameLocator('iframe[title^="Body of the response"]')
  await expect(frame.getByRole('heading', { name: 'Drawn' })).toBeVisible()
  await expect(page).not.toHaveTitle('taken')
  await showAs(page).selectOption('text')
  await expect(response(page)).toContainText('<h1>Drawn</h1>')

  await send('/form')
  await expect(response(page).getByText('wörld')).toBeVisible()

  await send('/code')
  await expect(response(page).getByText('const', { exact: true })).toHaveCSS('color', 'rgb(138, 28, 124)')

  await send('/broken')
  await expect(response(page)).toContainText('It says that it is JSON, and is not')
  await expect(response(page)).toContainText('{"a": 1')

  await send('/empty')
  await expect(response(page)).toContainText('The body is empty')

  await send('/bytes')
  await expect(response(page)).toContainText('00000010')
  const expected = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256))
  expect(expected.equals(await downloaded(page, 'data.bin'))).toBe(true)
  await expectAccessible(page)
})

test('100,000 rows of JSON are a tree that is searched and walked by keyboard; 50 MB wait to be asked for', async ({
  page,
  platform,
  unique,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const send = await open(page, platform, unique)
  await send('/rows')
  const tree = response(page).getByRole('tree', { name: 'Body of the response' })
  await expect(response(page)).toContainText('100,001 rows')
  await response(page).getByRole('searchbox', { name: 'Search in the JSON' }).fill('row 99998')
  await expect(response(page)).toContainText('1 of 1')
  const hit = tree.getByRole('treeitem', { selected: true })
  await expect(hit).toHaveText('name: "row 99998"')
  await expect(hit).toHaveAttribute('aria-level', '3')

  await response(page).getByRole('button', { name: 'Actions on the JSON' }).click()
  await page.getByRole('menuitem', { name: /^Copy path/ }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('$[99998].name')

  await tree.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(hit).toContainText('99998: {')
  await page.keyboard.press('ArrowLeft')
  await expect(hit).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('End')
  await expect(hit).toContainText('99999: {')
  await page.keyboard.press('Home')
  await expect(hit).toHaveAttribute('aria-level', '1')
  await expectAccessible(page)

  // Words can be typed while answers are compared and read.
  const typeMeanwhile = async (text: string) => {
    await page.getByRole('textbox', { name: 'Path and query' }).fill(text)
    await expect(page.getByRole('textbox', { name: 'Path and query' })).toHaveValue(text)
  }
  await send('/rows/others')
  await response(page).getByRole('tab', { name: 'Compare' }).click()
  await typeMeanwhile('/compared')
  const differences = response(page).getByRole('region', { name: 'Differences of the body' })
  await expect(differences).toContainText('100,000 places, the first 100')
  await expect(differences.getByRole('listitem').first()).toContainText('$[0].name"row 0""other 0"')
  await differences.getByRole('button', { name: 'Show 100 more' }).click()
  await expect(differences.getByRole('listitem')).toHaveCount(200)
  await response(page).getByRole('tab', { name: 'Body' }).click()

  await send('/fields')
  await expect(response(page)).toContainText('100,000 fields')
  await response(page).getByRole('region', { name: 'Body of the response' }).focus()
  await page.keyboard.press('End')
  await expect(response(page).getByText('a 99999', { exact: true })).toBeInViewport()

  await send('/large')
  await expect(response(page)).toContainText(
    '50.0 MB of text are not drawn unasked, as nothing over 10.0 MB is',
  )
  await response(page)
    .getByRole('button', { name: /^Show the first/ })
    .click()
  await expect(response(page)).toContainText('Only the first 500.0 kB')
  await response(page).getByRole('button', { name: 'Show all of it' }).click()
  await typeMeanwhile('/read')
  await expect(response(page)).toContainText(/3,846,15\d rows/)
})

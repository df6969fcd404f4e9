import type { Page } from '@playwright/test'

import { deployEcho } from './echo'
import { expect, expectAccessible, test } from './fixtures'
import { response, sendAndExpect } from './workbench'

const path = (page: Page) => page.getByRole('textbox', { name: 'Path and query' })
const view = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const rows = (page: Page) =>
  page.getByRole('list', { name: /^Requests, the newest first/ }).getByRole('listitem')
/** The newest entry of the history whose row says this. */
const row = (page: Page, text: string) => rows(page).filter({ hasText: text }).first()

async function act(page: Page, text: string, what: string): Promise<void> {
  await row(page, text)
    .getByRole('button', { name: /^Actions on/ })
    .click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

/** The value of a header of the next call, as the server gets it. */
async function headerOfNext(page: Page, name: string): Promise<string | null> {
  const call = await page.waitForRequest((request) => request.url().includes('function_invocations'))
  return call.headerValue(name)
}

/** Everything that the browser keeps for the page, as text. */
function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '')
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('no database'))
      })
      for (const store of db.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const reading = db.transaction(store).objectStore(store).getAll()
          reading.onsuccess = () => resolve(reading.result)
        })
        found.push(
          JSON.stringify(all, (_, value: unknown) =>
            value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
          ),
        )
      }
      db.close()
    }
    return found.join('\n')
  })
}

test('what was sent is kept over a reload without its secrets, searched, pinned, sent again and cleared', async ({
  page,
  platform,
  unique,
  expectedErrors,
}, testInfo) => {
  expectedErrors.push(/status of 50\d/, /ERR_INTERNET_DISCONNECTED/)
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  await path(page).fill('/text?n=1')
  await sendAndExpect(page, /^200/)
  await path(page).fill('/text?token=let-me-in')
  await sendAndExpect(page, /^200/)
  await view(page, 'History')
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('POST')
  await expectAccessible(page)

  // Two requests with a secret of the same name: each is sent again with its own.
  await view(page, 'Request')
  await page
    .getByRole('tab', { name: /^Headers/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add header' }).click()
  await page.getByLabel('Name of header 1').fill('Authorization')
  for (const [as, secret] of [
    ['first', 'AAA111'],
    ['second', 'BBB222'],
  ]) {
    await path(page).fill(`/text?as=${as}`)
    await page.getByLabel('Value of header 1').fill(`Bearer ${secret}`)
    await sendAndExpect(page, /^200/)
  }
  await view(page, 'History')
  await expect(rows(page)).toHaveCount(4)
  const replayed = headerOfNext(page, 'authorization')
  await act(page, 'as=first', 'Send again')
  expect(await replayed).toBe('Bearer AAA111')
  await expect(rows(page)).toHaveCount(5)

  // What got no answer is told in the same words later as now.
  await view(page, 'Request')
  await page.getByRole('tab', { name: /^Body/ }).first().click()
  await page.getByRole('textbox', { name: 'Body', exact: true }).fill(testInfo.outputPath('never'))
  await path(page).fill('/wait?for=ever')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('button', { name: 'Cancel', exact: true })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(response(page)).toContainText('Cancelled after')
  await page.getByRole('tab', { name: /^Options/ }).click()
  await page.getByRole('textbox', { name: 'Timeout' }).fill('200ms')
  await path(page).fill('/wait?for=200ms')
  await sendAndExpect(page, 'Failed')
  await expect(response(page)).toContainText('did not answer within the timeout')
  await page.getByRole('textbox', { name: 'Timeout' }).fill('')
  await page.context().setOffline(true)
  await path(page).fill('/text?net=off')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(response(page)).toContainText('The browser cannot reach the dashboard')
  await page.context().setOffline(false)

  await page.reload()
  await view(page, 'History')
  await expect(rows(page)).toHaveCount(8)
  const kept = await everythingKept(page)
  for (const secret of ['let-me-in', 'AAA111', 'BBB222']) expect(kept).not.toContain(secret)
  expect(kept).toContain('Bearer ••••')
  expect(kept).toContain('/text?n=1')
  for (const [text, headline, words] of [
    ['for=ever', 'Cancelled after', 'The connection is closed; the function may still be running.'],
    ['for=200ms', 'The dashboard answered, not the function.', 'did not answer within the timeout'],
    ['net=off', 'No answer came.', 'The browser cannot reach the dashboard'],
  ] as const) {
    await act(page, text, 'Show its response')
    await expect(response(page)).toContainText(headline)
    await expect(response(page)).toContainText(words)
    await expect(page.getByRole('region', { name: 'Logs of this invocation' })).not.toContainText(
      'did not run',
    )
  }

  // The secrets are asked for, and each request goes out with its own.
  const dialog = page.getByRole('dialog', { name: 'Enter what was not kept' })
  await response(page).getByRole('button', { name: 'Send again' }).click()
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeDisabled()
  await dialog.getByLabel('Authorization', { exact: true }).fill('CCC333')
  const entered = headerOfNext(page, 'authorization')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  expect(await entered).toBe('Bearer CCC333')
  await expect(rows(page)).toHaveCount(9)
  await act(page, 'as=second', 'Send again')
  await expect(dialog).toContainText('Left empty, that of the latest request of this tab goes out.')
  await expectAccessible(page)
  const stoodIn = headerOfNext(page, 'authorization')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  expect(await stoodIn).toBe('Bearer CCC333')
  await expect(rows(page)).toHaveCount(10)
  await act(page, 'token=', 'Send again')
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeDisabled()
  await dialog.getByLabel('token', { exact: true }).fill('known again')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(rows(page)).toHaveCount(11)
  await rows(page).first().getByRole('button', { name: /^POST/ }).click()
  await expect(path(page)).toHaveValue('/text?token=known%20again')

  await view(page, 'History')
  await page.getByRole('searchbox', { name: 'Search the history' }).fill('n=1')
  await expect(rows(page)).toHaveCount(1)
  await act(page, 'n=1', 'Pin')
  await expect(rows(page).first()).toContainText('pinned')
  await act(page, 'n=1', 'Show its response')
  await expect(response(page)).toContainText('no markup')
  await expect(page.getByLabel('Shown response')).toContainText('from the history')
  await page.getByRole('searchbox', { name: 'Search the history' }).fill('')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('10 requests and what came of them')
  await page.getByRole('dialog').getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(rows(page)).toHaveCount(1)
  await page.reload()
  await view(page, 'History')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText('/text?n=1')
})

test('a link fills the console of another browser, sends nothing and carries no credentials', async ({
  page,
  platform,
  unique,
  context,
  browser,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { at } = await deployEcho(platform, unique)
  await page.goto(`${at}/console`)
  await path(page).fill('/things?n=1')
  await page.getByRole('textbox', { name: 'Body', exact: true }).fill('{"who": "wörld"}')
  await page
    .getByRole('tab', { name: /^Headers/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Add header' }).click()
  await page.getByLabel('Name of header 1').fill('Authorization')
  await page.getByLabel('Value of header 1').fill('Bearer let-me-in')
  await page.getByRole('button', { name: 'More for the request', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy a link to it' }).click()
  await expect(page.getByText(/The link is copied\. Left out: Authorization/)).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('/console#request=')

  const other = await browser.newContext({ locale: 'en-GB' })
  const opened = await other.newPage()
  const invocations: string[] = []
  opened.on('request', (request) => {
    if (request.url().includes('function_invocations')) invocations.push(request.url())
  })
  await opened.goto(link)
  await expect(path(opened)).toHaveValue('/things?n=1')
  await expect(
    opened
      .getByText(
        /Filled in from a link; nothing is sent until you do\. Enter what it left out: Authorization/,
      )
      .first(),
  ).toBeVisible()
  await expect(opened).toHaveURL(/\/console$/)
  await expect(opened.getByRole('textbox', { name: 'Body', exact: true })).toHaveValue('{"who": "wörld"}')
  expect(invocations).toEqual([])
  await opened.goto(`${new URL(link).origin}${at}/console#request=broken`)
  await expect(opened.getByText(/The request in the link cannot be read/).first()).toBeVisible()
  await other.close()
})

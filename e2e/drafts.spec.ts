import { readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import { address, node, saying, sourceOnServer } from './deploys'
import { expect, test } from './fixtures'
import type { PlatformClient } from './platform'
import { expectDeployed, expectSource, replaceSource, sourceEditor } from './workbench'

const handler = (page: Page) => page.getByRole('textbox', { name: 'Handler' })
const restored = (page: Page) => page.getByText(/^Restored your edits from \d\d:\d\d$/)
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true }).first()
const redo = (page: Page) => page.getByRole('button', { name: 'Redo', exact: true })

/** A function to edit; answers with the address of its code. */
async function prepared(platform: PlatformClient, unique: (prefix: string) => string) {
  const project = unique('drafts')
  const name = unique('fn')
  await platform.createProject(project)
  await platform.deploy({ name, project, ...node })
  return { project, name, at: address(project, name) }
}

/** The texts of all drafts that lie in the browser's database. */
const inDatabase = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('nuclio-dashboard')
        opening.onerror = () => reject(new Error('The database does not open'))
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAll()
          asked.onsuccess = () => {
            opening.result.close()
            resolve(JSON.stringify(asked.result))
          }
        }
      }),
  )

test('edits are there again after a reload, and a discard can be taken back @headline', async ({
  page,
  platform,
  unique,
}) => {
  const { at } = await prepared(platform, unique)
  await page.goto(at)
  await handler(page).fill('main:kept')
  await page.reload()
  await expect(restored(page)).toBeVisible()
  await expect(handler(page)).toHaveValue('main:kept')

  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(page.getByText('Edits discarded')).toBeVisible()
  await expect(handler(page)).toHaveValue('main:handler')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(handler(page)).toHaveValue('main:kept')
  await expect(page.getByText('Edits discarded')).toHaveCount(0)
})

test('the first paint has the edits, and the notice leads to what they change', async ({
  page,
  platform,
  unique,
}) => {
  const { at } = await prepared(platform, unique)
  await page.goto(at)
  await handler(page).fill('main:kept')
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seenHandlers: seen })
    new MutationObserver(() => {
      for (const input of document.querySelectorAll('input'))
        if (input.value.startsWith('main:') && seen.at(-1) !== input.value) seen.push(input.value)
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
  await page.reload()
  await expect(restored(page)).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { seenHandlers: string[] }).seenHandlers)).toEqual([
    'main:kept',
  ])

  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(page).toHaveURL(/\/review$/)
  await page.goBack()
  await page.getByRole('button', { name: 'Put away' }).click()
  await expect(restored(page)).toHaveCount(0)
  await handler(page).fill('main:handler')
  await expect.poll(() => inDatabase(page)).toBe('[]')
  await page.reload()
  await expect(handler(page)).toHaveValue('main:handler')
  await expect(restored(page)).toHaveCount(0)
})

test('edits outlive a tab that crashes, and one that is closed at once', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const { name, at } = await prepared(platform, unique)
  const crashing = await context.newPage()
  await crashing.goto(at)
  await replaceSource(crashing, saying('typed before the crash'))
  await expect.poll(() => inDatabase(crashing)).toContain(btoa(saying('typed before the crash')))
  const session = await context.newCDPSession(crashing)
  void session.send('Page.crash').catch(() => undefined)
  await crashing.waitForEvent('crash')
  await crashing.close()

  const closing = await context.newPage()
  await closing.goto(at)
  await expect(restored(closing)).toBeVisible()
  await expectSource(closing, saying('typed before the crash'))
  await handler(closing).fill('main:last')
  await closing.close()

  await page.goto(at)
  await expect(handler(page)).toHaveValue('main:last')
  await expectSource(page, saying('typed before the crash'))
  expect(await sourceOnServer(platform, name)).toBe(node.source)
})

test('edits outlive a browser that is killed @browser', async ({ baseURL, platform, unique }, testInfo) => {
  const { at } = await prepared(platform, unique)
  const directory = testInfo.outputPath('profile')
  const { launchOptions } = testInfo.project.use
  const start = () => chromium.launchPersistentContext(directory, { ...launchOptions, baseURL })

  const first = await start()
  const page = first.pages()[0] ?? (await first.newPage())
  await page.goto(at)
  await handler(page).fill('main:killed')
  await expect.poll(() => inDatabase(page)).toContain('main:killed')
  const closed = first.waitForEvent('close')
  // Where the browser notes which process has the profile: `<host>-<process id>`.
  const lock = await readlink(join(directory, 'SingletonLock'))
  process.kill(Number(lock.split('-').at(-1)), 'SIGKILL')
  await closed

  const second = await start()
  try {
    const again = second.pages()[0] ?? (await second.newPage())
    await again.goto(at)
    await expect(restored(again)).toBeVisible()
    await expect(handler(again)).toHaveValue('main:killed')
  } finally {
    await second.close()
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('two tabs show one draft, and neither takes the other’s caret', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const { name, at } = await prepared(platform, unique)
  await page.goto(at)
  await handler(page).fill('main:of-one')
  const other = await context.newPage()
  await other.goto(at)
  await expect(handler(other)).toHaveValue('main:of-one')

  // While one types the source in the first tab, the handler is typed in the second.
  await expectSource(other, node.source)
  await handler(other).focus()
  await replaceSource(page, saying('shared'))
  await expectSource(other, saying('shared'))
  await expect(handler(other)).toBeFocused()
  await other.keyboard.press('End')
  await other.keyboard.type('-and-two')
  await expect(handler(page)).toHaveValue('main:of-one-and-two')
  await expect(sourceEditor(page)).toBeFocused()

  // The caret stays between the same letters while the text around it changes.
  await page.keyboard.press('ControlOrMeta+Home')
  await sourceEditor(other).focus()
  await other.keyboard.press('ControlOrMeta+End')
  await other.keyboard.type(' // two')
  await expectSource(page, `${saying('shared')} // two`)
  await page.keyboard.type('/* one */ ')
  await expectSource(other, `/* one */ ${saying('shared')} // two`)
  await other.keyboard.type('!')
  await expectSource(page, `/* one */ ${saying('shared')} // two!`)

  await handler(page).fill('main:handler')
  await page.keyboard.press('ControlOrMeta+s')
  await expectDeployed(page)
  await expect(other.getByText(/someone else changed/i)).toHaveCount(0)
  await expect(other.getByText('Discard edits')).toHaveCount(0)
  expect(await sourceOnServer(platform, name)).toBe(`/* one */ ${saying('shared')} // two!`)

  await handler(other).fill('main:later')
  await expect(handler(page)).toHaveValue('main:later')
  await other.getByRole('button', { name: 'Discard edits' }).click()
  await expect(handler(page)).toHaveValue('main:handler')
})

test('tabs that cannot hear each other say that the other one was edited', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const { at } = await prepared(platform, unique)
  await context.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
  await page.goto(at)
  const other = await context.newPage()
  await other.goto(at)
  await handler(other).fill('main:elsewhere')
  await expect.poll(() => inDatabase(other)).toContain('main:elsewhere')

  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByText(/^Also edited in another tab at \d\d:\d\d/)).toBeVisible()
  await expect(handler(page)).toHaveValue('main:handler')
  await page.getByRole('button', { name: 'Load those edits' }).click()
  await expect(handler(page)).toHaveValue('main:elsewhere')
  await expect(page.getByText(/^Also edited/)).toHaveCount(0)
})

test('edits are taken back and done again, by keyboard and by button', async ({ page, platform, unique }) => {
  const { at } = await prepared(platform, unique)
  await page.goto(at)
  await expectSource(page, node.source)
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  await handler(page).fill('main:one')
  await page.getByLabel('Runtime').selectOption('python:3.11')
  await expect(undo(page)).toHaveAttribute('title', /^Undo: Runtime/)
  await undo(page).click()
  await expect(page.getByLabel('Runtime')).toHaveValue('nodejs')
  await expect(handler(page)).toHaveValue('main:one')

  // A button is no place to type: the page takes the keys.
  await page.keyboard.press('ControlOrMeta+z')
  await expect(handler(page)).toHaveValue('main:handler')
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(handler(page)).toHaveValue('main:one')
  await page.keyboard.press('ControlOrMeta+y')
  await expect(page.getByLabel('Runtime')).toHaveValue('python:3.11')
  await expect(redo(page)).toHaveAttribute('aria-disabled', 'true')

  // A text takes back its own keys first.
  await handler(page).focus()
  await page.keyboard.press('End')
  await page.keyboard.type('x')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(handler(page)).toHaveValue('main:one')
  await expect(page.getByLabel('Runtime')).toHaveValue('python:3.11')

  // What stands on another tab says where.
  await page.getByRole('link', { name: /^Configuration/ }).click()
  await expect(undo(page)).toHaveAttribute('title', /^Undo: Handler/)
  await undo(page).click()
  await page.getByRole('link', { name: 'Show it' }).click()
  await expect(page).toHaveURL(/\/code#/)
})

test('what an earlier build kept is taken over once', async ({ page, platform, unique }) => {
  const { project, name, at } = await prepared(platform, unique)
  await page.goto(at)
  await expect(handler(page)).toHaveValue('main:handler')
  const keys = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':edits:')).length)
  await page.evaluate(
    async ([projectName, functionName]) => {
      const { identity } = (await (await fetch('/server.json')).json()) as { identity: string }
      const key = JSON.stringify([identity, 'nuclio', projectName, functionName])
      const changes = [{ path: ['spec', 'handler'], from: 'main:handler', to: 'main:old' }]
      const text = JSON.stringify({ format: 1, editedAt: Date.now(), resourceVersion: '1', changes })
      localStorage.setItem(`nuclio-dashboard:edits:${key}`, text)
    },
    [project, name],
  )
  await page.reload()
  await expect(handler(page)).toHaveValue('main:old')
  await expect(restored(page)).toBeVisible()
  await expect.poll(() => inDatabase(page)).toContain('main:old')
  await expect.poll(keys).toBe(0)
})

test('without the browser’s database edits are kept elsewhere, and without any storage it says so', async ({
  page,
  context,
  platform,
  unique,
}) => {
  const { at } = await prepared(platform, unique)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  await page.goto(at)
  await handler(page).fill('main:fallback')
  await page.reload()
  await expect(handler(page)).toHaveValue('main:fallback')
  await expect(page.getByText(/kept in this browser/)).toBeVisible()
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await page.reload()
  await expect(handler(page)).toHaveValue('main:handler')

  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.reload()
  await handler(page).fill('main:in-memory')
  await expect(page.getByText(/not kept: this browser’s storage is full or blocked/)).toBeVisible()
  // A walk through other pages does not lose it.
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Functions' }).click()
  await expect(page).toHaveURL(/\/functions$/)
  await page.goBack()
  await expect(handler(page)).toHaveValue('main:in-memory')
})

test('the edits of a function that was deleted wait, to create it again', async ({
  page,
  platform,
  unique,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 404/)
  const { project, name, at } = await prepared(platform, unique)
  await page.goto(at)
  await replaceSource(page, saying('still here'))
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Functions' }).click()
  await expect(page).toHaveURL(/\/functions$/)
  await platform.send('DELETE', '/api/functions', { metadata: { name, namespace: 'nuclio' } })

  await page.goto(at)
  await expect(page.getByText(new RegExp(`^${name} was deleted on the server`))).toBeVisible()
  await expectSource(page, saying('still here'))
  await page.getByRole('button', { name: `Create ${name} again` }).click()
  await expectDeployed(page)
  expect(await sourceOnServer(platform, name)).toBe(saying('still here'))

  // Deleted by one's own hand, it is not held on to.
  await handler(page).fill('main:gone')
  await expect.poll(() => inDatabase(page)).toContain('main:gone')
  await page.getByRole('button', { name: `Actions on ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Delete', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(page).toHaveURL(`/projects/${project}/functions`)
  await page.goto(at)
  await expect(page.getByText(`There is no function “${name}” in ${project}`)).toBeVisible()
})

test('the addresses of Nuclio’s own dashboard lead to where things are here', async ({
  page,
  platform,
  unique,
}) => {
  const { project, name } = await prepared(platform, unique)
  const addresses = [
    [`/projects/${project}/functions/${name}/code`, `/projects/${project}/functions/${name}/code`],
    [
      `/projects/${project}/functions/${name}/configuration`,
      `/projects/${project}/functions/${name}/configuration`,
    ],
    [`/projects/${project}/create-function`, `/projects/${project}/create-function`],
    [`/projects/${project}/functions/${name}/monitoring`, `/projects/${project}/functions/${name}/deploys`],
    [`/projects/${project}/functions/${name}/triggers`, `/projects/${project}/functions/${name}/triggers`],
    [`/projects/${project}/api-gateways`, `/projects/${project}/api-gateways`],
    ['/projects/create-function', '/projects'],
    ['/welcome', '/projects'],
  ]
  for (const [old = '', now = ''] of addresses) {
    await page.goto(old)
    await expect(page).toHaveURL(now)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  }
})

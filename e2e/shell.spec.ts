import type { Page } from '@playwright/test'

import { deployButton } from './deploys'
import { expect, test } from './fixtures'
import { PlatformClient } from './platform'
import { DashboardServer } from './server'

const greet = 'def handler(context, event):\n    return "hello"\n'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('jump to a project and to a function by keyboard alone', async ({ page, platform, unique }) => {
  const project = unique('jump')
  const fn = unique('echo')
  await platform.createProject(project)
  await platform.deploy({ name: fn, project, source: greet })
  await page.goto('/projects')
  await expect(heading(page)).toHaveText('Projects')

  await page.keyboard.press('ControlOrMeta+k')
  const dialog = page.getByRole('dialog', { name: 'Jump to' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(project)
  await expect(dialog.getByRole('option', { selected: true })).toContainText(project)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(`/projects/${project}/functions`)
  await expect(page).toHaveTitle(`Functions · ${project} · Nuclio`)

  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('nothing is called like this')
  await expect(dialog.getByText('Nothing by this name')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(fn.slice(1))
  await expect(dialog.getByRole('option')).toHaveText([new RegExp(`^${fn}function in ${project}$`)])
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/projects/${project}/functions/${fn}/code`)
  await expect(page).toHaveTitle(`${fn} · code · ${project} · Nuclio`)

  await page.keyboard.press('ControlOrMeta+k')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(`/projects/${project}/functions/${fn}/code`)
})

test('the parts of the breadcrumb switch to their neighbours', async ({ page, platform, unique }) => {
  const [first, second] = [unique('one'), unique('two')]
  await platform.control('POST', 'seed', { count: 3, project: first })
  await platform.createProject(second)
  await page.goto(`/projects/${first}/functions/function-00002/code`)
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs.getByRole('link')).toHaveText([first, 'function-00002'])

  await crumbs.getByRole('button', { name: 'Switch function' }).click()
  const functions = page.getByRole('listbox', { name: 'Switch function' })
  await expect(functions.getByRole('option')).toHaveText([
    'function-00001',
    'function-00002',
    'function-00003',
  ])
  await expect(functions.getByRole('option', { name: 'function-00002' })).toHaveAttribute('aria-current')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/projects/${first}/functions/function-00003/code`)
  await expect(functions).toBeHidden()

  await crumbs.getByRole('button', { name: 'Switch project' }).click()
  await page.getByRole('combobox', { name: 'Switch project' }).fill(second)
  await page.getByRole('option', { name: second }).click()
  await expect(page).toHaveURL(`/projects/${second}/functions`)
  await expect(crumbs.getByRole('link')).toHaveText([second])

  const button = crumbs.getByRole('button', { name: 'Switch project' })
  await button.click()
  await expect(page.getByRole('combobox', { name: 'Switch project' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Switch project' })).toBeHidden()
  await expect(button).toBeFocused()
})

test('the theme stays over a reload, and no other one flashes up', async ({ page }) => {
  // Every theme that the page has had since its first element.
  await page.addInitScript(() => {
    const seen: (string | null)[] = []
    Object.assign(window, { themesSeen: seen })
    new MutationObserver(() => {
      const now = document.documentElement?.getAttribute('data-mantine-color-scheme') ?? null
      if (document.body && seen.at(-1) !== now) seen.push(now)
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })
  const themesSeen = () => page.evaluate(() => (window as unknown as { themesSeen: string[] }).themesSeen)
  const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choose = async (name: string) => {
    await page.getByRole('button', { name: /^Theme/ }).click()
    await page.getByRole('menuitemradio', { name }).click()
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/projects')
  await expect(page.getByRole('button', { name: 'Theme: as the system' })).toBeVisible()
  const light = await surface()

  await choose('Dark')
  const dark = await surface()
  expect(dark).not.toBe(light)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible()
  expect([await themesSeen(), await surface()]).toEqual([['dark'], dark])

  await page.emulateMedia({ colorScheme: 'dark' })
  await choose('Light')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible()
  expect([await themesSeen(), await surface()]).toEqual([['light'], light])

  await choose('As the system')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Theme: as the system' })).toBeVisible()
  expect([await themesSeen(), await surface()]).toEqual([['dark'], dark])
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(surface).toBe(light)
})

test('the sheet has the shortcuts of the page, and not while one types', async ({ page }) => {
  await page.goto('/projects')
  await page.getByLabel('Filter projects').press('?')
  await expect(page.getByLabel('Filter projects')).toHaveValue('?')
  await page.keyboard.press('Escape')
  await page.getByLabel('Filter projects').blur()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Jump to a project, a function or a page')
  await expect(sheet).toContainText('Filter projects')
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.goto('/nowhere')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await expect(sheet).toContainText('Show this sheet')
  await expect(sheet).not.toContainText('Filter projects')
})

test('a server that is gone is told, and found again when it is back', async ({ page, expectedErrors }) => {
  expectedErrors.push(/ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET/)
  let server = await DashboardServer.start()
  try {
    await new PlatformClient(server.url).createProject('kept', 'still here')
    await page.goto(`${server.url}/projects`)
    const dot = page.getByRole('button', { name: /^Server:/ })
    await expect(dot).toHaveText('Server: embedded')
    await dot.click()
    const details = page.getByRole('dialog', { name: 'Server' })
    await expect(details).toContainText(server.url)
    await expect(details).toContainText(/Version\s*\d+\.\d+\.\d+/)
    await page.keyboard.press('Escape')

    await server.crash()
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
    await expect(dot).toHaveText(/reconnecting · last answer \d+ s ago/)
    await expect(page.getByRole('link', { name: 'kept' })).toBeVisible()
    await dot.click()
    await expect(details).toContainText('trying again')
    await page.keyboard.press('Escape')

    server = await DashboardServer.start({ PORT: new URL(server.url).port }, server.dataDirectory)
    await expect(dot).toHaveText('Server: embedded')
    await page.getByRole('link', { name: 'kept' }).click()
    await expect(page).toHaveTitle('Functions · kept · Nuclio')
    await expect(page.getByRole('heading', { name: 'No functions here yet' })).toBeVisible()

    // What is known is still shown; what is not says why, and comes on another try.
    await server.crash()
    await page.getByRole('link', { name: 'Nuclio, projects' }).click()
    await expect(page.getByRole('link', { name: 'kept' })).toBeVisible()
    await page.getByRole('link', { name: 'default' }).click()
    await expect(heading(page)).toHaveText('The server does not answer')
    server = await DashboardServer.start({ PORT: new URL(server.url).port }, server.dataDirectory)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(heading(page)).toHaveText('Functions')
    await expect(page).toHaveTitle('Functions · default · Nuclio')
  } finally {
    await server.dispose()
  }
})

test.describe('pages that cannot be shown', () => {
  test.afterEach(({ platform }) => platform.control('DELETE', 'faults'))

  test('an address that is none, a project that is not there', async ({ page, expectedErrors }) => {
    expectedErrors.push(/404/)
    await page.goto('/nowhere/at/all')
    await expect(heading(page)).toHaveText('Nothing at this address')
    await expect(page).toHaveTitle('Nothing here · Nuclio')
    await page.goto('/projects/never-made/functions?ns=nuclio')
    await expect(heading(page)).toHaveText('Nothing at this address')
    await page.getByRole('link', { name: 'Go to the projects' }).click()
    await expect(heading(page)).toHaveText('Projects')
  })

  test('signed out: what to do, and on with it', async ({ page, platform, expectedErrors }) => {
    expectedErrors.push(/401/)
    await platform.control('POST', 'faults', { path: '/api', status: 401, body: 'empty', count: 99 })
    await page.goto('/projects')
    await expect(heading(page)).toHaveText('You are signed out')
    await expect(page.getByText('Sign in there, in this browser, then try again')).toBeVisible()
    await platform.control('DELETE', 'faults')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(heading(page)).toHaveText('Projects')
    await expect(page.getByRole('button', { name: 'Server: embedded' })).toBeVisible()
  })

  test('not allowed: whom to ask, with the words of the server', async ({
    page,
    platform,
    expectedErrors,
  }) => {
    expectedErrors.push(/403/)
    await platform.control('POST', 'faults', { path: '/api/functions', status: 403, count: 9 })
    await page.goto('/projects/default/functions')
    await expect(heading(page)).toHaveText('You are not allowed to see or do this')
    await expect(page.getByText('Ask whoever runs it for access')).toBeVisible()
    await page.getByText('Details').click()
    await expect(page.getByText(/Failed on request of a test control with 403/)).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Project' })).toBeVisible()
    await platform.control('DELETE', 'faults')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(heading(page)).toHaveText('Functions')
  })
})

test('a namespace is chosen, and every link keeps it', async ({ page }) => {
  const server = await DashboardServer.start({ NAMESPACES: 'nuclio,staging' })
  try {
    const staging = new PlatformClient(server.url, 'staging')
    await staging.createProject('rehearsal')
    await new PlatformClient(server.url).createProject('live')
    await page.goto(`${server.url}/projects`)
    await expect(page.getByRole('link', { name: 'live' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'rehearsal' })).toHaveCount(0)
    await page.getByRole('button', { name: 'Switch namespace, now nuclio' }).click()
    await page.getByRole('option', { name: 'staging' }).click()
    await expect(page).toHaveURL(`${server.url}/projects?ns=staging`)
    await expect(page.getByRole('link', { name: 'live' })).toHaveCount(0)

    await page.getByRole('link', { name: 'rehearsal' }).click()
    await expect(page).toHaveURL(`${server.url}/projects/rehearsal/functions?ns=staging`)
    await page.getByRole('link', { name: 'New function' }).first().click()
    await expect(page).toHaveURL(`${server.url}/projects/rehearsal/create-function?ns=staging`)
    const links = await page
      .getByRole('link')
      .evaluateAll((all) =>
        all.map((link) => (link as HTMLAnchorElement).href).filter((href) => href.includes('/projects')),
      )
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter((href) => !href.includes('ns=staging'))).toEqual([])
    await page.getByLabel('Name', { exact: true }).fill('echo')
    await page.getByRole('button', { name: 'Create and deploy' }).click()
    await expect(page).toHaveURL(`${server.url}/projects/rehearsal/functions/echo/code?ns=staging`)
    expect((await staging.getFunction('echo')).metadata.namespace).toBe('staging')

    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.type('Projects')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${server.url}/projects?ns=staging`)
    await page.goto(`${server.url}/nowhere?ns=staging`)
    await page.getByRole('link', { name: 'Go to the projects' }).click()
    await expect(page.getByRole('link', { name: 'rehearsal' })).toBeVisible()
    await page.getByRole('button', { name: 'Switch namespace, now staging' }).click()
    await page.getByRole('option', { name: 'nuclio' }).click()
    await expect(page).toHaveURL(`${server.url}/projects`)
    await expect(page.getByRole('link', { name: 'live' })).toBeVisible()
  } finally {
    await server.dispose()
  }
})

test('the keyboard reaches the content, and goes on from there after a change of page', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('keys')
  await platform.createProject(project)
  await page.goto(`/projects?q=${project}`)
  await expect(heading(page)).toHaveText('Projects')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'New project' })).toBeFocused()

  await page.getByRole('link', { name: project }).press('Enter')
  await expect(heading(page)).toHaveText('Functions')
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: `Functions · ${project}` })).toBeAttached()
})

test('at 360 px everything is reached, and nothing scrolls sideways', async ({ page, platform, unique }) => {
  const project = `${unique('a-project-with-a-rather-long-name')}-to-see-it-cut`
  await platform.control('POST', 'seed', { count: 30, project })
  await page.setViewportSize({ width: 360, height: 740 })
  const fits = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const outside = await page.locator('a, button, input, select, textarea').evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect()
          return width > 1 && (left < 0 || right > 360)
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    )
    expect(outside).toEqual([])
  }
  await page.goto(`/projects?q=${project}`)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: project }) })
  await expect(row.getByRole('link', { name: /ready$/ })).toBeInViewport()
  await fits()
  for (const name of [/^Server:/, /^Theme/, `Actions on ${project}`]) {
    await page.getByRole('button', { name }).click()
    await fits()
    await page.keyboard.press('Escape')
  }
  for (const name of ['New project', 'Search or jump to']) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await fits()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await row.getByRole('link', { name: /ready$/ }).click()
  await expect(page).toHaveURL(`/projects/${project}/functions?state=ready`)
  await fits()
  await page
    .getByRole('link', { name: /^function-/ })
    .first()
    .click()
  await expect(deployButton(page)).toBeVisible()
  await fits()
  await page.getByRole('button', { name: /^Switch project/ }).click()
  await expect(page.getByRole('option', { name: project })).toBeVisible()
  await fits()
  await page.keyboard.press('Escape')
  await page.goto(`/projects/${project}/create-function`)
  await expect(page.getByLabel('Name', { exact: true })).toBeVisible()
  await fits()
})

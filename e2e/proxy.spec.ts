import { expect, test } from './fixtures'
import { expectState, response, sendAndExpect } from './workbench'
import { DashboardServer } from './server'

test('in front of another Nuclio: the page names it, and everything goes through', async ({
  page,
  server,
  platform,
  unique,
  expectedErrors,
}) => {
  const project = unique('far')
  const name = unique('echo')
  await platform.createProject(project)
  const front = await DashboardServer.start({ NUCLIO_DASHBOARD_URL: server.url })
  try {
    await page.goto(`${front.url}/projects/${project}/functions`)
    const dot = page.getByRole('button', { name: /^Server:/ })
    await expect(dot).toHaveText(`Server: Nuclio at ${new URL(server.url).host}`)
    await dot.click()
    const details = page.getByRole('dialog', { name: 'Server' })
    await expect(details).toContainText('A Nuclio that this server passes requests on to')
    await expect(details).toContainText(server.url)
    await expect(details).toContainText(/Version\s*\d+\.\d+/)
    await expect(details).toContainText(/Last answer\s*now/)
    await page.keyboard.press('Escape')
    await expect(details).toBeHidden()

    await page.getByRole('link', { name: 'New function' }).first().click()
    await page.getByLabel('Name').fill(name)
    await page.getByRole('button', { name: 'Create and deploy' }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectState(page, 'ready')
    expect((await platform.getFunction(name)).status.state).toBe('ready')
    await sendAndExpect(page, /^200/)
    await expect(response(page).getByLabel('Body of the response')).not.toBeEmpty()

    // The server of the page answers that the one behind it does not: that is no connection either.
    expectedErrors.push(/502/)
    const behind = await DashboardServer.start({}, undefined)
    const chain = await DashboardServer.start({ NUCLIO_DASHBOARD_URL: behind.url })
    try {
      await page.goto(`${chain.url}/projects`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects')
      await behind.dispose()
      await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
      await expect(page.getByRole('button', { name: /^Server: reconnecting/ })).toBeVisible()
    } finally {
      // A page that is left asks on, and finds nobody.
      await page.goto('about:blank')
      await chain.dispose()
    }
  } finally {
    await front.dispose()
  }
})

import { expect, test } from './fixtures'

test('of many functions only those in view are drawn, and each is reached', async ({
  page,
  platform,
  unique,
}) => {
  const project = unique('long')
  await platform.control('POST', 'seed', { count: 600, project })
  await page.goto(`/projects/${project}/functions?sort=name`)
  const rows = page.locator('tbody tr[data-index]')
  await expect(page.getByRole('link', { name: 'function-00001', exact: true })).toBeVisible()
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '601')
  await expect.poll(() => rows.count()).toBeLessThan(50)

  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  const last = page.getByRole('link', { name: 'function-00600', exact: true })
  await expect(last).toBeInViewport()
  await last.focus()
  for (let index = 0; index < 40; index += 1) await page.keyboard.press('ArrowUp')
  const reached = page.getByRole('link', { name: 'function-00560', exact: true })
  await expect(reached).toBeFocused()
  await expect(reached).toBeInViewport()
  expect(await rows.count()).toBeLessThan(60)

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'function-00560' })).toBeVisible()
  await page.goBack()
  await expect(reached).toBeInViewport()
})

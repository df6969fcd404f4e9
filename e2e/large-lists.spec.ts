import { expect, test } from './fixtures'
import { comeBack, open, row, sayPid } from './functions-list'
import { PlatformClient } from './platform'
import { DashboardServer } from './server'

const project = 'many'

test('a list of thousands is shown, searched and followed without drawing it anew', async ({ browser }) => {
  // A server of its own: thousands of functions are no company for other tests.
  const server = await DashboardServer.start()
  const context = await browser.newContext({ baseURL: server.url })
  try {
    const platform = new PlatformClient(server.url)
    await platform.createProject(project)
    await platform.control('POST', 'seed', { count: 3_000, project })
    const page = await context.newPage()
    await open(page, project, '?sort=name')

    const table = page.getByRole('table', { name: 'Functions' })
    await expect(table).toHaveAttribute('aria-rowcount', '3001')
    await expect(page.getByRole('status').filter({ hasText: '3000 functions' })).toBeVisible()
    await expect(row(page, 'function-00001')).toBeVisible()
    expect(await page.locator('tbody tr[data-index]').count()).toBeLessThan(100)
    // It is read beside the page.
    expect(page.workers().map((worker) => worker.url())).toEqual([
      expect.stringContaining('/function-list.worker'),
    ])

    const filter = page.getByRole('searchbox', { name: 'Filter functions' })
    await filter.fill('node function-0299')
    await expect(page.getByRole('status').filter({ hasText: '3 of 3000' })).toBeVisible()
    await expect(row(page, 'function-02990')).toBeVisible()
    await filter.fill('')
    await expect(table).toHaveAttribute('aria-rowcount', '3001')
    for (const name of ['function-00001', 'function-00020']) await expect(row(page, name)).toHaveCount(1)

    // What is drawn anew from here on, by the names in its rows.
    await page.evaluate(() => {
      const touched = new Set<string>()
      const observer = new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement
          touched.add(element?.closest('tr')?.querySelector('a')?.textContent ?? element?.tagName ?? '')
        }
      })
      const body = document.querySelector('tbody')
      if (body)
        observer.observe(body, { subtree: true, childList: true, characterData: true, attributes: true })
      Object.assign(window, { touched })
    })
    await platform.send('PUT', '/api/functions/function-00002', {
      metadata: {
        name: 'function-00002',
        namespace: 'nuclio',
        labels: { 'nuclio.io/project-name': project },
      },
      spec: {
        description: 'No longer one of many',
        runtime: 'nodejs',
        handler: 'main:handler',
        build: { functionSourceCode: Buffer.from(sayPid).toString('base64') },
      },
    })
    await comeBack(page)
    await expect(row(page, 'function-00002').getByRole('link', { name: 'function-00002' })).toHaveAttribute(
      'title',
      /No longer one of many/,
    )
    await expect(row(page, 'function-00002')).toContainText('ready')
    expect(await page.evaluate(() => [...(window as unknown as { touched: Set<string> }).touched])).toEqual([
      'function-00002',
    ])

    await platform.send('DELETE', '/api/functions', {
      metadata: { name: 'function-00001', namespace: 'nuclio' },
    })
    await comeBack(page)
    await expect(row(page, 'function-00001')).toHaveCount(0)
    await expect(table).toHaveAttribute('aria-rowcount', '3000')
  } finally {
    await context.close()
    await server.dispose()
  }
})

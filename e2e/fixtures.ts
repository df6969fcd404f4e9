import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

import { PlatformClient } from './platform'
import { DashboardServer } from './server'

export interface ServerOptions {
  /** Whose answers the platform gives: those of the document, or those of Nuclio 1.14. */
  dialect: 'documented' | 'nuclio'
  /** Serve on a name that is not loopback's, over plain http: no secure context. */
  insecure: boolean
}

interface WorkerFixtures {
  server: DashboardServer
}

interface TestFixtures {
  platform: PlatformClient
  /** A name that no other test of this worker uses. */
  unique: (prefix: string) => string
  /** What the page may print as an error; everything else fails the test. */
  expectedErrors: RegExp[]
}

/** The one `test` of all journeys: a server per worker, pages that fail a test by any console error. */
export const test = base.extend<TestFixtures, ServerOptions & WorkerFixtures>({
  dialect: ['documented', { option: true, scope: 'worker' }],
  insecure: [false, { option: true, scope: 'worker' }],
  server: [
    async ({ dialect, insecure }, use) => {
      const running = process.env['DASHBOARD_URL']
      if (running) return use(DashboardServer.running(running))
      const server = await DashboardServer.start({
        TEST_DIALECT: dialect,
        ...(insecure ? { ALLOWED_HOSTS: 'dashboard.test' } : {}),
      })
      await use(server)
      await server.dispose()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server, insecure }, use) => {
    await use(insecure ? server.url.replace('127.0.0.1', 'dashboard.test') : server.url)
  },
  platform: async ({ server }, use) => {
    await use(new PlatformClient(server.url))
  },
  unique: async ({}, use, testInfo) => {
    let count = 0
    await use((prefix) => `${prefix}-${testInfo.testId.slice(-6)}${(count += 1)}`)
  },
  expectedErrors: async ({}, use) => {
    await use([])
  },
  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
        errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`))
    await use(page)
    expect(errors.filter((text) => !expectedErrors.some((expected) => expected.test(text)))).toEqual([])
  },
})

export { expect }

const rulesOfColours = ['color-contrast', 'link-in-text-block']

/**
 * What axe finds on the page, or within some elements of it, of any impact, in dark and in light, with where it is. The page is left
 * in light.
 */
export async function accessibilityFindings(page: Page, within = 'html'): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The page hears of it a moment later.
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    // Within this one document, since no page here has frames, without what is in order, and read in once: all that takes most of
    // the time.
    const isThere = await page.evaluate(() => 'axe' in window)
    const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
      .include(within)
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
    // Only colours are other ones in light.
    if (colorScheme === 'light') axe.withRules(rulesOfColours)
    const { violations } = await axe.analyze()
    for (const { id, impact, nodes } of violations)
      found.push(
        `${colorScheme}: ${id} (${impact}) ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      )
  }
  return found
}

/** axe finds nothing, of any impact, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityFindings(page)).toEqual([])
}

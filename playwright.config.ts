import { existsSync } from 'node:fs'

import { defineConfig } from '@playwright/test'

import type { ServerOptions } from './e2e/fixtures'

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser with all that people have, and one without a window, which is faster; without either, Playwright's own. */
const chromium = process.env['CHROMIUM_PATH'] ?? ['/usr/bin/chromium'].find(existsSync)
const shell =
  process.env['HEADLESS_SHELL_PATH'] ?? ['/usr/bin/chromium-headless-shell'].find(existsSync) ?? chromium
const launched = (executablePath: string | undefined) => ({
  ...(executablePath ? { executablePath } : {}),
  args: [...chromiumFlags, '--host-resolver-rules=MAP dashboard.test 127.0.0.1'],
})

/** What stands in front of a Nuclio dashboard; journeys through it are left out where there is none. */
const nginx = process.env['NGINX_PATH'] ?? ['/usr/sbin/nginx'].find(existsSync)

/**
 * Every worker drives the production build in front of a server process and a data folder of its own (e2e/fixtures.ts).
 * The headline journeys run three times: as documented, against the answers of Nuclio 1.14, and on an origin that is
 * plain http and not loopback by name, where a browser withholds its secure-context features. What hangs on the answers
 * alone (`@dialects`) leaves the third run out. What needs a viewer for PDF or a profile of its own (`@browser`) runs in a whole browser.
 */
export default defineConfig<object, ServerOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    // Both cost every test, a picture too, which is taken before it is known how the test ends; so only when asked for:
    // `TRACE=1 npx playwright test …`. What the page had is written down for a failure without them.
    screenshot: process.env['TRACE'] ? 'only-on-failure' : 'off',
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: launched(shell),
  },
  projects: [
    {
      name: 'documented',
      testIgnore: '**/*.nginx.spec.ts',
      grepInvert: /@browser/,
      use: { dialect: 'documented' },
    },
    {
      name: 'browser',
      grep: /@browser/,
      use: { dialect: 'documented', channel: 'chromium', launchOptions: launched(chromium) },
    },
    { name: 'nuclio', grep: /@headline|@dialects/, use: { dialect: 'nuclio' } },
    { name: 'insecure', grep: /@headline/, use: { dialect: 'documented', insecure: true } },
    ...(nginx ? [{ name: 'nginx', testMatch: '**/*.nginx.spec.ts' }] : []),
  ],
})

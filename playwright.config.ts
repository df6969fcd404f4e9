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

/**
 * Every worker drives the production build in front of a server process and a data folder of its own (e2e/fixtures.ts).
 * The headline journeys run three times: as documented, against the answers of Nuclio 1.14, and on an origin that is
 * plain http and not loopback by name, where a browser withholds its secure-context features.
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
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : systemChromium()),
      args: [...chromiumFlags, '--host-resolver-rules=MAP dashboard.test 127.0.0.1'],
    },
  },
  projects: [
    { name: 'documented', use: { dialect: 'documented' } },
    { name: 'nuclio', grep: /@headline/, use: { dialect: 'nuclio' } },
    { name: 'insecure', grep: /@headline/, use: { dialect: 'documented', insecure: true } },
  ],
})

/** Outside of `npm test`, the browser that a Debian machine has. */
function systemChromium(): { executablePath?: string } {
  return process.platform === 'linux' ? { executablePath: '/usr/bin/chromium' } : {}
}

import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const resolve = { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } }
/** Real function processes are started by many tests; time limits only end what hangs. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

/** These share a database with whatever runs in the same process. */
const withDatabase = ['src/lib/browser-database.test.ts', 'src/pages/**/*-{store,exchange,history}.test.ts']

export default defineConfig({
  test: {
    // Vitest leaves a core to itself, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        // The others keep nothing in their modules: one process for many files takes half the time.
        test: {
          ...patience,
          name: 'pages',
          setupFiles: ['src/api/test-page.ts'],
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: withDatabase,
          isolate: false,
        },
      },
      {
        resolve,
        test: {
          ...patience,
          name: 'platform',
          include: [
            ...withDatabase,
            'backend/**/*.test.ts',
            'scripts/**/*.test.ts',
            'e2e/contract/**/*.test.ts',
          ],
        },
      },
    ],
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const outside = ['**/node_modules/**', '**/.next/**', '**/.data/**', 'src/testing/fixtures/**']

/**
 * Three projects: `unit` needs nothing outside the process, `int` a real Postgres with one
 * migrated database per file, `e2e` the production build and a browser.
 */
export default defineConfig({
  resolve: {
    alias: { '@payload-config': fileURLToPath(new URL('./payload.config.ts', import.meta.url)) },
  },
  test: {
    passWithNoTests: false,
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{plugins,themes,src}/**/*.test.{ts,tsx}'],
          exclude: [...outside, '**/*.int.test.{ts,tsx}', '**/*.e2e.test.{ts,tsx}'],
          maxWorkers: 2,
          // Generous: a busy machine is no failure.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['{plugins,themes,src}/**/*.int.test.{ts,tsx}'],
          exclude: outside,
          globalSetup: './src/testing/global-setup.ts',
          pool: 'forks',
          maxWorkers: 2,
          isolate: true,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['src/testing/journeys/*.e2e.test.ts'],
          exclude: outside,
          globalSetup: './src/testing/journeys/global-setup.ts',
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          // Generous: a page that a busy machine draws late is no failure.
          expect: { poll: { timeout: 20_000, interval: 100 } },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})

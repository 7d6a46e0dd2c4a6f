import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const outside = ['**/node_modules/**', '**/.next/**', '**/.data/**', 'src/testing/fixtures/**']

/** What takes a minute or more begins first: at the end it would keep one core waiting. */
const longest = [
  'migrations-under-load.int',
  'backup.int',
  'kernel-workers.int',
  'numbering.int',
  'access-matrix.int',
  'pipeline.int',
  'kernel-crash.int',
  'outsiders.int',
  'security/patterns',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return found === -1 ? longest.length : found
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

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
    sequence: { sequencer: LongestFirst },
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
          isolate: false,
          setupFiles: './src/testing/fresh-file.ts',
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

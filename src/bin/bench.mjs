import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './steps/home.mjs'
import { typescriptFile } from './steps/programs.mjs'
import { startThrowawayPostgres } from './throwaway-postgres.mjs'

/**
 * `npm run bench`: the product against raw SQL on the same data in the same run. Waits for the disk as
 * an installation does. `BENCH_CANDIDATES` sets the size, 100,000 when absent.
 */
const postgres = await startThrowawayPostgres({
  settings: { fsync: 'on', full_page_writes: 'on' },
})
const files = mkdtempSync(join(tmpdir(), 'placewright-bench-'))
const env = {
  ...process.env,
  DATABASE_URL: postgres.url,
  PAYLOAD_SECRET: 'only a secret of thirty-two characters for the bench',
  DATA_DIR: files,
  ADMIN_URL: 'http://localhost:3000',
  NODE_ENV: 'production',
}
let code = 0
try {
  for (const file of ['src/bin/migrate.ts', 'src/testing/bench/run.ts']) {
    const { status } = spawnSync(process.execPath, typescriptFile({ root: projectRoot, file }), {
      cwd: projectRoot,
      env,
      stdio: 'inherit',
    })
    code ||= status ?? 1
  }
} finally {
  await postgres.stop()
  rmSync(files, { recursive: true, force: true })
}
process.exit(code)

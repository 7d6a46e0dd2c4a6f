import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startThrowawayPostgres } from '../throwaway-postgres.mjs'
import { buildWeb } from './build.mjs'
import { Interrupted, StepFailure } from './failure.mjs'
import { gates } from './gates.mjs'
import { projectRoot } from './home.mjs'
import { installDependencies } from './install.mjs'
import { interruption } from './interruption.mjs'
import { typescriptFile } from './programs.mjs'
import { createReport } from './report.mjs'
import { runGates } from './run-gates.mjs'
import { runVisible } from './run-visible.mjs'
import { addTallies, tallyOf, vitestTally } from './tally.mjs'

/**
 * `npm test`: installs what is missing and runs everything there is to run, with live output.
 * The last line is `N passed, N failed`; the exit code is 0 when nothing has failed. A skipped test
 * and a step that could not be taken count as failed.
 */
export const runTests = async () => {
  const signal = interruption()
  const scratch = mkdtempSync(join(tmpdir(), 'placewright-test-'))
  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = []
  try {
    await runAll({ root: projectRoot, scratch, signal, tallies })
  } catch (error) {
    tallies.push(tallyOf(false))
    console.error(`\n${describe(error)}`)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  const { passed, failed } = addTallies(tallies)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

/**
 * @param {{
 *   root: string,
 *   scratch: string,
 *   signal: AbortSignal,
 *   tallies: import('./tally.mjs').Tally[],
 * }} options `tallies` receives the outcome of each part as it ends
 */
const runAll = async ({ root, scratch, signal, tallies }) => {
  const report = createReport({ isTerminal: false })
  await report.step({
    name: 'dependencies',
    run: async (note) =>
      note(await installDependencies({ root, logFile: join(root, 'install.log'), signal })),
  })

  // The unit tests run below, where each of them is counted.
  const counted = gates.filter(({ name }) => name !== 'unit tests')
  tallies.push(await runGates({ root, gates: counted, signal }))

  const postgres = await report.step({
    name: 'database',
    run: (note) => startThrowawayPostgres({ log: note }),
  })
  try {
    const env = { ...process.env, TEST_DATABASE_ADMIN_URL: postgres.url }
    const vitest = async (/** @type {string} */ project) => {
      const output = join(scratch, `${project}.json`)
      const isGreen = await runVisible({
        program: process.execPath,
        args: [
          join(root, 'node_modules/vitest/vitest.mjs'),
          'run',
          '--project',
          project,
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${output}`,
        ],
        cwd: root,
        env,
        signal,
      })
      tallies.push(vitestTally({ path: output, isGreen }))
    }
    // Apart, so that a database that cannot be made ready does not hide the others.
    await vitest('unit')
    await vitest('int')
    // The build leaves a core idle for a good part of its time.
    const [isReady] = await Promise.all([
      isBuilt({ root, report, signal }),
      seedAhead({ root, env, signal }),
    ])
    tallies.push(tallyOf(isReady))
    await vitest('e2e')
  } finally {
    await postgres.stop()
  }
}

/**
 * @param {{ root: string, report: import('./report.mjs').Report, signal: AbortSignal }} options
 * @returns {Promise<boolean>} false when the build failed, with its reason printed
 */
const isBuilt = async ({ root, report, signal }) => {
  try {
    await report.step({
      name: 'build',
      run: async (note) => note(await buildWeb({ root, logFile: join(root, 'build.log'), signal })),
    })
    return true
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error
    console.error(`\n${error.message}`)
    return false
  }
}

/**
 * Fills the database that the journeys run on. When it fails, their own setup tries it again, and
 * says there what is wrong.
 * @param {{ root: string, env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 */
const seedAhead = async ({ root, env, signal }) =>
  await runVisible({
    program: process.execPath,
    args: typescriptFile({ root, file: 'src/testing/seed-template.main.ts' }),
    cwd: root,
    env,
    signal,
    hear: () => undefined,
  })

/** @param {unknown} error */
const describe = (error) => {
  if (error instanceof StepFailure || error instanceof Interrupted) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

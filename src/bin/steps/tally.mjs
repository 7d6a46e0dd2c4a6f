import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number }} Tally
 */

/** @param {boolean} isPassed @returns {Tally} of one thing */
export const tallyOf = (isPassed) => ({ passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1 })

/** @param {Tally[]} tallies @returns {Tally} */
export const addTallies = (tallies) => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
})

/**
 * Counts a report of vitest's JSON reporter. What was not run counts as failed, and so does a file
 * that failed outside its tests; a red run never counts as free of failures.
 * @param {{ path: string, isGreen: boolean }} options `isGreen`: vitest ended with exit code 0
 * @returns {Tally}
 */
export const vitestTally = ({ path, isGreen }) => {
  if (!existsSync(path)) return { passed: 0, failed: 1 }
  /** @type {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(path, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status === 'passed'),
  ).length
  const failed = tests.length - passed + brokenFiles
  return { passed, failed: failed === 0 && !isGreen ? 1 : failed }
}

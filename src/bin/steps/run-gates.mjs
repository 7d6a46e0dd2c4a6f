import { join } from 'node:path'
import { seconds } from './report.mjs'
import { runVisible } from './run-visible.mjs'

/**
 * @typedef {object} Gate one check of the whole tree; it passes with exit code 0
 * @property {string} name
 * @property {string} [tool] a program below node_modules
 * @property {string} [script] a program of the product, from the root
 * @property {string[]} [args]
 */

/**
 * Runs gates one after the other, all of them whatever fails, and prints a summary.
 * @param {{
 *   root: string,
 *   gates: readonly Gate[],
 *   say?: (line: string) => void,
 *   signal?: AbortSignal,
 *   runGate?: (options: { root: string, gate: Gate, signal?: AbortSignal }) => Promise<boolean>,
 * }} options
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export const runGates = async ({
  root,
  gates,
  signal,
  say = console.log,
  runGate = runGateProgram,
}) => {
  /** @type {string[]} */
  const lines = []
  let failed = 0
  for (const gate of gates) {
    say(`\n── ${gate.name}`)
    const startedAt = performance.now()
    const isPassed = await runGate({ root, gate, ...(signal ? { signal } : {}) })
    if (!isPassed) failed += 1
    const elapsed = seconds(performance.now() - startedAt).padStart(8)
    lines.push(`  ${isPassed ? '✓' : '✗'} ${gate.name.padEnd(14)} ${elapsed}`)
  }
  say(`\n${lines.join('\n')}`)
  const passed = gates.length - failed
  say(`\ncheck: ${passed} passed, ${failed} failed`)
  return { passed, failed }
}

/** @param {{ root: string, gate: Gate, signal?: AbortSignal }} options @returns {Promise<boolean>} */
const runGateProgram = ({ root, gate, signal }) =>
  runVisible({ ...gateCommand({ root, gate }), ...(signal ? { signal } : {}) })

/** @param {{ root: string, gate: Gate }} options @returns {import('./run-once.mjs').Command} */
const gateCommand = ({ root, gate }) => {
  const program = gate.tool ? join('node_modules', gate.tool) : (gate.script ?? '')
  return {
    program: process.execPath,
    args: [join(root, program), ...(gate.args ?? [])],
    cwd: root,
    env: process.env,
  }
}

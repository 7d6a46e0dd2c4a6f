import { join } from 'node:path'
import { seconds } from './report.mjs'
import { runVisible } from './run-visible.mjs'

/**
 * @typedef {object} Gate one check of the whole tree; it passes with exit code 0
 * @property {string} name
 * @property {string} [tool] a program below node_modules
 * @property {string} [script] a program of the product, from the root
 * @property {string[]} [args]
 * @property {boolean} [isAlone] it takes all cores
 */

/**
 * @typedef {object} GateRun
 * @property {string} root
 * @property {Gate} gate
 * @property {((text: string) => void) | undefined} [hear] what is told instead of this terminal
 * @property {AbortSignal | undefined} [signal]
 */

/** Most gates keep one core busy. */
const lanes = 2

/**
 * Runs gates, two at a time, all of them whatever fails, and prints a summary. What a gate says is
 * printed when it has ended; one that takes all cores runs by itself at the end and says it at once.
 * @param {{
 *   root: string,
 *   gates: readonly Gate[],
 *   say?: (line: string) => void,
 *   signal?: AbortSignal,
 *   runGate?: (options: GateRun) => Promise<boolean>,
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
  /** @type {Map<Gate, { isPassed: boolean, elapsed: number }>} */
  const outcomes = new Map()
  const run = async (/** @type {Gate} */ gate, /** @type {GateRun['hear']} */ hear) => {
    const startedAt = performance.now()
    const isPassed = await runGate({ root, gate, hear, signal })
    outcomes.set(gate, { isPassed, elapsed: performance.now() - startedAt })
  }
  const waiting = gates.filter(({ isAlone }) => !isAlone)
  const lane = async () => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      let words = ''
      await run(gate, (text) => {
        words += text
      })
      say(`\n── ${gate.name}\n${words.trimEnd()}`)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  for (const gate of gates.filter(({ isAlone }) => isAlone)) {
    say(`\n── ${gate.name}`)
    await run(gate)
  }
  const lines = gates.flatMap((gate) => {
    const outcome = outcomes.get(gate)
    if (!outcome) return []
    const { isPassed, elapsed } = outcome
    return `  ${isPassed ? '✓' : '✗'} ${gate.name.padEnd(14)} ${seconds(elapsed).padStart(8)}`
  })
  say(`\n${lines.join('\n')}`)
  const passed = [...outcomes.values()].filter(({ isPassed }) => isPassed).length
  const failed = gates.length - passed
  say(`\ncheck: ${passed} passed, ${failed} failed`)
  return { passed, failed }
}

/** @param {GateRun} options @returns {Promise<boolean>} */
const runGateProgram = ({ root, gate, hear, signal }) =>
  runVisible({
    ...gateCommand({ root, gate }),
    ...(hear ? { hear } : {}),
    ...(signal ? { signal } : {}),
  })

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

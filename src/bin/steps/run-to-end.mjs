import { Interrupted, StepFailure } from './failure.mjs'
import { interruption } from './interruption.mjs'
import { createReport } from './report.mjs'

/**
 * Runs a command of the operator and ends the process: with 0 when it is done or was asked to stop,
 * with 1 after a failure, which is told without a stack when it is a known one.
 * @param {{
 *   run: (options: {
 *     report: import('./report.mjs').Report,
 *     undo: (() => Promise<void>)[],
 *     signal: AbortSignal,
 *   }) => Promise<void>,
 *   interruptedCode?: number,
 * }} options `undo` receives what must be done before the process ends, in the order of making
 */
export const runToEnd = async ({ run, interruptedCode = 0 }) => {
  const report = createReport()
  // The terminal may be closed, and with it these streams, while services are still being stopped.
  process.stdout.on('error', () => undefined)
  process.stderr.on('error', () => undefined)
  /** @type {(() => Promise<void>)[]} */
  const undo = []
  let code = 0
  try {
    await run({ report, undo, signal: interruption() })
  } catch (error) {
    code = interruptedCode
    if (!(error instanceof Interrupted)) {
      code = 1
      process.stderr.write(`\n${describe(error)}\n`)
    }
  }
  if (undo.length > 0) report.say('')
  for (const step of undo.reverse()) {
    try {
      await step()
    } catch (error) {
      code = 1
      process.stderr.write(`\n${describe(error)}\n`)
    }
  }
  process.exit(code)
}

/** @param {unknown} error */
const describe = (error) => {
  if (error instanceof StepFailure) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

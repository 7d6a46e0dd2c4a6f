import { parseArgs } from 'node:util'
import { StepFailure } from './failure.mjs'

/**
 * @param {string[]} args of the start command
 * @returns {{ isDev: boolean, isSeedOnly: boolean }}
 * @throws {StepFailure} for a flag that does not exist
 */
export const startFlags = (args) => {
  try {
    const { values } = parseArgs({
      args,
      options: { dev: { type: 'boolean' }, 'seed-only': { type: 'boolean' } },
    })
    return { isDev: values.dev === true, isSeedOnly: values['seed-only'] === true }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StepFailure(`${reason}\nThe flags of this command are --dev and --seed-only.`)
  }
}

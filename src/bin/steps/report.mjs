/**
 * Prints steps with their elapsed time, one line each.
 * @typedef {object} Report
 * @property {(line: string) => void} say prints a line as it is
 * @property {<T>(options: { name: string, run: (note: (text: string) => void) => Promise<T> }) => Promise<T>} step
 *   runs the step and prints its name, its time and what it noted; a throw is printed as failed and passed on
 *
 * @param {{ write?: (text: string) => void, now?: () => number, isTerminal?: boolean }} [options] `now` in milliseconds
 * @returns {Report}
 */
export const createReport = ({
  write = (text) => void process.stdout.write(text),
  now = () => performance.now(),
  isTerminal = Boolean(process.stdout.isTTY),
} = {}) => {
  return {
    say: (line) => write(`${line}\n`),
    step: async ({ name, run }) => {
      const startedAt = now()
      let noted = ''
      if (isTerminal) write(`  … ${name}`)
      const close = (/** @type {string} */ mark) => {
        const line = `  ${mark} ${name.padEnd(14)} ${seconds(now() - startedAt).padStart(8)}`
        write(`${isTerminal ? '\r\u001b[2K' : ''}${noted ? `${line}   ${noted}` : line}\n`)
      }
      try {
        const value = await run((text) => {
          noted = text
        })
        close('✓')
        return value
      } catch (error) {
        close('✗')
        throw error
      }
    },
  }
}

/**
 * @param {number} milliseconds
 * @returns {string} `0.2 s`, `61.4 s`
 */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`

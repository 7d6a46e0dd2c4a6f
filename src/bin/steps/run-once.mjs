import { spawn } from 'node:child_process'
import { closeSync, fstatSync, writeSync } from 'node:fs'
import { Interrupted, StepFailure } from './failure.mjs'
import { logTail, openLog } from './log-file.mjs'

/**
 * @typedef {object} Command
 * @property {string} program
 * @property {string[]} args
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Runs a command to its end, with its output in a log. It has a process group of its own, so that
 * Ctrl-C reaches it through this process only, and an ipc channel by which it notices our death.
 * @param {{ name: string, command: Command, logFile: string, signal?: AbortSignal }} options
 * @returns {Promise<string>} what it printed on stdout
 * @throws {StepFailure} with the last lines of the log, when it fails
 * @throws {Interrupted} when the signal stopped it
 */
export const runOnce = ({ name, command, logFile, signal }) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Interrupted())
      return
    }
    const log = openLog(logFile)
    const from = fstatSync(log).size
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: { ...command.env, PLACEWRIGHT_SUPERVISOR: String(process.pid) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    let printed = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      printed += text
      writeSync(log, text)
    })
    child.stderr?.on('data', (text) => void writeSync(log, text))
    const interrupt = () => endGroup(child.pid)
    signal?.addEventListener('abort', interrupt)
    /** @type {Error | undefined} */
    let startError
    child.once('error', (error) => {
      startError = error
    })
    child.once('close', (code, killedBy) => {
      closeSync(log)
      signal?.removeEventListener('abort', interrupt)
      if (signal?.aborted) reject(new Interrupted())
      else if (startError) {
        reject(new StepFailure(`${name} could not be started: ${startError.message}`))
      } else if (code === 0) resolve(printed)
      else {
        const how = killedBy ? `was ended by ${killedBy}` : `failed with exit code ${code}`
        const tail = logTail({ path: logFile, from })
        reject(new StepFailure(`${name} ${how}. From ${logFile}:\n\n${tail}`))
      }
    })
  })

/**
 * Reads the one line of JSON that a command prints as its result, wherever it stands in the output.
 * @param {string} printed
 * @returns {Record<string, unknown> | undefined} the last such line
 */
export const lastJsonLine = (printed) => {
  for (const line of printed.split('\n').reverse()) {
    if (!line.startsWith('{')) continue
    try {
      return JSON.parse(line)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

/** @param {number | undefined} pid leader of the group */
const endGroup = (pid) => {
  if (pid === undefined) return
  signalGroup({ pid, signal: 'SIGTERM' })
  setTimeout(() => signalGroup({ pid, signal: 'SIGKILL' }), 10_000).unref()
}

/** @param {{ pid: number, signal: NodeJS.Signals }} options */
export const signalGroup = ({ pid, signal }) => {
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // Nobody of the group is left.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

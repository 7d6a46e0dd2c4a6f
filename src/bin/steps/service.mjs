import { spawn } from 'node:child_process'
import { closeSync, fstatSync } from 'node:fs'
import { logTail, openLog } from './log-file.mjs'
import { signalGroup } from './run-once.mjs'

/**
 * @typedef {object} Service a program that runs until it is stopped
 * @property {string} name
 * @property {number | undefined} pid nothing when it could not be started
 * @property {Promise<string>} ended when it has ended: how, with the last lines of its log
 * @property {() => Promise<void>} stop asks it to end and waits; after the grace it is killed
 */

/**
 * Starts a program in a process group of its own, with its output in a log and an ipc channel by
 * which it notices the death of this process.
 * @param {{
 *   name: string,
 *   command: import('./run-once.mjs').Command,
 *   logFile: string,
 *   graceMilliseconds?: number,
 * }} options
 * @returns {Service}
 */
export const startService = ({ name, command, logFile, graceMilliseconds = 25_000 }) => {
  const log = openLog(logFile)
  const from = fstatSync(log).size
  const child = spawn(command.program, command.args, {
    cwd: command.cwd,
    env: { ...command.env, PLACEWRIGHT_SUPERVISOR: String(process.pid) },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  })
  closeSync(log)
  let isOver = false
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    const end = (/** @type {string} */ how) => {
      isOver = true
      resolve(`${name} ${how}. From ${logFile}:\n\n${logTail({ path: logFile, from })}`)
    }
    child.once('error', (error) => {
      if (child.pid === undefined) end(`could not be started: ${error.message}`)
    })
    child.once('exit', (code, signal) =>
      end(signal ? `was ended by ${signal}` : `ended with exit code ${code}`),
    )
  })
  return {
    name,
    pid: child.pid,
    ended,
    stop: async () => {
      const { pid } = child
      if (pid === undefined) return
      if (!isOver) {
        child.kill('SIGTERM')
        const timer = setTimeout(() => signalGroup({ pid, signal: 'SIGKILL' }), graceMilliseconds)
        await ended
        clearTimeout(timer)
      }
      // What the program itself has started and left behind.
      signalGroup({ pid, signal: 'SIGKILL' })
    },
  }
}

/**
 * Stops services one after the other.
 * @param {{ services: Service[] }} options in the order of stopping
 */
export const stopInOrder = async ({ services }) => {
  for (const service of services) await service.stop()
}

import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { errorCode } from '../steps/failure.mjs'
import { commandLine, isAlive } from '../steps/process-identity.mjs'

/**
 * @typedef {object} Postmaster a running database server
 * @property {number} pid
 * @property {number} port
 * @property {boolean} ready whether it accepts connections
 */

/**
 * Reads who serves a data directory. A pid file whose process is gone, or whose pid now belongs to
 * another program, counts as nobody (`pg_ctl status` would take the other program for the server).
 * @param {{ data: string }} options
 * @returns {Postmaster | undefined}
 */
export const runningPostmaster = ({ data }) => {
  const lines = pidFileLines(data)
  const pid = Number(lines?.[0])
  if (!lines || !isAlive(pid) || isForeign({ pid, data })) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/**
 * Deletes a pid file whose pid belongs to another program: the server would refuse to start beside
 * it. A pid that nobody has is left to the server itself, which also checks shared memory.
 * @param {{ data: string }} options
 * @returns {boolean} whether one was deleted
 */
export const clearForeignPidFile = ({ data }) => {
  const pid = Number(pidFileLines(data)?.[0])
  if (!isAlive(pid) || !isForeign({ pid, data })) return false
  rmSync(join(data, 'postmaster.pid'), { force: true })
  return true
}

/**
 * @param {{ pid: number, data: string }} options
 * @returns {boolean} true only when the command line is known and is not that of this server
 */
const isForeign = ({ pid, data }) => {
  const words = commandLine(pid)
  if (!words) return false
  const at = words.indexOf('-D')
  const isServer = basename(words[0] ?? '') === 'postgres' && at > 0
  return !isServer || realPath(words[at + 1] ?? '') !== realPath(data)
}

/** @param {string} path */
const realPath = (path) => {
  try {
    return realpathSync(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path
    throw error
  }
}

/** @param {string} data @returns {string[] | undefined} */
const pidFileLines = (data) => {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

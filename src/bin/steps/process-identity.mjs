import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { errorCode } from './failure.mjs'

/**
 * Tells a process from a later one with the same pid: its start time within this boot.
 * @param {number} pid
 * @returns {string | undefined} nothing when no such process runs
 */
export const processIdentity = (pid) => {
  const start = startedAt(pid)
  return start === undefined ? undefined : `${bootId()}:${start}`
}

/**
 * @param {number} pid
 * @returns {string | undefined} when the process started, in a form that fits into a file name
 */
export const startedAt = (pid) => {
  if (!isAlive(pid)) return undefined
  return existsSync('/proc/self/stat') ? startFromProc(pid) : startFromPs(pid)
}

/**
 * @param {number} pid
 * @returns {boolean} whether a process of anybody has this pid
 */
export const isAlive = (pid) => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/**
 * @param {number} pid
 * @returns {string[] | undefined} the arguments it was started with, nothing when they cannot be read
 */
export const commandLine = (pid) => {
  if (existsSync('/proc/self/cmdline')) {
    const text = readProc(`/proc/${pid}/cmdline`)
    return text === undefined ? undefined : text.split('\0').filter(Boolean)
  }
  const line = ps({ pid, column: 'command=' })
  return line ? line.split(/\s+/) : undefined
}

/** @param {number} pid */
const startFromProc = (pid) => {
  const stat = readProc(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  // The second field is the name in brackets and may hold spaces; the start time is field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z') return undefined
  return fields[19]
}

/** @param {number} pid */
const startFromPs = (pid) => ps({ pid, column: 'lstart=' })?.replace(/\W+/g, '') || undefined

const bootId = () => readProc('/proc/sys/kernel/random/boot_id')?.trim() ?? ''

/** @param {{ pid: number, column: string }} options */
const ps = ({ pid, column }) =>
  spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  }).stdout?.trim()

/** @param {string} path */
const readProc = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(code)) return undefined
    throw error
  }
}

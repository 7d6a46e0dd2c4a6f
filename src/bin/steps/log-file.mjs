import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const largest = 10 * 1024 * 1024

/**
 * Opens a log for appending; one that has grown past 10 MB is put aside as `.1` first.
 * @param {string} path
 * @returns {number} a file descriptor that the caller closes
 */
export const openLog = (path) => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  if (existsSync(path) && statSync(path).size > largest) renameSync(path, `${path}.1`)
  return openSync(path, 'a', 0o600)
}

/**
 * @param {{ path: string, lines?: number, from?: number }} options `from` is the byte where to begin
 * @returns {string} the last lines of a log, empty when there is none
 */
export const logTail = ({ path, lines = 20, from = 0 }) => {
  if (!existsSync(path)) return ''
  const text = readFileSync(path).subarray(from).toString('utf8')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

import {
  chownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { errorCode } from './failure.mjs'

/**
 * A file that tells from what its surroundings were made; it is written last.
 * @param {{ path: string }} options
 */
export const stampAt = ({ path }) => ({
  /** @param {string} value @returns {boolean} */
  fits: (value) => {
    try {
      return readFileSync(path, 'utf8').trim() === value
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return false
      throw error
    }
  },
  clear: () => rmSync(path, { force: true }),
  /** @param {string} value */
  write: (value) => {
    mkdirSync(dirname(path), { recursive: true })
    const own = `${path}.${process.pid}`
    writeFileSync(own, `${value}\n`)
    // Root also writes into directories of the database server, which opens all it finds in them.
    const { uid, gid } = statSync(dirname(path))
    if (process.getuid?.() === 0) chownSync(own, uid, gid)
    renameSync(own, path)
  },
})

import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The directory of the clone. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')

const systemHome = '/var/lib/placewright'

/**
 * Decides where an installation keeps its database, files, settings and logs: DATA_DIR when set,
 * `.data` in the clone for an ordinary user, and a place outside the clone for root, because the
 * database server runs as another user there and may not be able to enter the clone.
 * @param {{ root: string, dataDir?: string, uid: number | undefined }} options
 * @returns {string} an absolute path
 */
export const homeOf = ({ root, dataDir, uid }) => {
  if (dataDir) return resolve(root, dataDir)
  return uid === 0 ? sharedHomeOf(root) : join(root, '.data')
}

/**
 * @param {string} path
 * @returns {string} the place outside all users' directories that belongs to this path
 */
export const sharedHomeOf = (path) =>
  join(systemHome, createHash('sha256').update(path).digest('hex').slice(0, 12))

/**
 * Makes the home. Root's home can be passed through, since the database server lies in it and runs
 * as another user; what is secret inside has modes of its own.
 * @param {string} home
 */
export const makeHome = (home) => {
  if (!existsSync(home)) mkdirSync(home, { recursive: true, mode: 0o755 })
  if (process.getuid?.() === 0) chmodSync(home, 0o711)
}

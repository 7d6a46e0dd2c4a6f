import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { errorCode } from './failure.mjs'
import { processIdentity } from './process-identity.mjs'

/**
 * @typedef {object} Holder who holds a lock
 * @property {number} pid
 * @property {string} identity start time of that process, so that a reused pid is not taken for it
 * @property {string} [url] where it serves, once it does
 *
 * @typedef {object} Lock
 * @property {(details: { url: string }) => void} announce tells others where the holder serves
 * @property {() => void} release
 */

/**
 * Takes a lock file for this process. A lock left by a process that no longer runs is recovered.
 * @param {{ path: string }} options
 * @returns {{ lock: Lock } | { holder: Holder }} the lock, or who has it
 */
export const takeLock = ({ path }) => {
  const identity = processIdentity(process.pid)
  if (identity === undefined) throw new Error('The start time of this process cannot be read.')
  /** @type {Holder} */
  const self = { pid: process.pid, identity }
  for (;;) {
    if (place({ path, holder: self })) return { lock: lockOf({ path, self }) }
    const found = readText(path)
    if (found === undefined) continue
    const holder = lockHolder({ path })
    if (holder) return { holder }
    clearStale({ path, stale: found })
  }
}

/**
 * @param {{ path: string }} options
 * @returns {Holder | undefined} who holds the lock, when somebody does that still runs
 */
export const lockHolder = ({ path }) => {
  const holder = parseHolder(readText(path) ?? '')
  return holder && processIdentity(holder.pid) === holder.identity ? holder : undefined
}

/** @param {{ path: string, self: Holder }} options @returns {Lock} */
const lockOf = ({ path, self }) => ({
  announce: ({ url }) => {
    const own = ownName(path)
    writeFileSync(own, JSON.stringify({ ...self, url }), { mode: 0o600 })
    renameSync(own, path)
  },
  release: () => {
    const found = parseHolder(readText(path) ?? '')
    if (found?.pid === self.pid && found.identity === self.identity) unlinkSync(path)
  },
})

/** @param {{ path: string, holder: Holder }} options @returns {boolean} false when the lock exists */
const place = ({ path, holder }) => {
  const own = ownName(path)
  writeFileSync(own, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(own)
  }
}

/**
 * Moves the stale lock away before it is deleted: of several that found it stale one gets it, and
 * one that came too late and moved a fresh lock puts it back.
 * @param {{ path: string, stale: string }} options
 */
const clearStale = ({ path, stale }) => {
  const aside = ownName(path)
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  try {
    if (readText(aside) !== stale) linkSync(aside, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    unlinkSync(aside)
  }
}

/** @param {string} path */
const ownName = (path) => `${path}.${process.pid}.${randomBytes(4).toString('hex')}`

/** @param {string} path */
const readText = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** @param {string} text @returns {Holder | undefined} nothing when the text is no lock */
const parseHolder = (text) => {
  try {
    const { pid, identity, url } = JSON.parse(text)
    if (typeof pid !== 'number' || typeof identity !== 'string') return undefined
    return typeof url === 'string' ? { pid, identity, url } : { pid, identity }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

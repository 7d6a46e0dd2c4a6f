import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runOnce } from './run-once.mjs'
import { stampAt } from './stamp.mjs'

/**
 * Installs the dependencies when they are missing or the lockfile has changed since.
 * @param {{
 *   root: string,
 *   logFile: string,
 *   signal?: AbortSignal,
 *   command?: import('./run-once.mjs').Command,
 * }} options
 * @returns {Promise<'installed' | 'up to date'>}
 */
export const installDependencies = async ({
  root,
  logFile,
  signal,
  command = installCommand({ root }),
}) => {
  const stamp = stampAt({ path: join(root, 'node_modules/.placewright-stamp') })
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  const hash = createHash('sha256').update(lockfile).digest('hex')
  if (stamp.fits(hash)) return 'up to date'
  if (isInstalled({ root, lockfile: lockfile.toString() })) {
    stamp.write(hash)
    return 'up to date'
  }
  await runOnce({
    name: 'The installation of dependencies',
    command,
    logFile,
    ...(signal ? { signal } : {}),
  })
  stamp.write(hash)
  return 'installed'
}

/**
 * Compares with npm's own record of the last installation, which spares a second one after
 * `npm install` by hand.
 * @param {{ root: string, lockfile: string }} options
 */
const isInstalled = ({ root, lockfile }) => {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const has = packagesOf(readFileSync(record, 'utf8'))
  return Object.entries(packagesOf(lockfile)).every(
    ([path, entry]) =>
      path === '' ||
      entry.optional === true ||
      entry.extraneous === true ||
      (has[path]?.version === entry.version && existsSync(join(root, path))),
  )
}

/**
 * @param {string} text
 * @returns {Record<string, { version?: string, optional?: boolean, extraneous?: boolean }>} by path
 */
const packagesOf = (text) => JSON.parse(text).packages ?? {}

/**
 * The lockfile's versions, and the lockfile left as it is. Not `npm ci`: it refuses a lockfile that
 * was written where a registry had the binaries of some systems only.
 * @param {{ root: string }} options
 * @returns {import('./run-once.mjs').Command}
 */
const installCommand = ({ root }) => {
  const npm = process.env.npm_execpath
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']
  const isScript = npm !== undefined && /npm-cli\.c?js$/.test(npm)
  return {
    program: isScript ? process.execPath : 'npm',
    args: isScript ? [npm, ...args] : args,
    cwd: root,
    env: process.env,
  }
}

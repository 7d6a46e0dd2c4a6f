import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const entries = [
  'src',
  'plugins',
  'themes',
  'public',
  'migrations',
  'payload.config.ts',
  'next.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/** Files that no part of the running product reads. */
const ofTests = /\.(test|spec)\.[cm]?[jt]sx?$|\.md$|^src\/testing(\/|$)/

/** Files that the web build does not read. */
const ofCommands = /^src\/(bin|seed)(\/|$)/

/**
 * A fingerprint of what the web build is made from.
 * @param {{ root: string }} options
 * @returns {string}
 */
export const buildHash = ({ root }) =>
  hashFiles({ root, isLeftOut: (path) => ofTests.test(path) || ofCommands.test(path) })

/**
 * A fingerprint of what prepares a database: schema, migrations, seed.
 * @param {{ root: string }} options
 * @returns {string}
 */
export const productHash = ({ root }) =>
  hashFiles({ root, isLeftOut: (path) => ofTests.test(path) })

/** @param {{ root: string, isLeftOut: (path: string) => boolean }} options */
const hashFiles = ({ root, isLeftOut }) => {
  const hash = createHash('sha256')
  const add = (/** @type {string} */ path) => {
    if (isLeftOut(path)) return
    const absolute = join(root, path)
    if (statSync(absolute).isDirectory()) {
      for (const name of readdirSync(absolute).sort()) {
        if (!name.startsWith('.')) add(`${path}/${name}`)
      }
      return
    }
    const content = readFileSync(absolute)
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  for (const entry of entries) if (existsSync(join(root, entry))) add(entry)
  return hash.digest('hex')
}

// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { conclude } from './problems.mjs'

/** @typedef {import('./problems.mjs').Problem} Problem */
/** @typedef {{ name: string, version: string }} Pinned */

/**
 * Versions are exact, installed as written and not below the floors of version-floors.json, which
 * stand in for an advisory database that a build cannot rely on reaching. The current directory is
 * the project.
 */
const root = process.cwd()
const here = dirname(fileURLToPath(import.meta.url))

/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

const { equal, floors, refused } = readJson(join(here, 'version-floors.json'))
const manifest = readJson(join(root, 'package.json'))
const lock = readJson(join(root, 'package-lock.json'))

/** @type {Pinned[]} */
const pinned = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).map(
  ([name, version]) => ({ name, version: String(version) }),
)
/** @type {Pinned[]} every copy in the tree, nested ones too */
const locked = Object.entries(lock.packages)
  .filter(([path]) => path.includes('node_modules/'))
  .map(([path, entry]) => ({
    name: path.split('node_modules/').at(-1) ?? '',
    version: entry.version,
  }))

const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/**
 * @param {Pinned} dependency
 * @returns {Problem[]}
 */
const judgePinned = ({ name, version }) => {
  if (!exact.test(version))
    return [fault({ rule: 'exact-version', message: `${name} is "${version}": pin one version` })]
  const installed = installedVersion(name)
  return installed === version
    ? []
    : [
        fault({
          rule: 'installed-as-written',
          message: `${name} ${version} is asked for, ${installed ?? 'nothing'} is installed: npm ci`,
        }),
      ]
}

/** @param {string} name */
const installedVersion = (name) => {
  const path = join(root, 'node_modules', name, 'package.json')
  return existsSync(path) ? readJson(path).version : undefined
}

/**
 * @param {Pinned} dependency
 * @returns {Problem[]}
 */
const judgeFloor = ({ name, version }) => {
  if (refused.includes(name))
    return [fault({ rule: 'refused-package', message: `${name} has known holes and is not used` })]
  if ((name === equal.with || name.startsWith(equal.scope)) && version !== equal.version)
    return [fault({ rule: 'one-payload', message: `${name} ${version}, must be ${equal.version}` })]
  const floor = floors[name]
  return floor !== undefined && isBelow({ version, floor })
    ? [fault({ rule: 'version-floor', message: `${name} ${version} is below ${floor}` })]
    : []
}

/** @param {{ version: string, floor: string }} versions */
const isBelow = ({ version, floor }) => {
  const found = partsOf(version)
  const least = partsOf(floor)
  const at = found.findIndex((part, index) => part !== least[index])
  return at >= 0 && (found[at] ?? 0) < (least[at] ?? 0)
}

/** @param {string} version */
const partsOf = (version) => version.split(/[.-]/).slice(0, 3).map(Number)

/** @param {{ rule: string, message: string, file?: string }} what */
const fault = ({ rule, message, file = 'package.json' }) => ({ file, rule, message })

/** @returns {Problem[]} a registry's address would send every installation there */
const judgeHosts = () => {
  const named = Object.entries(lock.packages).find(([, { resolved }]) =>
    /^https?:/.test(resolved ?? ''),
  )
  return named
    ? [
        fault({
          file: 'package-lock.json',
          rule: 'no-registry-host',
          message: `${named[0]} names a host: install with --omit-lockfile-registry-resolved`,
        }),
      ]
    : []
}

conclude({
  gate: 'versions',
  problems: [...pinned.flatMap(judgePinned), ...locked.flatMap(judgeFloor), ...judgeHosts()],
  looked: pinned.length,
  unit: 'packages',
})

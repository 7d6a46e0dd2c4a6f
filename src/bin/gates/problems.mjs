// @ts-check
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/**
 * @typedef {{ file: string, line?: number, rule: string, message: string }} Problem
 *   `file` is relative to the root; `message` says what is wrong and what to do.
 */

/** Folders that no gate reads: not ours, generated, or broken on purpose. */
const skippedFolders = new Set([
  'node_modules',
  '.next',
  '.git',
  '.data',
  'fixtures',
  'screenshots',
])

/**
 * Prints the verdict of a gate and sets the exit code: 1 with a line per problem, 0 with what was
 * looked at. Looking at nothing is a problem too: a gate that reads no file proves nothing.
 *
 * @param {{ gate: string, problems: Problem[], looked: number, unit: string }} verdict
 */
export const conclude = ({ gate, problems, looked, unit }) => {
  const all =
    looked > 0
      ? problems
      : [...problems, { file: '.', rule: 'looked-at-nothing', message: `no ${unit} were found` }]
  for (const { file, line, rule, message } of all)
    console.error(`${file}${line === undefined ? '' : `:${line}`} ${rule}: ${message}`)
  if (all.length > 0) process.exitCode = 1
  console.log(`${gate}: ${all.length} problems in ${looked} ${unit}`)
}

/**
 * Every file below the given folders, as paths relative to the root with forward slashes, sorted.
 * A folder that is not there holds none.
 *
 * @param {{ root: string, folders: readonly string[] }} where
 * @returns {string[]}
 */
export const filesBelow = ({ root, folders }) =>
  folders.flatMap((folder) => walk({ root, folder })).sort()

/**
 * @param {{ root: string, folder: string }} where
 * @returns {string[]}
 */
const walk = ({ root, folder }) =>
  entriesOf(join(root, folder)).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory())
      return skippedFolders.has(entry.name) ? [] : walk({ root, folder: path })
    return [path.split(sep).join('/')]
  })

/** @param {string} folder */
export const entriesOf = (folder) => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

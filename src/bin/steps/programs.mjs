import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { projectRoot } from './home.mjs'

/** @param {{ root: string }} options @returns {string} the command line of Next */
export const nextProgram = ({ root }) => join(root, 'node_modules/next/dist/bin/next')

/**
 * @param {{ root: string }} options
 * @returns {string[]} arguments that let a Node program end with its parent
 */
export const withParent = ({ root }) => [
  '--import',
  pathToFileURL(join(root, 'src/bin/with-parent.mjs')).href,
]

/**
 * @param {{ root: string }} options
 * @returns {string[]} arguments that let the web server tell the address a request came from
 */
export const withPeerAddress = ({ root }) => [
  '--import',
  pathToFileURL(join(root, 'src/bin/peer-address.mjs')).href,
]

/**
 * @param {{ root: string, file: string }} options `file` from the root
 * @returns {string[]} arguments that run a TypeScript file of the product
 */
export const typescriptFile = ({ root, file }) => [
  // Lexical's entry for plain Node awaits a dynamic import in each of its packages; its production
  // entry awaits nothing.
  '--conditions=production',
  join(projectRoot, 'src/bin/run.mjs'),
  join(root, file),
]

// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadArchitecture } from '../load-architecture.mjs'

/**
 * package.json with its `imports` as src/architecture.ts says, everything else untouched.
 *
 * @param {{ root: string }} where
 * @returns {Promise<{ path: string, content: string }>}
 */
export const packageWithImports = async ({ root }) => {
  const { importsMap } = await loadArchitecture()
  const path = 'package.json'
  const source = readFileSync(join(root, path), 'utf8')
  const doors = importsMap({ exists: (folder) => existsSync(join(root, folder)) })
  return { path, content: withImports({ source, doors }) }
}

/**
 * Rewrites the one value in the text, because a round trip through JSON would reformat the file.
 *
 * @param {{ source: string, doors: Record<string, string> }} input
 */
const withImports = ({ source, doors }) => {
  const block = JSON.stringify(doors, null, 2).replaceAll('\n', '\n  ')
  const pattern = /^ {2}"imports": \{[^}]*\}/m
  if (!pattern.test(source))
    throw new Error('package.json has no "imports" to write into: add `"imports": {}`.')
  return source.replace(pattern, () => `  "imports": ${block}`)
}

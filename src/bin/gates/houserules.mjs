// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { conclude, filesBelow } from './problems.mjs'
import { judgeLocalApi } from './rules/local-api.mjs'
import { judgePurity } from './rules/purity.mjs'
import { judgeSafety } from './rules/safety.mjs'
import { judgeStates, ownedStates } from './rules/states.mjs'
import { judgeSurroundings } from './rules/surroundings.mjs'
import { judgeTests } from './rules/tests.mjs'
import { judgeComments } from './rules/comments.mjs'

/** @typedef {import('./problems.mjs').Problem} Problem */
/** @typedef {{ rule: string, message: string }} Fault what is wrong with a node, and the remedy */

/**
 * The rules of the house that no linter knows, judged on the syntax tree of every file. The current
 * directory is the project.
 */
const root = process.cwd()
const generated = new Set(['src/payload-types.ts', 'src/app/(payload)/admin/importMap.js'])
const rootFiles = ['payload.config.ts', 'next.config.ts', 'vitest.config.ts', 'proxy.ts']
const files = [
  ...filesBelow({ root, folders: ['plugins', 'themes', 'src'] }),
  ...rootFiles.filter((file) => existsSync(join(root, file))),
].filter((file) => /\.(tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts') && !generated.has(file))

const sources = files.map((file) =>
  ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true),
)
const states = ownedStates(sources)

/**
 * @param {ts.SourceFile} source
 * @returns {Problem[]}
 */
const judge = (source) => {
  const file = source.fileName
  /** @type {Problem[]} */
  const problems = judgeComments(source)
  /** @param {ts.Node} node */
  const visit = (node) => {
    for (const fault of faultsOf({ node, file }))
      problems.push({ file, line: lineOf({ source, position: node.getStart() }), ...fault })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return problems
}

/**
 * @param {{ node: ts.Node, file: string }} at
 * @returns {Fault[]}
 */
const faultsOf = ({ node, file }) => [
  ...judgeSurroundings({ node, file }),
  ...judgeSafety({ node, file }),
  ...judgeLocalApi({ node, file }),
  ...judgePurity({ node, file }),
  ...judgeTests({ node, file }),
  ...judgeStates({ node, file, states }),
]

/** @param {{ source: ts.SourceFile, position: number }} at */
const lineOf = ({ source, position }) => source.getLineAndCharacterOfPosition(position).line + 1

conclude({
  gate: 'houserules',
  problems: sources.flatMap(judge),
  looked: sources.length,
  unit: 'files',
})

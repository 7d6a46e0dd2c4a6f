// @ts-check
import ts from 'typescript'

/** @typedef {import('../houserules.mjs').Fault} Fault */

const left = new Set(['only', 'skip', 'skipIf', 'runIf', 'todo'])

/**
 * Every test runs, always: none is singled out, skipped or only announced.
 *
 * @param {{ node: ts.Node, file: string }} at
 * @returns {Fault[]}
 */
export const judgeTests = ({ node, file }) =>
  /\.test\.tsx?$/.test(file) &&
  ts.isPropertyAccessExpression(node) &&
  left.has(node.name.text) &&
  /^(it|test|describe|suite)\b/.test(node.expression.getText())
    ? [{ rule: 'every-test-runs', message: `no .${node.name.text}: make it pass or delete it` }]
    : []

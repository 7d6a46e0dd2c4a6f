// @ts-check
import ts from 'typescript'

/** @typedef {import('../houserules.mjs').Fault} Fault */

const clocksAndDice = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Temporal.Now',
])

/**
 * A rule of a domain gives the same answer to the same question: it asks no clock and throws no dice.
 *
 * @param {{ node: ts.Node, file: string }} at
 * @returns {Fault[]}
 */
export const judgePurity = ({ node, file }) =>
  /^plugins\/[^/]+\/domain\//.test(file) && !/\.test\.tsx?$/.test(file) && asksOutside(node)
    ? [{ rule: 'pure-domain', message: 'pass the time and the ids in' }]
    : []

/** @param {ts.Node} node */
const asksOutside = (node) =>
  (ts.isPropertyAccessExpression(node) && clocksAndDice.has(node.getText())) ||
  (ts.isNewExpression(node) &&
    node.expression.getText() === 'Date' &&
    (node.arguments ?? []).length === 0)

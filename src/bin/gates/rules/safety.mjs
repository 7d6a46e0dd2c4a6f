// @ts-check
import ts from 'typescript'

/** @typedef {import('../houserules.mjs').Fault} Fault */

/**
 * What hides a mistake from the compiler or from the reader of a log: `any`, `!`, a cast that
 * nobody vouches for, an error that is caught and dropped.
 *
 * @param {{ node: ts.Node, file: string }} at
 * @returns {Fault[]}
 */
export const judgeSafety = ({ node, file }) => {
  if (node.kind === ts.SyntaxKind.AnyKeyword)
    return [{ rule: 'no-any', message: 'use unknown and narrow it, or name the type' }]
  if (ts.isNonNullExpression(node) || hasDefiniteMark(node))
    return [{ rule: 'no-non-null', message: 'prove that it is there, or refuse' }]
  if (isCast(node) && !isTest(file) && !isVouchedFor(node))
    return [
      {
        rule: 'vouched-cast',
        message:
          'parse or narrow; an unavoidable cast stands in a function with its guarantee above',
      },
    ]
  if (isSwallowed(node))
    return [{ rule: 'no-swallowed-error', message: 'handle, translate or rethrow what was caught' }]
  return []
}

/** @param {string} file */
const isTest = (file) => /\.test\.tsx?$|^src\/testing\//.test(file)

/** @param {ts.Node} node */
const hasDefiniteMark = (node) =>
  (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) &&
  node.exclamationToken !== undefined

/** @param {ts.Node} node */
const isCast = (node) =>
  (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
  !ts.isConstTypeReference(node.type)

/**
 * @param {ts.Expression} node
 * @returns {ts.Expression}
 */
const withoutParentheses = (node) =>
  ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node

/** @param {ts.Node} node */
const isVouchedFor = (node) => {
  const statement = ts.findAncestor(node, (ancestor) => ts.isSourceFile(ancestor.parent))
  if (statement === undefined) return false
  const text = node.getSourceFile().text
  return (ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []).length > 0
}

/** @param {ts.Node} node */
const isSwallowed = (node) =>
  (ts.isCatchClause(node) && node.block.statements.length === 0) ||
  (ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'catch' &&
    node.arguments[0] !== undefined &&
    doesNothing(node.arguments[0]))

/** @param {ts.Expression} handler */
const doesNothing = (handler) =>
  (ts.isArrowFunction(handler) || ts.isFunctionExpression(handler)) &&
  (ts.isBlock(handler.body)
    ? handler.body.statements.length === 0
    : ['undefined', 'null', 'void 0'].includes(withoutParentheses(handler.body).getText()))

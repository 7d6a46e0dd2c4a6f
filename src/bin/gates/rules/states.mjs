// @ts-check
import ts from 'typescript'

/** @typedef {import('../houserules.mjs').Fault} Fault */

/**
 * The states that each plugin's workflow tables declare, by the plugin.
 *
 * @param {readonly ts.SourceFile[]} sources
 * @returns {Map<string, Set<string>>}
 */
export const ownedStates = (sources) => {
  /** @type {Map<string, Set<string>>} */
  const owned = new Map()
  for (const source of sources) {
    const plugin = /^plugins\/([^/]+)\/domain\/.*-workflow\.ts$/.exec(source.fileName)?.[1]
    if (plugin === undefined) continue
    owned.set(plugin, new Set([...(owned.get(plugin) ?? []), ...statesIn(source)]))
  }
  return owned
}

/**
 * Whoever compares a state with a literal knows the other plugin's lifecycle by heart, and breaks
 * without a word when it changes: ask the owner instead.
 *
 * @param {{ node: ts.Node, file: string, states: Map<string, Set<string>> }} at
 * @returns {Fault[]}
 */
export const judgeStates = ({ node, file, states }) => {
  if (!/^(plugins|src\/app)\//.test(file) || /\.test\.tsx?$/.test(file)) return []
  const literal = comparedState(node)
  if (literal === undefined) return []
  const plugin = /^plugins\/([^/]+)\//.exec(file)?.[1] ?? ''
  // The kernel knows no lifecycle: its own words only happen to be the same.
  if (plugin === 'kernel' || states.get(plugin)?.has(literal)) return []
  const owners = [...states].filter(([, names]) => names.has(literal)).map(([name]) => name)
  return owners.length === 0
    ? []
    : [
        {
          rule: 'states-at-home',
          message: `'${literal}' is a state of ${owners.join(', ')}: ask its domain door`,
        },
      ]
}

const equalities = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
])

/** @param {ts.Node} node */
const comparedState = (node) => {
  if (!ts.isBinaryExpression(node) || !equalities.has(node.operatorToken.kind)) return undefined
  const [state, literal] = ts.isStringLiteral(node.left)
    ? [node.right, node.left]
    : [node.left, node.right]
  return ts.isStringLiteral(literal) && state.getText().endsWith('.state')
    ? literal.text
    : undefined
}

/**
 * @param {ts.Node} source
 * @returns {string[]}
 */
const statesIn = (source) => {
  /** @type {string[]} */
  const names = []
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (
      ts.isPropertyAssignment(node) &&
      node.name.getText() === 'states' &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      for (const property of node.initializer.properties)
        if (property.name) names.push(property.name.getText().replaceAll(/['"]/g, ''))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return names
}

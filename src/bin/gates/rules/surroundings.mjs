// @ts-check
import ts from 'typescript'

/** @typedef {import('../houserules.mjs').Fault} Fault */

const readsSettings = /^src\/(env\.ts|bin\/|testing\/)|^[^/]+\.config\.ts$/
const speaksByLogger = /^(plugins|themes)\/|^src\/(app|access)\//
const demandedDefault =
  /^[^/]+\.config\.ts$|^proxy\.ts$|^src\/(proxy|instrumentation)\.ts$|^src\/app\/.*(page|layout|template|loading|error|global-error|not-found|default|sitemap|robots|manifest|icon|apple-icon|opengraph-image)\.tsx?$|^src\/testing\/.*global-setup\.ts$/

/**
 * What a file may take from its surroundings and how it offers itself: settings through src/env.ts,
 * words through the logger, exports by name.
 *
 * @param {{ node: ts.Node, file: string }} at
 * @returns {Fault[]}
 */
export const judgeSurroundings = ({ node, file }) => [
  ...(isEnv(node) && !readsSettings.test(file) && !/\.test\.tsx?$/.test(file)
    ? [{ rule: 'settings-in-one-place', message: 'process.env is read in src/env.ts: import #env' }]
    : []),
  ...(isConsole(node) && speaksByLogger.test(file)
    ? [{ rule: 'no-console', message: 'log with req.payload.logger as { msg, err, …ids }' }]
    : []),
  ...(isDefaultExport(node) && !demandedDefault.test(file)
    ? [{ rule: 'named-exports', message: 'export by name; only Next and tools demand a default' }]
    : []),
]

/** @param {ts.Node} node */
const isEnv = (node) =>
  (ts.isImportSpecifier(node) &&
    (node.propertyName ?? node.name).text === 'env' &&
    /['"](node:)?process['"]$/.test(node.parent.parent.parent.moduleSpecifier.getText())) ||
  (ts.isPropertyAccessExpression(node) &&
    node.name.text === 'env' &&
    (node.expression.getText() === 'process' || ts.isMetaProperty(node.expression))) ||
  (ts.isVariableDeclaration(node) &&
    node.initializer?.getText() === 'process' &&
    ts.isObjectBindingPattern(node.name) &&
    node.name.elements.some(
      (element) => (element.propertyName ?? element.name).getText() === 'env',
    ))

/** @param {ts.Node} node */
const isConsole = (node) =>
  ts.isPropertyAccessExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'console'

/** @param {ts.Node} node */
const isDefaultExport = (node) =>
  ts.isExportAssignment(node) ||
  (node.kind === ts.SyntaxKind.DefaultKeyword && !ts.isDefaultClause(node.parent)) ||
  (ts.isExportSpecifier(node) && node.name.text === 'default')

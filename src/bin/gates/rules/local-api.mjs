// @ts-check
import ts from 'typescript'

/** @typedef {import('../houserules.mjs').Fault} Fault */

const methods = new Set([
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findGlobalVersions',
  'findGlobalVersionByID',
  'findVersions',
  'findVersionByID',
  'create',
  'update',
  'updateGlobal',
  'delete',
  'count',
  'countVersions',
  'countGlobalVersions',
  'duplicate',
  'restoreVersion',
  'restoreGlobalVersion',
])
const judged = /^plugins\/|^src\/(app|access)\//
const inTransaction = /^plugins\/[^/]+\/(hooks|commands|reactions)\//

/**
 * The Local API skips access rules unless told, and opens a transaction of its own without `req`,
 * which deadlocks the pool under load: so each call says both.
 *
 * @param {{ node: ts.Node, file: string }} at
 * @returns {Fault[]}
 */
export const judgeLocalApi = ({ node, file }) => {
  if (!judged.test(file) || /\.test\.tsx?$/.test(file) || !isLocalApiCall(node)) return []
  const options = node.arguments[0]
  const named = options && ts.isObjectLiteralExpression(options) ? namesIn(options) : []
  return [
    ...(named.includes('overrideAccess')
      ? []
      : [
          {
            rule: 'states-access',
            message: 'say overrideAccess: false, or true with a comment why, in the call itself',
          },
        ]),
    ...(named.includes('req') || !inTransaction.test(file)
      ? []
      : [{ rule: 'passes-req', message: 'pass req, else the call leaves the transaction' }]),
  ]
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.CallExpression}
 */
const isLocalApiCall = (node) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  methods.has(node.expression.name.text) &&
  /(^|\.)payload$/.test(node.expression.expression.getText())

/** @param {ts.ObjectLiteralExpression} options */
const namesIn = (options) => options.properties.map((property) => property.name?.getText() ?? '')

// @ts-check
import ts from 'typescript'

/** @typedef {import('../problems.mjs').Problem} Problem */

const rules = [
  {
    rule: 'no-suppression',
    pattern: /@ts-(ignore|expect-error|nocheck)\b|\b(eslint|oxlint|biome)-(disable|ignore)/,
    message: 'repair what the tool found instead of silencing it',
  },
  {
    rule: 'no-leftovers',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    message: 'do it, or write an issue',
  },
]

/**
 * @param {ts.SourceFile} source
 * @returns {Problem[]}
 */
export const judgeComments = (source) =>
  commentsOf(source).flatMap(({ position, text }) =>
    rules
      .filter(({ pattern }) => pattern.test(text))
      .map(({ rule, message }) => ({
        file: source.fileName,
        line: source.getLineAndCharacterOfPosition(position).line + 1,
        rule,
        message,
      })),
  )

/**
 * Comments are no part of the syntax tree; they stand around its tokens.
 *
 * @param {ts.SourceFile} source
 * @returns {{ position: number, text: string }[]}
 */
const commentsOf = (source) => {
  /** @type {Map<number, string>} */
  const found = new Map()
  /** @param {readonly ts.CommentRange[] | undefined} ranges */
  const keep = (ranges) => {
    for (const { pos, end } of ranges ?? []) found.set(pos, source.text.slice(pos, end))
  }
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.JsxText) return
    if (node.getChildCount() > 0) return node.getChildren().forEach(visit)
    keep(ts.getLeadingCommentRanges(source.text, node.getFullStart()))
    keep(ts.getTrailingCommentRanges(source.text, node.getEnd()))
  }
  visit(source)
  return [...found].map(([position, text]) => ({ position, text }))
}

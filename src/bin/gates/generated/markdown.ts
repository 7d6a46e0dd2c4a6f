/** A table in GitHub's markdown; a cell may hold any text. */
export const table = ({
  head,
  rows,
}: {
  head: readonly string[]
  rows: readonly (readonly string[])[]
}): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

export const code = (text: string): string => `\`${text}\``

export const mermaid = (lines: readonly string[]): string =>
  ['```mermaid', ...lines, '```'].join('\n')

/**
 * Puts `body` between `<!-- generated:name -->` and `<!-- /generated:name -->`. Where the marks are
 * missing, a section of that title is put before the decisions, which come last in a README, or at
 * the end.
 */
export const withSection = ({
  markdown,
  name,
  title,
  body,
}: {
  markdown: string
  name: string
  title: string
  body: string
}): string => {
  const open = `<!-- generated:${name} -->`
  const close = `<!-- /generated:${name} -->`
  const section = `${open}\n\n${body}\n\n${close}`
  const from = markdown.indexOf(open)
  if (from >= 0) {
    const to = markdown.indexOf(close, from)
    const rest = to < 0 ? from + open.length : to + close.length
    return markdown.slice(0, from) + section + markdown.slice(rest)
  }
  const titled = `## ${title}\n\n${section}\n`
  const decisions = markdown.search(/^## Decisions\b/m)
  return decisions < 0
    ? `${markdown.trimEnd()}\n\n${titled}`
    : `${markdown.slice(0, decisions)}${titled}\n${markdown.slice(decisions)}`
}

export const hasSection = ({ markdown, name }: { markdown: string; name: string }): boolean =>
  markdown.includes(`<!-- generated:${name} -->`)

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')

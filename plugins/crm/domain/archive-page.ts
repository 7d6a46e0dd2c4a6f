/**
 * A page that shows what is kept of a person without any program: every row of every table, as plain
 * as it is stored. Everything in it is escaped; it loads nothing.
 */
export const archivePage = ({
  tables,
  files,
  takenAt,
}: {
  tables: readonly { table: string; rows: readonly Record<string, unknown>[] }[]
  files: readonly string[]
  takenAt: string
}): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your data</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem; border-top: 1px solid #bbb; padding-top: .75rem; }
dt { color: #555; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; } }
</style>
<h1>Your data</h1>
<p>Everything that was kept about you on ${escaped(takenAt.slice(0, 10))}. The same stands in data.json, for programs.</p>
${files.length > 0 ? `<h2>Files</h2>\n<ul>${files.map((file) => `<li><a href="${escaped(file)}">${escaped(file)}</a></li>`).join('')}</ul>` : ''}
${tables
  .map(
    ({ table, rows }) => `<h2>${escaped(inWords(table))}</h2>\n${rows.map(rowAsList).join('\n')}`,
  )
  .join('\n')}
</html>
`

const rowAsList = (row: Record<string, unknown>): string =>
  `<dl>${Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `<dt>${escaped(inWords(name))}</dt><dd>${escaped(textOf(value))}</dd>`)
    .join('')}</dl>`

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')

const inWords = (name: string): string => name.replaceAll('_', ' ')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)

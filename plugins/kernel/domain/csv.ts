/**
 * What a spreadsheet would run as a formula (security row C-4): a cell that begins with one of these
 * signs, also behind blanks, quotes, a byte order mark or in full width. Plain numbers stay numbers.
 */
const formula = /^[\s'"\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
const plainNumber = /^-?\d+(\.\d+)?$/

/** A text as a cell of a spreadsheet that runs nothing: `'` before whatever it could run. */
export const safeCell = (text: string): string =>
  formula.test(text) && !plainNumber.test(text) ? `'${text}` : text

/** Rows as CSV (RFC 4180): quoted where needed, CRLF between rows, no cell that is a formula. */
export const csvOf = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((row) => `${row.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`).join('')

const cellOf = (text: string): string => {
  const safe = safeCell(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

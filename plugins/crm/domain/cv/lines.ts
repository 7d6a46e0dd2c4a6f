/** Where something stands in the text: from `start`, up to and without `end`. */
export type Span = { start: number; end: number }

/** Something read from the text, where it stands, and from 0 to 1 how sure that it is what it seems. */
export type Found<Value> = Span & { value: Value; confidence: number }

export type Line = Span & { text: string }

/** More than this in one line is no line of a CV; what stands behind is not looked at. */
const longestLine = 2_000

/** Lines with something in them, without the blanks and bullets around; where they stand is kept. */
export const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const line = trimmed({ text, start, end: Math.min(end, start + longestLine) })
    if (line.text) lines.push(line)
    start = end + 1
  }
  return lines
}

const isEdge = (sign: string | undefined): boolean =>
  sign !== undefined && /[\s\u2022\u25cf\u25aa\u25e6\u00b7\u2023\u2043\uf0b7*|]/.test(sign)

/** A piece of the text without the blanks and bullets around it. */
const trimmed = ({ text, start, end }: { text: string } & Span): Line => {
  let from = start
  let to = end
  while (from < to && isEdge(text[from])) from += 1
  while (to > from && isEdge(text[to - 1])) to -= 1
  return { start: from, end: to, text: text.slice(from, to) }
}

/** The pieces of a line between separators, each with where it stands. */
export const piecesOf = ({ line, between }: { line: Line; between: RegExp }): Line[] => {
  const pieces: Line[] = []
  let from = 0
  for (const { index, 0: separator } of line.text.matchAll(between)) {
    pieces.push(pieceOf({ line, from, to: index }))
    from = index + separator.length
  }
  pieces.push(pieceOf({ line, from, to: line.text.length }))
  return pieces.filter(({ text }) => text !== '')
}

export const pieceOf = ({ line, from, to }: { line: Line; from: number; to: number }): Line => {
  const piece = trimmed({ text: line.text, start: from, end: to })
  return { text: piece.text, start: line.start + piece.start, end: line.start + piece.end }
}

/** Lower case without accents; as long as the text, so that places stay. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

export const wordsIn = (text: string): string[] =>
  text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&+#-]*/gu) ?? []

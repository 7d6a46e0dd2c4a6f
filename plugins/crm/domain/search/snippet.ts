/** A piece of text; what was looked for is told apart. */
export type SnippetPart = { text: string; isHit: boolean }

const mostAround = 90
const mostRead = 50_000

/**
 * The place of a text where what was looked for stands, in parts. Without case and accents, as the
 * search itself compares. Null when none of it is there.
 */
export const snippetOf = ({
  text,
  terms,
}: {
  text: string
  terms: readonly { text: string; isPrefix: boolean }[]
}): SnippetPart[] | null => {
  const read = text.slice(0, mostRead).replace(/\s+/g, ' ')
  const hits = hitsIn({ text: read, terms })
  const first = hits[0]
  if (!first) return null
  const from = Math.max(0, startOfWord({ text: read, at: first.from - mostAround }))
  const to = Math.min(read.length, endOfWord({ text: read, at: first.to + mostAround }))
  const parts: SnippetPart[] = []
  let at = from
  for (const hit of hits) {
    if (hit.from < at || hit.to > to) continue
    if (hit.from > at) parts.push({ text: read.slice(at, hit.from), isHit: false })
    parts.push({ text: read.slice(hit.from, hit.to), isHit: true })
    at = hit.to
  }
  if (at < to) parts.push({ text: read.slice(at, to), isHit: false })
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...parts,
    ...(to < read.length ? [{ text: ' …', isHit: false }] : []),
  ]
}

/** A whole text with what was looked for told apart. */
export const highlighted = ({
  text,
  terms,
}: {
  text: string
  terms: readonly { text: string; isPrefix: boolean }[]
}): SnippetPart[] => {
  const parts: SnippetPart[] = []
  let at = 0
  for (const { from, to } of hitsIn({ text, terms })) {
    if (from < at) continue
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false })
    parts.push({ text: text.slice(from, to), isHit: true })
    at = to
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isHit: false })
  return parts
}

type Span = { from: number; to: number }

type Word = Span & { folded: string }

const hitsIn = ({
  text,
  terms,
}: {
  text: string
  terms: readonly { text: string; isPrefix: boolean }[]
}): Span[] => {
  const words = wordsIn(text)
  const wanted = terms.map(({ text: term, isPrefix }) => ({
    words: wordsIn(term).map(({ folded }) => folded),
    isPrefix,
  }))
  const hits: Span[] = []
  for (const [at, word] of words.entries())
    for (const { words: term, isPrefix } of wanted) {
      const last = words[at + term.length - 1]
      if (term.length > 0 && last && beginsHere({ words, at, term, isPrefix }))
        hits.push({ from: word.from, to: last.to })
    }
  return hits.sort((one, other) => one.from - other.from || other.to - one.to)
}

const beginsHere = ({
  words,
  at,
  term,
  isPrefix,
}: {
  words: readonly Word[]
  at: number
  term: readonly string[]
  isPrefix: boolean
}): boolean =>
  term.every((wanted, step) => {
    const folded = words[at + step]?.folded
    return isPrefix && step === term.length - 1 ? folded?.startsWith(wanted) : folded === wanted
  })

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    folded: folded(match[0]),
  }))

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')

const startOfWord = ({ text, at }: { text: string; at: number }): number => {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + 30 ? at : space + 1
}

const endOfWord = ({ text, at }: { text: string; at: number }): number => {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space === -1 || space < at - 30 ? at : space
}

/** Where a word is looked for: everywhere, or in headlines and titles, in skills, in names. */
export type QueryField = 'any' | 'title' | 'skill' | 'name'

/**
 * What somebody looks for: words, beginnings of words, phrases, and how they belong together.
 *
 * - `word`: `isPrefix` finds every word that begins so
 * - `phone`: the digits of a number that was typed alone
 */
export type Query =
  | { kind: 'word'; text: string; isPrefix: boolean; field: QueryField }
  | { kind: 'phrase'; text: string; field: QueryField }
  | { kind: 'phone'; digits: string }
  | { kind: 'not'; of: Query }
  | { kind: 'and' | 'or'; parts: readonly Query[] }

/** What is wrong with the words typed, where (in UTF-16 units), and what to do. */
export type QueryProblem = { at: number; length: number; message: string }

type ParsedQuery =
  /** Null: nothing was typed. */
  { ok: true; query: Query | null } | { ok: false; problem: QueryProblem }

export const mostQueryLetters = 500
const mostTerms = 60
const mostDepth = 15
const leastPrefix = 2
const leastPhoneDigits = 7

/**
 * Reads the search box: words (all of them), OR, NOT or a minus, "phrases", brackets, prefix*, and
 * `title:`, `skill:` and `name:` before a word, a phrase or a bracket. Never throws, whatever is typed.
 */
export const parseQuery = (text: string): ParsedQuery => {
  if (text.length > mostQueryLetters)
    return wrong({
      at: mostQueryLetters,
      length: text.length - mostQueryLetters,
      message: `This is too long: at most ${mostQueryLetters} letters.`,
    })
  const digits = phoneDigitsIn(text)
  if (digits) return { ok: true, query: { kind: 'phone', digits } }
  const tokens = tokensOf(text)
  if (!Array.isArray(tokens)) return { ok: false, problem: tokens }
  if (tokens.length === 0) return { ok: true, query: null }
  const reading: Reading = { tokens, at: 0, end: text.length, terms: 0 }
  const query = readAny({ reading, field: 'any', depth: 0 })
  if (isProblem(query)) return { ok: false, problem: query }
  const rest = tokens[reading.at]
  if (rest)
    return wrong({
      ...rest,
      message: 'No bracket was opened before this one. Take it out, or open one with (.',
    })
  return { ok: true, query }
}

/** The query as somebody would type it; reading it again gives the same query. */
export const printQuery = (query: Query): string => {
  switch (query.kind) {
    case 'word':
      return `${hintOf(query.field)}${query.text}${query.isPrefix ? '*' : ''}`
    case 'phrase':
      return `${hintOf(query.field)}"${query.text}"`
    case 'phone':
      return query.digits
    case 'not':
      return `-${inBrackets({ query: query.of, isNeeded: isGroup(query.of) })}`
    case 'and':
      return query.parts
        .map((part) => inBrackets({ query: part, isNeeded: part.kind === 'or' }))
        .join(' ')
    case 'or':
      return query.parts.map(printQuery).join(' OR ')
  }
}

/** The words and phrases that somebody found should have: what is highlighted. */
export const wantedTerms = (query: Query): { text: string; isPrefix: boolean }[] => {
  switch (query.kind) {
    case 'word':
      return [{ text: query.text, isPrefix: query.isPrefix }]
    case 'phrase':
      return [{ text: query.text, isPrefix: false }]
    case 'phone':
    case 'not':
      return []
    default:
      return query.parts.flatMap(wantedTerms)
  }
}

/** Plain words without operators: the only thing in which a typing mistake can be guessed. */
export const plainWords = (query: Query): string | null => {
  if (query.kind === 'word' && query.field !== 'title' && query.field !== 'skill') return query.text
  if (query.kind !== 'and') return null
  const words = query.parts.map(plainWords)
  return words.every((word) => word !== null) ? words.join(' ') : null
}

type Token = { at: number; length: number } & (
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'or' }
  | { kind: 'and' }
  | { kind: 'not' }
  | { kind: 'hint'; field: QueryField }
  | { kind: 'word'; text: string; isPrefix: boolean }
  | { kind: 'phrase'; text: string }
)

type Reading = { tokens: readonly Token[]; at: number; end: number; terms: number }

const wrong = (problem: QueryProblem): ParsedQuery => ({
  ok: false,
  problem: { at: problem.at, length: problem.length, message: problem.message },
})

const isProblem = (value: Query | QueryProblem): value is QueryProblem => 'message' in value

const phoneDigitsIn = (text: string): string | null => {
  if (!/^[\s\d+()./-]+$/.test(text)) return null
  const digits = text.replace(/\D+/g, '')
  return digits.length >= leastPhoneDigits && digits.length <= 20 ? digits : null
}

const quotes = new Set(['"', '“', '”', '„', '«', '»'])
const operators: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  and: 'and',
  or: 'or',
  not: 'not',
}
const hints: Readonly<Record<string, QueryField>> = { title: 'title', skill: 'skill', name: 'name' }

const tokensOf = (text: string): Token[] | QueryProblem => {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const letter = text.charAt(at)
    if (isSpace(letter)) {
      at += 1
    } else if (letter === '(' || letter === ')') {
      tokens.push({ kind: letter === '(' ? 'open' : 'close', at, length: 1 })
      at += 1
    } else if (letter === '-') {
      tokens.push({ kind: 'not', at, length: 1 })
      at += 1
    } else if (quotes.has(letter)) {
      const phrase = phraseAt({ text, at })
      if (!('kind' in phrase)) return phrase
      tokens.push(phrase)
      at += phrase.length
    } else {
      const found = wordAt({ text, at })
      if (!('kind' in found)) return found
      tokens.push(found)
      at += found.length
    }
  }
  return tokens
}

/** What the database cannot store in a text counts as a space. */
const isSpace = (letter: string): boolean => letter === '\u0000' || /\s/.test(letter)

const phraseAt = ({ text, at }: { text: string; at: number }): Token | QueryProblem => {
  let end = at + 1
  while (end < text.length && !quotes.has(text.charAt(end))) end += 1
  if (end === text.length)
    return {
      at,
      length: text.length - at,
      message: 'This quotation mark is not closed. Put " at the end of the phrase.',
    }
  const said = text
    .slice(at + 1, end)
    .replaceAll('\u0000', ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const length = end + 1 - at
  return isWordy(said)
    ? { kind: 'phrase', text: said, at, length }
    : { at, length, message: 'There is no word between these quotation marks.' }
}

const wordAt = ({ text, at }: { text: string; at: number }): Token | QueryProblem => {
  let end = at
  while (end < text.length && !endsWord(text.charAt(end))) end += 1
  const said = text.slice(at, end)
  const colon = said.indexOf(':')
  const field = colon > 0 ? fieldNamed(said.slice(0, colon)) : null
  if (field) return { kind: 'hint', field, at, length: colon + 1 }
  const operator = Object.hasOwn(operators, said.toLowerCase())
    ? operators[said.toLowerCase()]
    : undefined
  if (operator) return { kind: operator, at, length: said.length }
  const isPrefix = said.endsWith('*')
  const word = isPrefix ? said.replace(/\*+$/, '') : said
  if (!isWordy(word))
    return {
      at,
      length: said.length,
      message: `There is nothing to look for in “${said}”: use letters or digits.`,
    }
  if (isPrefix && lettersIn(word) < leastPrefix)
    return {
      at,
      length: said.length,
      message: `Type at least ${leastPrefix} letters before the *.`,
    }
  return { kind: 'word', text: word, isPrefix, at, length: said.length }
}

const endsWord = (letter: string): boolean =>
  isSpace(letter) || letter === '(' || letter === ')' || quotes.has(letter)

const fieldNamed = (name: string): QueryField | null => {
  const key = name.toLowerCase()
  return Object.hasOwn(hints, key) ? (hints[key] ?? null) : null
}

const isWordy = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const lettersIn = (text: string): number => (text.match(/[\p{L}\p{N}]/gu) ?? []).length

type Place = { reading: Reading; field: QueryField; depth: number }

/** Alternatives: the weakest bond. */
const readAny = (place: Place): Query | QueryProblem => {
  const parts: Query[] = []
  for (;;) {
    const part = readAll(place)
    if (isProblem(part)) return part
    parts.push(part)
    if (place.reading.tokens[place.reading.at]?.kind !== 'or') return groupOf({ kind: 'or', parts })
    place.reading.at += 1
  }
}

/** Words side by side, with or without AND. */
const readAll = (place: Place): Query | QueryProblem => {
  const { reading } = place
  const parts: Query[] = []
  for (;;) {
    const part = readOne(place)
    if (isProblem(part)) return part
    parts.push(part)
    if (reading.tokens[reading.at]?.kind === 'and') reading.at += 1
    else if (endsGroup(reading.tokens[reading.at])) return groupOf({ kind: 'and', parts })
  }
}

const endsGroup = (token: Token | undefined): boolean =>
  token === undefined || token.kind === 'or' || token.kind === 'close'

const readOne = ({ reading, field, depth }: Place): Query | QueryProblem => {
  const token = reading.tokens[reading.at]
  if (!token || token.kind === 'and' || token.kind === 'or' || token.kind === 'close')
    return missingWord({ reading, token })
  reading.at += 1
  if (token.kind === 'not') {
    // Two signs in a row are one typed twice, not its opposite.
    while (reading.tokens[reading.at]?.kind === 'not') reading.at += 1
    const of = readOne({ reading, field, depth })
    return isProblem(of) ? of : { kind: 'not', of: of.kind === 'not' ? of.of : of }
  }
  if (token.kind === 'hint') {
    const next = reading.tokens[reading.at]
    if (!next || (next.kind !== 'word' && next.kind !== 'phrase' && next.kind !== 'open'))
      return {
        at: token.at,
        length: token.length,
        message: 'Type a word, a “phrase” or a bracket after the colon.',
      }
    return readOne({ reading, field: token.field, depth })
  }
  if (token.kind === 'open') return readBracket({ place: { reading, field, depth }, token })
  reading.terms += 1
  if (reading.terms > mostTerms)
    return {
      at: token.at,
      length: token.length,
      message: `This is word ${reading.terms}: at most ${mostTerms} can be searched at once.`,
    }
  return token.kind === 'word'
    ? { kind: 'word', text: token.text, isPrefix: token.isPrefix, field }
    : { kind: 'phrase', text: token.text, field }
}

const readBracket = ({
  place: { reading, field, depth },
  token,
}: {
  place: Place
  token: Token
}): Query | QueryProblem => {
  if (depth >= mostDepth)
    return {
      at: token.at,
      length: token.length,
      message: `These are too many brackets in one another: at most ${mostDepth}.`,
    }
  const inner = readAny({ reading, field, depth: depth + 1 })
  if (isProblem(inner)) return inner
  if (reading.tokens[reading.at]?.kind !== 'close')
    return {
      at: token.at,
      length: token.length,
      message: 'This bracket is not closed. Put ) where it should end.',
    }
  reading.at += 1
  return inner
}

const missingWord = ({
  reading,
  token,
}: {
  reading: Reading
  token: Token | undefined
}): QueryProblem => {
  const before = reading.tokens[reading.at - 1]
  if (before?.kind === 'open' && token?.kind === 'close')
    return {
      at: before.at,
      length: token.at + token.length - before.at,
      message: 'These brackets are empty. Put words into them, or take them out.',
    }
  const culprit =
    before && (before.kind === 'or' || before.kind === 'and' || before.kind === 'not')
      ? before
      : (token ?? before)
  if (culprit?.kind === 'close')
    return {
      at: culprit.at,
      length: culprit.length,
      message: 'No bracket was opened before this one. Take it out, or open one with (.',
    }
  if (culprit?.kind === 'open')
    return {
      at: culprit.at,
      length: culprit.length,
      message: 'This bracket is not closed. Put words and ) after it.',
    }
  return {
    at: culprit?.at ?? 0,
    length: culprit?.length ?? reading.end,
    message:
      culprit?.kind === 'not'
        ? 'Say what they should not have: put a word after it.'
        : `${culprit?.kind === 'and' ? 'AND' : 'OR'} stands between two words: one is missing. To look for the word itself, put it in quotation marks.`,
  }
}

const groupOf = ({ kind, parts }: { kind: 'and' | 'or'; parts: readonly Query[] }): Query => {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]))
  const [only] = flat
  return flat.length === 1 && only ? only : { kind, parts: flat }
}

const isGroup = (query: Query): boolean => query.kind === 'and' || query.kind === 'or'

const inBrackets = ({ query, isNeeded }: { query: Query; isNeeded: boolean }): string =>
  isNeeded ? `(${printQuery(query)})` : printQuery(query)

const hintOf = (field: QueryField): string => (field === 'any' ? '' : `${field}:`)

import { plain, type Line, type Span } from './lines'

/** A month as somebody wrote it; `isYearOnly` when they wrote a year and no month. */
type Point = { year: number; month: number | null }

/** From when to when; `end` is null while it lasts. */
export type DateRange = Span & {
  start: number
  end: number
  from: Point
  to: Point | 'present' | null
}

/** How the day, month and year of 03/04/2019 follow each other where the CV comes from. */
export type DayOrder = 'month-first' | 'day-first'

const monthWords = [
  'january|jan|januar|janner|jaenner|janvier|enero|ene|styczen|stycznia',
  'february|feb|febr|februar|fevrier|fev|febrero|luty|lutego',
  'march|mar|marz|maerz|mrz|mars|marzo|marzec|marca',
  'april|apr|avril|avr|abril|abr|kwiecien|kwietnia',
  'may|mai|mayo|maj|maja',
  'june|jun|juni|juin|junio|czerwiec|czerwca',
  'july|jul|juli|juillet|juil|julio|lipiec|lipca',
  'august|aug|aout|agosto|ago|sierpien|sierpnia',
  'september|sept|sep|septembre|septiembre|wrzesien|wrzesnia',
  'october|oct|oktober|okt|octobre|octubre|pazdziernik|pazdziernika',
  'november|nov|novembre|noviembre|listopad|listopada',
  'december|dec|dezember|dez|decembre|diciembre|dic|grudzien|grudnia',
]
const monthOf = new Map(
  monthWords.flatMap((words, at) => words.split('|').map((word) => [word, at + 1] as const)),
)
const anyMonth = [...monthOf.keys()].sort((one, other) => other.length - one.length).join('|')
const now =
  'present|current|currently|now|today|ongoing|to date|till date|date|heute|jetzt|laufend|aktuell|dato|actuel|aujourd.hui|present day|actualidad|actual|obecnie'

const year = '(?:19[3-9]\\d|20\\d\\d)'
const point = [
  // 04.2019, 04/2019, 1.4.2019, 04/01/2019
  `(?<pa>\\d{1,2})(?<pi>[./-])(?:(?<pb>\\d{1,2})[./-])?(?<pc>${year})`,
  // 2019-04, 2019/04
  `(?<pd>${year})[-/.](?<pe>0?[1-9]|1[0-2])(?!\\d)`,
  // April 2019, Apr. 2019, Apr ’19
  `(?<pf>${anyMonth})[.,]? {0,2}(?:\\d{1,2},? {1,2})?(?<pg>${year}|['’]\\d\\d)`,
  `(?<ph>${year})`,
].join('|')
const numbered = (at: number) => point.replaceAll(/\?<p([a-i])>/g, `?<p$1${at}>`)
const dash =
  '(?: {0,3}(?:-|\\u2010|\\u2011|\\u2012|\\u2013|\\u2014|\\u2212|~|→|/) {0,3}| {1,3}(?:to|until|till|through|bis|bis zum|au|a|hasta|do) {1,3})'
const rangePattern = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${numbered(1)})(?:${dash}(?:(?:${numbered(2)})|(?<now>${now})))|(?:since|seit|from|ab|depuis|desde|od) {1,2}(?:${numbered(3)}))(?![\\p{L}\\d])`,
  'giu',
)
const pointPattern = new RegExp(`(?<![\\p{L}\\d])(?:${numbered(1)})(?![\\p{L}\\d])`, 'giu')

/** The first time from–to in a line: “Mar 2019 – Present”, “04/2019 bis 12/2021”, “since 2020”. */
export const rangeIn = ({ line, order }: { line: Line; order: DayOrder }): DateRange | null => {
  if (line.text.length > 400) return null
  const text = sameLength(line.text)
  for (const match of text.matchAll(rangePattern)) {
    const groups = match.groups ?? {}
    const isSince = groups.pc3 ?? groups.pd3 ?? groups.pg3 ?? groups.ph3
    const from = pointOf({ groups, at: isSince ? 3 : 1, order })
    const to = isSince || groups.now ? 'present' : pointOf({ groups, at: 2, order })
    if (!from || !to) continue
    if (to !== 'present' && asNumber(to, 12) < asNumber(from, 1)) continue
    return {
      from,
      to,
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
    }
  }
  return null
}

/** The last single date in a line. */
export const pointIn = ({
  line,
  order,
}: {
  line: Line
  order: DayOrder
}): (Span & Point) | null => {
  if (line.text.length > 400) return null
  let last: (Span & Point) | null = null
  for (const match of sameLength(line.text).matchAll(pointPattern)) {
    const found = pointOf({ groups: match.groups ?? {}, at: 1, order })
    if (found)
      last = {
        ...found,
        start: line.start + match.index,
        end: line.start + match.index + match[0].length,
      }
  }
  return last
}

/** 'YYYY-MM'; of a year alone its first month, or its last when it is an end. */
export const monthText = ({ at, isEnd }: { at: Point; isEnd: boolean }): string =>
  `${at.year}-${String(at.month ?? (isEnd ? 12 : 1)).padStart(2, '0')}`

const asNumber = ({ year: y, month }: Point, otherwise: number): number =>
  y * 12 + (month ?? otherwise)

const pointOf = ({
  groups,
  at,
  order,
}: {
  groups: Readonly<Record<string, string | undefined>>
  at: 1 | 2 | 3
  order: DayOrder
}): Point | null => {
  const part = (name: string) => groups[`p${name}${at}`]
  const [first, second, lastYear] = [part('a'), part('b'), part('c')]
  if (lastYear) {
    // With points the day always comes first.
    const written = part('i') === '.' ? 'day-first' : order
    const month =
      second === undefined ? Number(first) : monthAmong({ first, second, order: written })
    return month >= 1 && month <= 12 ? { year: Number(lastYear), month } : null
  }
  const [isoYear, isoMonth] = [part('d'), part('e')]
  if (isoYear) return { year: Number(isoYear), month: Number(isoMonth) }
  const [word, wordYear] = [part('f'), part('g')]
  if (word && wordYear) return { year: fullYear(wordYear), month: monthOf.get(word) ?? null }
  const only = part('h')
  return only ? { year: Number(only), month: null } : null
}

const monthAmong = ({
  first,
  second,
  order,
}: {
  first: string | undefined
  second: string
  order: DayOrder
}): number => {
  const [one, other] = [Number(first), Number(second)]
  if (one > 12) return other
  if (other > 12) return one
  return order === 'month-first' ? one : other
}

const fullYear = (text: string): number => {
  if (text.length === 4) return Number(text)
  const short = Number(text.slice(1))
  return short >= 50 ? 1900 + short : 2000 + short
}

/** Without accents and in lower case, letter by letter, so that places stay. */
const sameLength = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const letter = text[at] ?? ''
    const bare = plain(letter)
    return bare.length === 1 ? bare : letter
  }).join('')

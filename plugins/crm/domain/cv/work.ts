import { monthText, rangeIn, type DateRange, type DayOrder } from './dates'
import { jobWord } from './contact'
import { pieceOf, piecesOf, plain, wordsIn, type Found, type Line } from './lines'
import type { Section } from './sections'

export type Job = {
  title: string | null
  employer: string | null
  place: string | null
  startedIn: string | null
  /** Null while it lasts. */
  endedIn: string | null
  /** They wrote years without months. */
  isYearOnly: boolean
  description: string | null
}

const mostJobs = 60

/**
 * Jobs as they stand under a heading, or, where there are no headings, by their dates. A job begins at
 * a line with a time from–to; whether its title stands before or behind is judged by the first of them.
 */
export const jobsIn = ({
  sections,
  text,
  order,
}: {
  sections: readonly Section[]
  text: string
  order: DayOrder
}): Found<Job>[] => {
  const under = sections.filter(({ kind }) => kind === 'work')
  const isUnder = under.some(({ lines }) => lines.some((line) => rangeIn({ line, order })))
  const looked = isUnder
    ? under
    : sections.filter(({ kind }) => kind === 'head' || kind === 'summary' || kind === 'work')
  return looked
    .flatMap(({ lines, kind }) => jobsAmong({ lines, text, order, isSure: kind === 'work' }))
    .slice(0, mostJobs)
}

const isBullet = ({ line, text }: { line: Line; text: string }): boolean => {
  const before = text.slice(Math.max(0, line.start - 4), line.start)
  return (
    /[\u2022\u25cf\u25aa\u25e6\u00b7\u2023\u2043\uf0b7*]\s*$/.test(before) ||
    /^[-–—>✓]\s/.test(line.text)
  )
}

const isSentence = (line: Line): boolean =>
  line.text.length > 110 ||
  /[.;!?]$/.test(line.text.replace(/\b(?:Inc|Ltd|Co|Corp|e\.V|St)\.$/i, ''))

const jobsAmong = ({
  lines,
  text,
  order,
  isSure,
}: {
  lines: readonly Line[]
  text: string
  order: DayOrder
  isSure: boolean
}): Found<Job>[] => {
  const dated = lines.flatMap((line, at) => {
    const range = isBullet({ line, text }) && isSentence(line) ? null : rangeIn({ line, order })
    return range && line.text.length <= 220 ? [{ line, at, range }] : []
  })
  const [first] = dated
  if (!first) return []
  // Lines above the first time belong to the first job; as many belong to each.
  const above = isSure ? Math.min(2, first.at) : titleLinesAbove({ lines, at: first.at })
  const jobs: Found<Job>[] = []
  const begins = dated.map(({ at }, index) => {
    const floor = (dated[index - 1]?.at ?? -1) + 1
    let begin = at
    for (let up = 0; up < above && begin > floor; up += 1) {
      const line = lines[begin - 1]
      if (!line || isBullet({ line, text }) || isSentence(line)) break
      begin -= 1
    }
    return begin
  })
  for (const [index, { line, at, range }] of dated.entries()) {
    const begin = begins[index] ?? at
    const end = begins[index + 1] ?? lines.length
    const rest = restOf({ line, range })
    const head = [...lines.slice(begin, at), ...rest]
    let body = at + 1
    const wanted =
      rest.length === 0 || begin === at
        ? rest.length > 1 || begin < at
          ? 0
          : rest.length === 1
            ? 1
            : 2
        : 0
    for (let taken = 0; taken < wanted && body < end; taken += 1) {
      const next = lines[body]
      if (
        !next ||
        isBullet({ line: next, text }) ||
        isSentence(next) ||
        wordsIn(next.text).length > 9
      )
        break
      head.push(next)
      body += 1
    }
    const described = lines.slice(body, end)
    const [firstLine, lastLine] = [described[0], described.at(-1)]
    const named = namesIn(head)
    if (!named.title && !named.employer) continue
    const all = [line, ...head, ...described]
    jobs.push({
      value: {
        ...named,
        ...monthsOf(range),
        description:
          firstLine && lastLine ? text.slice(firstLine.start, lastLine.end).slice(0, 10_000) : null,
      },
      start: Math.min(...all.map(({ start }) => start)),
      end: Math.max(...all.map((one) => one.end)),
      confidence: (isSure ? 0.9 : 0.6) - (named.title && named.employer ? 0 : 0.2),
    })
  }
  return jobs
}

/** Without a heading only a line that names a job counts, so that a summary is taken for none. */
const titleLinesAbove = ({ lines, at }: { lines: readonly Line[]; at: number }): number => {
  const [one, two] = [lines[at - 1], lines[at - 2]]
  if (one && hasJobWord(one.text)) return 1
  return two && hasJobWord(two.text) ? 2 : 0
}

const monthsOf = ({
  from,
  to,
}: DateRange): { startedIn: string; endedIn: string | null; isYearOnly: boolean } => ({
  startedIn: monthText({ at: from, isEnd: false }),
  endedIn: to === null || to === 'present' ? null : monthText({ at: to, isEnd: true }),
  isYearOnly: from.month === null || (to !== null && to !== 'present' && to.month === null),
})

/** What stands in the line beside the time. */
const restOf = ({ line, range }: { line: Line; range: DateRange }): Line[] =>
  [
    pieceOf({ line, from: 0, to: range.start - line.start }),
    pieceOf({ line, from: range.end - line.start, to: line.text.length }),
  ]
    .map(bare)
    .filter(({ text }) => /\p{L}{2}/u.test(text))

/** Without the separators and brackets that stood between it and the time. */
const bare = (line: Line): Line => {
  const from = /^[\s,;:|()[\]·•–—-]*/.exec(line.text)?.[0].length ?? 0
  let to = line.text.length
  while (to > from && /[\s,;:|([·•–—-]/.test(line.text[to - 1] ?? '')) to -= 1
  return { text: line.text.slice(from, to), start: line.start + from, end: line.start + to }
}

const hasJobWord = (text: string): boolean =>
  wordsIn(text).some((word) => jobWord.test(plain(word)))

const companyWord =
  /\b(?:ltd|limited|inc|llc|llp|plc|gmbh|ag|kg|se|co|corp|corporation|company|group|holding|holdings|hospital|clinic|klinik|klinikum|krankenhaus|practice|trust|nhs|university|college|school|bank|services|solutions|systems|logistics|logistik|foods|stores?|retail|partners|associates|consulting|consultants|agency|council|ministry|institute|foundation|hotel|restaurant|airlines|airport|s\.?a\.?|s\.?r\.?l\.?|sp\. z o\.?o\.?|b\.?v\.?|n\.?v\.?|ab|oy|center|centre|freight|terminals|technologies|software|labs?|industries|motors|energy|pharma|medical group|care home)\b\.?/i

/** Title, employer and place among the lines that head a job. */
const namesIn = (
  head: readonly Line[],
): { title: string | null; employer: string | null; place: string | null } => {
  const parts = head
    .flatMap((line) => {
      const at = / (?:at|@|bei|chez) (?=\p{Lu})/u.exec(line.text)
      return at
        ? [
            pieceOf({ line, from: 0, to: at.index }),
            ...split(pieceOf({ line, from: at.index + at[0].length, to: line.text.length })),
          ]
        : split(line)
    })
    .map(bare)
    .filter(({ text }) => /\p{L}{2}/u.test(text))
  const isTitle = ({ text }: Line) =>
    hasJobWord(text) && !/\b(?:ltd|inc|llc|gmbh|plc)\b/i.test(text)
  const title = parts.find(isTitle) ?? null
  const others = parts.filter((part) => part !== title)
  const employer = others.find(({ text }) => companyWord.test(text)) ?? others[0] ?? null
  const at = others.findIndex((part) => part !== employer && part.text.length <= 60)
  const [place, state] = at === -1 ? [] : [others[at], others[at + 1]]
  const isState = place && state && /^[A-Z]{2}$/.test(state.text)
  const town = place
    ? { ...place, text: isState ? `${place.text}, ${state.text}` : place.text }
    : null
  if (title && !employer) {
    // “Warehouse associate Desert Freight”: the name of a firm right behind.
    const behind = behindJobWord(title.text)
    if (/^ \p{Lu}\S* \S/u.test(behind))
      return {
        title: title.text.slice(0, title.text.length - behind.length).slice(0, 200),
        employer: behind.trim().slice(0, 200),
        place: null,
      }
  }
  if (!title && employer && others.length > 1 && !companyWord.test(employer.text)) {
    const [first, second, third] = others
    return { title: short(first), employer: short(second), place: short(third) }
  }
  return { title: short(title), employer: short(employer), place: short(town) }
}

/** What follows the last word of a job in the line. */
const behindJobWord = (text: string): string => {
  let cut = text.length
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu))
    if (jobWord.test(plain(match[0]))) cut = match.index + match[0].length
  return text.slice(cut)
}

const split = (line: Line): Line[] =>
  piecesOf({ line, between: /\s*[|·•\t]\s*|\s+[-–—]\s+|\s{3,}|,\s+(?!(?:Inc|Ltd|LLC|GmbH|Jr)\b)/g })

const short = (line: Line | null | undefined): string | null => line?.text.slice(0, 200) ?? null

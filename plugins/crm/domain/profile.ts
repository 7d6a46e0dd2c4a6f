import { isDay } from '#plugins/kernel/domain'

/** For what kind of work somebody can be won, in the words of the orders. */
export const wantedWork = {
  permanent: 'Permanent',
  contract: 'Contract',
  temp: 'Temporary',
} as const

/** Levels of the Common European Framework of Reference, and the mother tongue. */
export const languageLevels = {
  a1: 'A1 – first words',
  a2: 'A2 – simple talk',
  b1: 'B1 – gets by',
  b2: 'B2 – independent',
  c1: 'C1 – fluent at work',
  c2: 'C2 – near native',
  native: 'Native',
} as const

export type LanguageLevel = keyof typeof languageLevels

function isLanguageLevel(value: string): value is LanguageLevel {
  return Object.hasOwn(languageLevels, value)
}

export const languageLevelKeys: readonly LanguageLevel[] =
  Object.keys(languageLevels).filter(isLanguageLevel)

const codes =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'

type WordsOf<Text extends string, Words = never> = Text extends `${infer Word} ${infer Rest}`
  ? WordsOf<Rest, Words | Word>
  : Words | Text

export type LanguageCode = WordsOf<typeof codes>

/** ISO 639-1: each living language that has a code of two letters. */
export const languageCodes: readonly LanguageCode[] = codes.split(' ').filter(isLanguageCode)

/** The English name of a language: `de` is German. */
export const languageName = (code: string): string => languageNames.of(code) ?? code

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' })

function isLanguageCode(value: string): value is LanguageCode {
  return ` ${codes} `.includes(` ${value} `)
}

/** Whether a text is a month between 1930 and 2099, written 'YYYY-MM'. */
export const isCareerMonth = (text: string): boolean =>
  /^(19[3-9]\d|20\d{2})-(0[1-9]|1[0-2])$/.test(text)

/** Whether a number is a year between 1930 and 2099. */
export const isCareerYear = (year: number): boolean =>
  Number.isInteger(year) && year >= 1930 && year <= 2099

const isEmpty = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || value === ''

/** A month that somebody worked in; what is wrong with it, or true. */
export const judgeMonth = (value: unknown): string | true =>
  isEmpty(value) ||
  (typeof value === 'string' && isCareerMonth(value)) ||
  'Write the month as YYYY-MM, for example 2021-04.'

/** The end of something that began in `startedIn`: empty while it lasts, never before it began. */
export const judgeEndMonth = ({
  endedIn,
  startedIn,
}: {
  endedIn: unknown
  startedIn: unknown
}): string | true => {
  const judged = judgeMonth(endedIn)
  if (judged !== true || typeof endedIn !== 'string' || !endedIn) return judged
  return typeof startedIn === 'string' && isCareerMonth(startedIn) && endedIn < startedIn
    ? `It began in ${startedIn}, so it can not have ended before. Correct one of the two.`
    : true
}

/** A year; what is wrong with it, or true. */
export const judgeYear = (value: unknown): string | true =>
  isEmpty(value) ||
  (typeof value === 'number' && isCareerYear(value)) ||
  'Write the year with four digits, for example 2019.'

/** The last day of a time; empty while it is open, never before its first. */
export const judgeLastDay = ({ to, from }: { to: unknown; from: unknown }): string | true => {
  if (isEmpty(to)) return true
  if (typeof to !== 'string' || !isDay(to)) return 'Write the day as YYYY-MM-DD.'
  return typeof from === 'string' && isDay(from) && to < from
    ? `It begins on ${from}, so it can not end before. Correct one of the two.`
    : true
}

/** A whole number within bounds; what is wrong with it, or true. */
export const judgeWhole = ({
  value,
  from,
  to,
}: {
  value: unknown
  from: number
  to: number
}): string | true =>
  isEmpty(value) ||
  (Number.isInteger(value) && Number(value) >= from && Number(value) <= to) ||
  `A whole number from ${from} to ${to}.`

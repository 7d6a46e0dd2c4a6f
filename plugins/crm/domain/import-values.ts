import {
  isDay,
  normaliseEmail,
  parseScaled,
  type ImportField,
  type ImportValue,
} from '#plugins/kernel/domain'
import { countryCode } from './country-code'

export type DayOrder = 'dmy' | 'mdy'

export type ReadCell =
  | { kind: 'empty' }
  | { kind: 'value'; value: ImportValue }
  | { kind: 'problem'; message: string }

const empty = { kind: 'empty' } as const
const problem = (message: string): ReadCell => ({ kind: 'problem', message })
const value = (read: ImportValue): ReadCell => ({ kind: 'value', value: read })

/** Words that other systems write where there is nothing. */
const nothing = new Set(['', '-', '--', 'n/a', 'na', 'null', 'none', '(none)', '#n/a', 'undefined'])

/**
 * Reads a cell as its field wants it, or says what is wrong and what to do.
 *
 * @param dayOrder how `3/4/2024` is meant in this file
 */
export const readCell = ({
  field,
  cell,
  dayOrder,
}: {
  field: Pick<ImportField, 'type' | 'choices' | 'most'>
  cell: string
  dayOrder: DayOrder
}): ReadCell => {
  const text = cell.normalize('NFC').trim()
  if (nothing.has(text.toLowerCase())) return empty
  if (!text.isWellFormed()) return problem('This holds characters that cannot be stored.')
  switch (field.type) {
    case 'text':
      return short({ text: text.replaceAll(/\s+/g, ' '), most: field.most ?? 500 })
    case 'longText':
      return short({ text, most: field.most ?? 20_000 })
    case 'email':
      return readEmail(text)
    case 'phone':
      return short({ text: text.replace(/^'/, ''), most: 60 })
    case 'day': {
      const day = readDay({ text, dayOrder })
      return day ? value(day) : problem('Write the day as YYYY-MM-DD.')
    }
    case 'instant': {
      const instant = readInstant({ text, dayOrder })
      return instant ? value(instant) : problem('Write day and time as YYYY-MM-DD HH:MM.')
    }
    case 'number': {
      const number = readNumber(text)
      return number === null ? problem('Enter a number such as 12.5.') : value(Number(number))
    }
    case 'amount': {
      const number = readNumber(text.replaceAll(/[\p{Sc}]|[A-Z]{3}/gu, '').trim())
      if (number === null || parseScaled({ text: number, scale: 4 }) === null)
        return problem('Enter an amount such as 1,250.00.')
      return value(number)
    }
    case 'yesNo': {
      const read = readYesNo(text)
      return read === null ? problem('Write yes or no.') : value(read)
    }
    case 'list':
      return readList({ text, most: field.most ?? 100 })
    case 'choice':
      return readChoice({ text, choices: field.choices ?? {} })
    case 'country': {
      const code = countryCode(text)
      return code ? value(code) : problem('Write the country in two letters: GB, US.')
    }
    case 'webLink': {
      const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
      const isLink = address.length <= 2_000 && /^https?:\/\/[^\s/]+\.[^\s/]/i.test(address)
      return isLink ? value(address) : problem('Write a whole web address.')
    }
  }
}

const short = ({ text, most }: { text: string; most: number }): ReadCell =>
  text.length > most ? problem(`At most ${most} characters.`) : value(text)

/** Also as mail programs write it: `Jane Doe <jane@example.test>`; of several the first. */
const readEmail = (text: string): ReadCell => {
  const inner = /<([^<>]+)>/.exec(text)?.[1] ?? text
  const first = inner.split(/[;,\s]+/).find(Boolean) ?? ''
  return normaliseEmail(first.replace(/^mailto:/i, ''))
    ? value(first.replace(/^mailto:/i, ''))
    : problem('This is not a complete e-mail address.')
}

const readList = ({ text, most }: { text: string; most: number }): ReadCell => {
  const parts = /[;\n|]/.test(text) ? text.split(/[;\n|]/) : text.split(',')
  const entries: string[] = []
  const seen = new Set<string>()
  for (const part of parts) {
    const entry = part.trim().replaceAll(/\s+/g, ' ')
    if (entry === '' || seen.has(entry.toLowerCase())) continue
    seen.add(entry.toLowerCase())
    entries.push(entry)
  }
  if (entries.length > most) return problem(`At most ${most} entries.`)
  if (entries.some((entry) => entry.length > 200))
    return problem('Separate the entries by commas or semicolons.')
  return entries.length > 0 ? value(entries) : empty
}

const readChoice = ({
  text,
  choices,
}: {
  text: string
  choices: Readonly<Record<string, readonly string[]>>
}): ReadCell => {
  const said = plainWords(text)
  for (const [choice, words] of Object.entries(choices))
    if (plainWords(choice) === said || words.some((word) => plainWords(word) === said))
      return value(choice)
  return problem(`Choose from: ${Object.keys(choices).join(', ')}.`)
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'oui', 'si', 'sim', 'on', 'wahr'])
const no = new Set(['no', 'n', 'false', '0', 'nein', 'non', 'nao', 'nee', 'off', 'falsch'])

const readYesNo = (text: string): boolean | null => {
  const said = plainWords(text)
  return yes.has(said) ? true : no.has(said) ? false : null
}

/**
 * A decimal text of a number in any usual writing: `1,250.00`, `1.250,00`, `1 250,5`. A single sign
 * before exactly three digits groups thousands.
 */
export const readNumber = (text: string): string | null => {
  const bare = text.replaceAll(/[\s'\u00A0\u202F]/g, '')
  const match = /^([+-]?)([\d.,]+)$/.exec(bare)
  if (!match) return null
  const [, sign = '', digits = ''] = match
  const marks = digits.replaceAll(/\d/g, '')
  const parts = digits.split(/[.,]/)
  const [whole = ''] = parts
  const isDecimal =
    marks.length === 1
      ? parts[1]?.length !== 3 || /^0?$/.test(whole)
      : marks.length > 1 && marks.at(-1) !== marks[0]
  const groups = isDecimal ? parts.slice(1, -1) : parts.slice(1)
  const groupMarks = isDecimal ? marks.slice(0, -1) : marks
  if (groups.some((group) => group.length !== 3) || new Set(groupMarks).size > 1) return null
  const plain = `${whole}${groups.join('')}${isDecimal ? `.${parts.at(-1)}` : ''}`
  if (!/^\d+(\.\d+)?$/.test(plain) || plain.length > 20) return null
  return `${sign === '-' ? '-' : ''}${plain}`
}

const months: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janvier', 'enero', 'gennaio'],
  ['feb', 'february', 'februar', 'fevrier', 'febrero', 'febbraio'],
  ['mar', 'march', 'marz', 'maerz', 'mars', 'marzo', 'mrz'],
  ['apr', 'april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giugno'],
  ['jul', 'july', 'juli', 'juillet', 'julio', 'luglio'],
  ['aug', 'august', 'aout', 'agosto', 'augustus'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'settembre'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ottobre'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'december', 'dez', 'dezember', 'decembre', 'diciembre', 'dicembre'],
]

/** A day in any usual writing as `YYYY-MM-DD`; null when it is none. A time behind it is left out. */
export const readDay = ({
  text,
  dayOrder,
}: {
  text: string
  dayOrder: DayOrder
}): string | null => {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T ,])/.exec(text)
  if (iso) return dayFrom({ year: iso[1], month: iso[2], day: iso[3] })
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return dayFrom({ year: compact[1], month: compact[2], day: compact[3] })
  const figures = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?:$|[T ,])/.exec(text)
  if (figures) {
    const [, first, mark, second, year] = figures
    // Where days are written with dots, they come first.
    const isDayFirst = mark === '.' || dayOrder === 'dmy' || Number(first) > 12
    return isDayFirst && Number(second) <= 12
      ? dayFrom({ year, month: second, day: first })
      : dayFrom({ year, month: first, day: second })
  }
  const named =
    /^(\d{1,2})[.\s-]+(?:de\s+)?(\p{L}+)\.?[\s,-]+(?:de\s+)?(\d{4}|\d{2})\b/u.exec(text) ??
    reordered(/^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/u.exec(text))
  if (!named) return null
  const said = plainWords(named[2] ?? '')
  const month = months.findIndex((names) => names.includes(said)) + 1
  return month > 0 ? dayFrom({ year: named[3], month: String(month), day: named[1] }) : null
}

const reordered = (match: RegExpExecArray | null): readonly (string | undefined)[] | null =>
  match && [match[0], match[2], match[1], match[3]]

const dayFrom = ({
  year = '',
  month = '',
  day = '',
}: {
  year?: string | undefined
  month?: string | undefined
  day?: string | undefined
}): string | null => {
  // Two figures: until 2049 they are of this century, as spreadsheets take them.
  const whole = year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year
  const text = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

/** A moment as ISO in UTC; without a time of day it is noon, so that it is that day in most zones. */
export const readInstant = ({
  text,
  dayOrder,
}: {
  text: string
  dayOrder: DayOrder
}): string | null => {
  const day = readDay({ text, dayOrder })
  if (!day) return null
  const time =
    /[T\s,](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text,
    )
  if (!time) return `${day}T12:00:00.000Z`
  const [, hours = '', minutes = '', seconds = '00', half, offset] = time
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null
  const zone = !offset || /^z$/i.test(offset) ? 'Z' : offset.replace(/^(...)(\d\d)$/, '$1:$2')
  const at = new Date(`${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}.000${zone}`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/**
 * Whether `3/4/2024` is the third of April or the fourth of March in these cells: the first cell that
 * leaves no doubt decides, else what is usual in the agency.
 */
export const dayOrderOf = ({
  cells,
  usual,
}: {
  cells: Iterable<string>
  usual: DayOrder
}): DayOrder => {
  for (const cell of cells) {
    const figures = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}\b/.exec(cell)
    if (!figures) continue
    if (Number(figures[1]) > 12) return 'dmy'
    if (Number(figures[2]) > 12) return 'mdy'
  }
  return usual
}

/** Written differently, the same: case, accents and signs do not count. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

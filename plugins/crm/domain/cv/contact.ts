import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

import { normaliseEmail } from '#plugins/kernel/domain'
import { plain, pieceOf, piecesOf, wordsIn, type Found, type Line } from './lines'
import { headingIn, type Section } from './sections'

/** How many of the first lines can hold a name, an address, a phone number. */
const headLines = 25

/** Lines about the person themselves: above the first heading, under “Contact”, and those that say what they hold. */
const contactLines = (sections: readonly Section[]): Line[] => [
  ...sections
    .filter(({ kind }) => kind === 'head' || kind === 'contact')
    .flatMap(({ lines }) => lines.slice(0, headLines)),
  ...sections.filter(({ kind }) => kind === 'summary').flatMap(({ lines }) => lines.slice(0, 3)),
]

const isLocal = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}._%+-]/u.test(sign)
const isHost = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}.-]/u.test(sign)

/** The first complete e-mail address, from the person's own lines before any other; not a referee's. */
export const emailIn = (sections: readonly Section[]): Found<string> | null => {
  for (const { lines, confidence } of [
    { lines: contactLines(sections), confidence: 0.98 },
    {
      lines: sections
        .filter(({ kind }) => kind !== 'references')
        .flatMap((section) => section.lines),
      confidence: 0.8,
    },
  ])
    for (const line of lines) {
      const found = emailOf(line)
      if (found) return { ...found, confidence }
    }
  return null
}

const emailOf = (line: Line): Omit<Found<string>, 'confidence'> | null => {
  const { text } = line
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at
    while (from > 0 && at - from < 64 && isLocal(text[from - 1])) from -= 1
    let to = at + 1
    while (to < text.length && to - at < 190 && isHost(text[to])) to += 1
    while (/[.-]/.test(text[to - 1] ?? '')) to -= 1
    while (from < at && /[.-]/.test(text[from] ?? '')) from += 1
    const value = text.slice(from, to)
    if (from < at && normaliseEmail(value))
      return { value, start: line.start + from, end: line.start + to }
  }
  return null
}

const phonePattern = /(?:\+|\(|\d)[\d\s()./\u2010-\u2013-]{6,24}\d/g

/**
 * The first phone number, written in full or as numbers of the country are. Years and dates are none.
 *
 * @param country where a number without a country code belongs
 */
export const phoneIn = ({
  sections,
  country,
}: {
  sections: readonly Section[]
  country: string
}): Found<string> | null => {
  let tried = 0
  for (const line of contactLines(sections)) {
    const isLabelled = /(?:tel|phone|mobil|cell|handy|fon|telefon|mob)\b|☎|📞|✆/iu.test(
      line.text.slice(0, 200),
    )
    for (const match of line.text.slice(0, 400).matchAll(phonePattern)) {
      tried += 1
      if (tried > 60) return null
      const value = match[0].trim()
      if (isDates(value)) continue
      const number = phoneOf({ value, country })
      if (!number) continue
      const start = line.start + match.index
      return {
        value,
        start,
        end: start + value.length,
        confidence: isLabelled || value.startsWith('+') ? 0.95 : 0.8,
      }
    }
  }
  return null
}

const isDates = (value: string): boolean =>
  (value.match(/(?<!\d)(?:19[3-9]\d|20\d\d)(?!\d)/g) ?? []).length > 0 && !/^[+(0]/.test(value)

const phoneOf = ({ value, country }: { value: string; country: string }): boolean => {
  const digits = value.replaceAll(/\D/g, '')
  if (digits.length < 7 || digits.length > 15) return false
  const isPlainNumber =
    !/^[+(0]/.test(value) &&
    !/^1?[\s.-]?\d{3}[\s.-]\d{3}[\s.-]\d{4}$/.test(value) &&
    digits.length < 10
  if (isPlainNumber) return false
  const parsed = parsePhoneNumberFromString(
    value,
    isCountryCode(country) ? { defaultCountry: country } : undefined,
  )
  return parsed?.isPossible() ?? false
}

type CountryCode = NonNullable<
  Exclude<NonNullable<Parameters<typeof parsePhoneNumberFromString>[1]>, string>['defaultCountry']
>
const isCountryCode = (value: string): value is CountryCode => /^[A-Z]{2}$/.test(value)

const linkPattern =
  /(?:https?:\/\/|www\.)[^\s<>()"“”|,;]{4,300}|(?:[a-z]{2,3}\.)?linkedin\.com\/[^\s<>()"“”|,;]{2,200}|(?:github|gitlab|xing|stackoverflow|behance)\.com\/[^\s<>()"“”|,;]{2,200}/gi

/** Pages of the person: LinkedIn and its like first. */
export const linksIn = (sections: readonly Section[]): Found<string>[] => {
  const links: Found<string>[] = []
  for (const line of contactLines(sections))
    for (const match of line.text.slice(0, 1_000).matchAll(linkPattern)) {
      const value = match[0].replace(/(?<![.:!?'’])[.:!?'’]+$/, '')
      if (links.length === 10 || links.some((link) => link.value === value)) continue
      const start = line.start + match.index
      links.push({ value, start, end: start + value.length, confidence: 0.9 })
    }
  const isProfile = ({ value }: Found<string>) => (/linkedin\.com|xing\.com/i.test(value) ? 0 : 1)
  return links.sort((one, other) => isProfile(one) - isProfile(other))
}

const notNames = new Set(
  (
    'curriculum vitae resume cv lebenslauf bewerbung profile profil page seite confidential email e-mail phone tel mobile ' +
    'address adresse street road avenue strasse linkedin www http https nationality date birth born contact summary ' +
    'engineer nurse manager assistant receptionist operator developer consultant driver administrator officer analyst ' +
    'specialist technician supervisor director worker associate coordinator designer accountant teacher clerk ' +
    'ingenieur ingenieurin krankenschwester pflegefachkraft entwickler leiter leiterin kaufmann kauffrau fahrer ' +
    'experience experienced registered senior junior software mechanical warehouse forklift medical project ' +
    'limited ltd gmbh inc university hospital college london york berlin'
  ).split(' '),
)
const honorific = /^(?:mr|mrs|ms|miss|mx|dr|prof|herr|frau|sir|dame|mag|ing|dipl)\.?$/i
const suffix =
  /^(?:jr|sr|ii|iii|iv|rn|bsn|msn|np|md|phd|mba|bsc|msc|ba|ma|pe|cpa|lpn|cna|mrcs|rgn|pmp|esq)\.?$/i
const particle =
  /^(?:de|da|do|dos|das|del|della|di|van|von|der|den|ter|ten|la|le|el|al|bin|ibn|ben|ní|ni|mc|mac|ó|o|ap|st|zu|y|af|av)$/i

/** First and last name: a line of two to five capitalised words near the top, better when the e-mail tells the same. */
export const nameIn = ({
  sections,
  email,
}: {
  sections: readonly Section[]
  email: string | null
}): { firstName: Found<string>; lastName: Found<string> } | null => {
  const near = contactLines(sections).slice(0, headLines)
  // In two columns the name may stand behind what the narrow one holds.
  const far = sections
    .filter(({ kind }) => kind === 'skills' || kind === 'languages' || kind === 'other')
    .flatMap((section) => section.lines)
    .slice(0, 200)
  const local = plain(email?.split('@')[0] ?? '').replaceAll(/[^a-z]/g, '')
  let best: { words: Line[]; score: number } | null = null
  for (const [at, line] of [...near, ...far].entries()) {
    const candidate = nameWords(line)
    if (!candidate) continue
    const { words, isLabelled } = candidate
    const told = words.filter(({ text }) => {
      const bare = plain(text).replaceAll(/[^a-z]/g, '')
      return bare.length > 1 && local.includes(bare)
    }).length
    if (at >= near.length && told === 0) continue
    const score = (isLabelled ? 0.95 : Math.max(0.4, 0.75 - at * 0.04)) + told * 0.1
    if (!best || score > best.score) best = { words, score }
  }
  return best
    ? splitName({ words: best.words, confidence: Math.max(0.3, Math.min(0.99, best.score)) })
    : null
}

/** The words of a name in their order, first name first; null when the line is something else. */
const nameWords = (line: Line): { words: Line[]; isLabelled: boolean } | null => {
  const label = /^(?:name|full name|vor- und nachname|nom|nombre|imię i nazwisko)\s*:\s*/i.exec(
    line.text.slice(0, 60),
  )
  const rest = pieceOf({ line, from: label?.[0].length ?? 0, to: line.text.length })
  // Behind a bar, a dash or a wide gap comes the profession or the address.
  const [piece] = piecesOf({ line: rest, between: /\s+[-–—|·•]\s+|\s{3,}|\s*\|\s*|\t/g })
  if (!piece || piece.text.length > 60 || /[\d@:/]/.test(piece.text) || headingIn(piece))
    return null
  const [front, behind, ...more] = piecesOf({ line: piece, between: /,/g })
  if (!front) return null
  const frontWords = cleaned(front)
  const behindWords = behind ? cleaned(behind) : []
  const isReversed = behindWords.length > 0 && more.length === 0 && frontWords.length <= 2
  const words = isReversed ? [...behindWords, ...frontWords] : frontWords
  if (words.length < 2 || words.length > 6) return null
  if (words.some(({ text }) => notNames.has(plain(text)))) return null
  const isName = words.every(
    ({ text }) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(text) || particle.test(text),
  )
  const isFirstUpper =
    /^\p{Lu}/u.test(words[0]?.text ?? '') && /^\p{Lu}/u.test(words.at(-1)?.text ?? '')
  return isName && isFirstUpper ? { words, isLabelled: Boolean(label) } : null
}

const cleaned = (line: Line): Line[] => {
  const words: Line[] = []
  for (const match of line.text.matchAll(/[^\s()]+/g)) {
    const word = pieceOf({ line, from: match.index, to: match.index + match[0].length })
    if (word.text && !honorific.test(word.text) && !suffix.test(word.text)) words.push(word)
  }
  return words
}

const splitName = ({ words, confidence }: { words: readonly Line[]; confidence: number }) => {
  const at = words.findIndex(
    ({ text }, place) => place > 0 && place < words.length - 1 && particle.test(text),
  )
  const cut = at === -1 ? words.length - 1 : at
  const isShouted = words.every(({ text }) => text === text.toUpperCase())
  const joined = (given: readonly Line[]): Found<string> => ({
    value: given.map(({ text }) => (isShouted ? capitalised(text) : text)).join(' '),
    start: Math.min(...given.map(({ start }) => start)),
    end: Math.max(...given.map(({ end }) => end)),
    confidence,
  })
  return { firstName: joined(words.slice(0, cut)), lastName: joined(words.slice(cut)) }
}

/** MÁIRE NÍ DHOMHNAILL, O’BRIEN, ANNE-MARIE → as they are written otherwise. */
const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(
      /(^|[-'’])(\p{L})/gu,
      (_, edge: string, letter: string) => edge + letter.toUpperCase(),
    )

/** What they call themselves below their name: “Registered nurse, 9 years”. */
export const headlineIn = ({
  sections,
  after,
}: {
  sections: readonly Section[]
  /** Where the name stands. */
  after: number
}): Found<string> | null => {
  const head = sections
    .filter(({ kind }) => ['head', 'skills', 'languages', 'contact', 'other'].includes(kind))
    .flatMap(({ lines }) => lines)
    .filter(({ start }) => start >= after)
    .slice(0, 6)
  const line = head.find(
    ({ text }) =>
      text.length >= 4 &&
      text.length <= 110 &&
      !/@|https?:|www\.|\+\d|\(\d{3}\)|\d{4,}|linkedin/i.test(text) &&
      !/^(?:address|adresse|phone|tel|mobile|e-?mail|date of birth|geboren|nationality|name|born)\b/i.test(
        text,
      ) &&
      wordsIn(text).some((word) => jobWord.test(plain(word))),
  )
  return line ? { value: line.text, start: line.start, end: line.end, confidence: 0.75 } : null
}

/** Words that jobs are called by. */
export const jobWord =
  /^(?:\w*(?:engineer|nurse|manager|assistant|receptionist|operator|developer|consultant|driver|administrator|officer|analyst|specialist|technician|supervisor|director|worker|associate|coordinator|designer|accountant|teacher|clerk|carer|chef|cook|cleaner|porter|electrician|plumber|welder|fitter|mechanic|picker|packer|handler|architect|scientist|trainee|apprentice|intern|secretary|bookkeeper|recruiter|advisor|adviser|representative|executive|lead|leader|head|owner|founder|midwife|paramedic|physician|doctor|therapist|pharmacist|programmer|tester|buyer|planner|inspector|labourer|laborer|loader|guard|waiter|waitress|bartender|barista|host|agent|controller|partner|president|principal|nanny|tutor|lecturer|researcher|editor|writer|journalist|translator|interpreter|lawyer|solicitor|paralegal|auditor|ingenieur|ingenieurin|krankenschwester|krankenpfleger|pfleger|pflegerin|pflegefachkraft|pflegefachfrau|leiter|leiterin|mitarbeiter|mitarbeiterin|sachbearbeiter|sachbearbeiterin|kaufmann|kauffrau|entwickler|entwicklerin|fahrer|fahrerin|helfer|helferin|berater|beraterin|techniker|technikerin|mechaniker|elektroniker|schlosser|lagerist|staplerfahrer|assistent|assistentin|verkaufer|verkauferin|praktikant|praktikantin|werkstudent|buchhalter|buchhalterin|geschaftsfuhrer|meister|auszubildender|auszubildende))s?$/

const ukPostcode = /\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b/
const usPlace =
  /(\p{Lu}[\p{L}\p{M} .'’-]{1,40}),? +([A-Z]{2})(?:[ ,]+(\d{5})(?:-\d{4})?)?(?![\p{L}\d])/u
const continentalPlace =
  /(?:\b(D|A|CH|F|PL|ES|DE|AT|FR)[- ])?(?<!\d)(\d{5}|\d{4}|\d{2}-\d{3})[ ,]+(\p{Lu}[\p{L}\p{M}.'’-]{1,30}(?: (?:\p{Lu}|am |an |der |im |bei )[\p{L}\p{M}.'’-]{0,30}){0,3})/u
const states = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR'.split(
    ' ',
  ),
)
const countryWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:united kingdom|great britain|england|scotland|wales|northern ireland|uk|u\.k\.)\b/i, 'GB'],
  [/\b(?:united states(?: of america)?|usa|u\.s\.a\.)\b/i, 'US'],
  [/\b(?:germany|deutschland)\b/i, 'DE'],
  [/\b(?:austria|österreich)\b/i, 'AT'],
  [/\b(?:switzerland|schweiz|suisse)\b/i, 'CH'],
  [/\b(?:france)\b/i, 'FR'],
  [/\b(?:ireland|éire)\b/i, 'IE'],
  [/\b(?:poland|polska)\b/i, 'PL'],
  [/\b(?:spain|españa)\b/i, 'ES'],
  [/\b(?:canada)\b/i, 'CA'],
  [/\b(?:australia)\b/i, 'AU'],
  [/\b(?:netherlands|nederland)\b/i, 'NL'],
  [/\b(?:india)\b/i, 'IN'],
]

export type Place = {
  city: Found<string> | null
  region: Found<string> | null
  postcode: Found<string> | null
  country: Found<string> | null
}

/** Where they live: town, state and postcode as addresses of the US, the UK and the continent are written. */
export const placeIn = ({
  sections,
  country,
}: {
  sections: readonly Section[]
  country: string | null
}): Place => {
  const lines = contactLines(sections)
  const named = countryIn(lines)
  const none: Place = { city: null, region: null, postcode: null, country: named }
  for (const line of lines) {
    const found = placeOf({ line, country: named?.value ?? country })
    if (found) return { ...none, ...found, country: named ?? found.country }
  }
  return none
}

const countryIn = (lines: readonly Line[]): Found<string> | null => {
  for (const line of lines)
    for (const [pattern, value] of countryWords) {
      const match = pattern.exec(line.text.slice(0, 300))
      if (match && line.text.length < 160)
        return {
          value,
          start: line.start + match.index,
          end: line.start + match.index + match[0].length,
          confidence: 0.85,
        }
    }
  return null
}

const placeOf = ({ line, country }: { line: Line; country: string | null }): Place | null => {
  const text = line.text.slice(0, 300)
  const at = ({
    value,
    from,
    confidence,
  }: {
    value: string
    from: number
    confidence: number
  }): Found<string> => ({
    value: value.trim(),
    start: line.start + from,
    end: line.start + from + value.trimEnd().length,
    confidence,
  })
  const british = ukPostcode.exec(text)
  if (british && country !== 'US') {
    const before = pieceOf({ line: { ...line, text }, from: 0, to: british.index })
    const pieces = piecesOf({ line: before, between: /[,|·•]|\s[-–—]\s/g })
    const city = pieces.findLast((piece) => /^\p{Lu}[\p{L}\p{M} .'’-]{1,40}$/u.test(piece.text))
    return {
      city: city ? { value: city.text, start: city.start, end: city.end, confidence: 0.8 } : null,
      region: null,
      postcode: at({ value: british[0], from: british.index, confidence: 0.95 }),
      country: { ...at({ value: british[0], from: british.index, confidence: 0.8 }), value: 'GB' },
    }
  }
  const american = usPlace.exec(text)
  if (
    american &&
    states.has(american[2] ?? '') &&
    (american[3] || country === 'US' || country === null)
  ) {
    const [whole, rawCity = '', state = '', zip] = american
    // Behind a street and a comma only the last part is the town.
    const comma = rawCity.lastIndexOf(', ')
    const cut = comma === -1 ? 0 : comma + 2
    const city = rawCity.slice(cut)
    const stateAt = american.index + whole.indexOf(state, rawCity.length)
    return {
      city: at({ value: city, from: american.index + cut, confidence: 0.9 }),
      region: at({ value: state, from: stateAt, confidence: 0.9 }),
      postcode: zip
        ? at({ value: zip, from: american.index + whole.lastIndexOf(zip), confidence: 0.95 })
        : null,
      country: { ...at({ value: state, from: stateAt, confidence: 0.8 }), value: 'US' },
    }
  }
  const continental = continentalPlace.exec(text)
  if (continental && country !== 'US' && country !== 'GB') {
    const [whole, code, postcode = '', city = ''] = continental
    const guess = code
      ? letterCountries[code]
      : /^\d{5}$/.test(postcode)
        ? 'DE'
        : /-/.test(postcode)
          ? 'PL'
          : null
    const value = country ?? guess
    return {
      city: at({ value: city, from: continental.index + whole.lastIndexOf(city), confidence: 0.8 }),
      region: null,
      postcode: at({
        value: postcode,
        from: continental.index + whole.indexOf(postcode),
        confidence: 0.85,
      }),
      country: value
        ? {
            ...at({
              value: postcode,
              from: continental.index + whole.indexOf(postcode),
              confidence: 0.5,
            }),
            value,
          }
        : null,
    }
  }
  return null
}

const letterCountries: Readonly<Record<string, string>> = {
  D: 'DE',
  DE: 'DE',
  A: 'AT',
  AT: 'AT',
  CH: 'CH',
  F: 'FR',
  FR: 'FR',
  PL: 'PL',
  ES: 'ES',
}

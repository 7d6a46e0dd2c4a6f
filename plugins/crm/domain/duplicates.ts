import { normaliseEmail } from '#plugins/kernel/domain'

/** What tells whether two candidates are one person; e-mail, phone and profile page are unique already. */
export type PersonTraits = {
  firstName: string
  lastName: string
  postcode: string | null
  city: string | null
  email: string | null
  employers: readonly string[]
  schools: readonly string[]
}

/** In the order in which they are told. */
export const duplicateReasons = {
  'same-name': 'the same name',
  'swapped-name': 'the same name the other way round',
  'similar-name': 'names that differ by a slip of the pen',
  'initial-name': 'the same last name and initial',
  'same-postcode': 'the same postcode',
  'same-employer': 'the same employer',
  'same-mailbox': 'the same name before the @ of the e-mail',
  'same-town': 'the same town',
  'same-school': 'the same school',
} as const

export type DuplicateReason = keyof typeof duplicateReasons

export type Likeness = { score: number; reasons: DuplicateReason[] }

const points: Readonly<Record<DuplicateReason, number>> = {
  'same-name': 50,
  'swapped-name': 48,
  'similar-name': 40,
  'initial-name': 25,
  'same-postcode': 30,
  'same-employer': 25,
  'same-mailbox': 20,
  'same-town': 10,
  'same-school': 10,
}

const leastScore = 65

/**
 * How likely two candidates are one person, of 100; null when it is not worth a look. Names have to agree
 * (typing mistakes and accents forgiven) and something else with them.
 */
export const likenessOf = (one: PersonTraits, other: PersonTraits): Likeness | null => {
  const name = nameLikeness(one, other)
  if (!name) return null
  const reasons: DuplicateReason[] = [name]
  if (both(one.postcode, other.postcode, foldPostcode)) reasons.push('same-postcode')
  if (anyAlike(one.employers.map(foldCompany), other.employers.map(foldCompany)))
    reasons.push('same-employer')
  if (both(one.email, other.email, mailboxOf)) reasons.push('same-mailbox')
  if (both(one.city, other.city, foldWords)) reasons.push('same-town')
  if (anyAlike(one.schools.map(foldWords), other.schools.map(foldWords)))
    reasons.push('same-school')
  const score = Math.min(
    99,
    reasons.reduce((sum, reason) => sum + points[reason], 0),
  )
  return score >= leastScore ? { score, reasons } : null
}

/** How sure the figure is, in words. */
export const likelihoodOf = (score: number): { text: string; tone: 'bad' | 'warn' | 'info' } => {
  if (score >= 90) return { text: 'Very likely', tone: 'bad' }
  if (score >= 75) return { text: 'Likely', tone: 'warn' }
  return { text: 'Possible', tone: 'info' }
}

/** “The same name and the same postcode”: why a pair is suggested. */
export const explainLikeness = (reasons: readonly string[]): string => {
  const told = Object.entries(duplicateReasons).flatMap(([reason, text]) =>
    reasons.includes(reason) ? [text] : [],
  )
  const last = told.pop()
  if (!last) return ''
  const sentence = told.length === 0 ? last : `${told.join(', ')} and ${last}`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/**
 * Under which words a candidate stands, so that only people who share one are compared: the sound of
 * first or last name with a postcode or an employer, and of both with the town.
 */
export const duplicateKeys = (person: PersonTraits): string[] => {
  const sounds = [
    ...new Set(
      [...tokensOf(person.firstName), ...tokensOf(person.lastName)].map(soundOf).filter(Boolean),
    ),
  ].sort()
  if (sounds.length === 0) return []
  const postcode = person.postcode ? foldPostcode(person.postcode) : ''
  const town = person.city ? foldWords(person.city) : ''
  const places = [
    ...(postcode ? [`p:${postcode}`] : []),
    ...new Set(
      person.employers
        .map((employer) => soundOf(foldCompany(employer).replaceAll(' ', '')))
        .filter(Boolean)
        .map((employer) => `e:${employer}`),
    ),
  ]
  return [
    ...sounds.flatMap((sound) => places.map((place) => `${sound}|${place}`)),
    ...(town ? [`${sounds.join(' ')}|t:${town}`] : []),
  ].map((key) => key.slice(0, 120))
}

const nameLikeness = (one: PersonTraits, other: PersonTraits): DuplicateReason | null => {
  const [first, last] = [tokensOf(one.firstName), tokensOf(one.lastName)]
  const [otherFirst, otherLast] = [tokensOf(other.firstName), tokensOf(other.lastName)]
  if (first.length + last.length < 2 || otherFirst.length + otherLast.length < 2) return null
  const [firsts, lasts] = [first.join(' '), last.join(' ')]
  const [otherFirsts, otherLasts] = [otherFirst.join(' '), otherLast.join(' ')]
  if (firsts === otherFirsts && lasts === otherLasts) return 'same-name'
  if (`${firsts} ${lasts}` === `${otherFirsts} ${otherLasts}`) return 'same-name'
  if (firsts === otherLasts && lasts === otherFirsts) return 'swapped-name'
  if (isSlipOf(lasts, otherLasts) && isSameFirst(first, otherFirst)) return 'similar-name'
  if (lasts === otherLasts && isInitialOf(firsts, otherFirsts)) return 'initial-name'
  return null
}

/** “Jan Piotr” is “Jan”: a further first name is often left out. */
const isSameFirst = (one: readonly string[], other: readonly string[]): boolean => {
  const [first = '', otherFirst = ''] = [one[0], other[0]]
  return (
    isSlipOf(one.join(' '), other.join(' ')) || (first.length > 1 && isSlipOf(first, otherFirst))
  )
}

const isInitialOf = (one: string, other: string): boolean =>
  (one.length === 1 || other.length === 1) && one.charAt(0) === other.charAt(0)

/** Equal but for as many slips as a word of this length may have; the first letter is seldom wrong. */
const isSlipOf = (one: string, other: string): boolean => {
  if (one === other) return one !== ''
  const length = Math.min(one.length, other.length)
  const most = length < 4 ? 0 : length < 8 ? 1 : 2
  return most > 0 && one.charAt(0) === other.charAt(0) && slipsBetween(one, other, most) <= most
}

/** Letters left out, put in, changed or swapped with the next one (optimal string alignment). */
const slipsBetween = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      next.push(least)
    }
    before = last
    last = next
  }
  return last[other.length] ?? most + 1
}

const both = (
  one: string | null,
  other: string | null,
  fold: (text: string) => string,
): boolean => {
  const [left, right] = [one ? fold(one) : '', other ? fold(other) : '']
  return left !== '' && left === right
}

const anyAlike = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((left) => left !== '' && other.some((right) => isSlipOf(left, right)))

const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'a',
  œ: 'o',
  ı: 'i',
}

/** Lower case without accents; Müller, Mueller and Muller are one. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[ßøłđðþæœı]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([aou])e/g, '$1')

const tokensOf = (text: string): string[] =>
  fold(text)
    .replaceAll(/['’`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** As words, whatever their case, accents and full stops. */
export const foldWords = (text: string): string => tokensOf(text).join(' ')

const foldPostcode = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .trim()

const companyForms = new Set(
  'inc llc llp ltd limited gmbh ag kg se plc corp corporation co company sa sas sarl srl spa bv nv ab as oy sp zoo the and und et y'.split(
    ' ',
  ),
)

/** A firm by its own name: full stops, accents and legal forms do not count. */
export const foldCompany = (text: string): string =>
  tokensOf(text)
    .filter((token) => !companyForms.has(token))
    .join(' ')

/** A mailbox that names nobody (info, jobs) tells nothing; short ones tell little. */
const mailboxOf = (email: string): string => {
  const [mailbox = ''] = (normaliseEmail(email) ?? '').split('@')
  const bare = mailbox.replace(/\+.*$/, '').replaceAll(/[._-]/g, '')
  return bare.length >= 5 ? bare : ''
}

/** A word without its vowels behind the first letter and with letters that sound alike made one. */
const soundOf = (word: string): string => {
  const alike = word
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll('ch', 'k')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('z', 's')
    .replaceAll('w', 'v')
    .replaceAll('y', 'i')
  return (alike.charAt(0) + alike.slice(1).replaceAll(/[aeiouh]/g, '')).replaceAll(/(.)\1+/gu, '$1')
}

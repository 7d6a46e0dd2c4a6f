import { addDays, isDay } from '#plugins/kernel/domain'

/** What tells whether two wishes for staff are one. */
export type ComparedRequest = {
  clientId: string | null
  company: string
  email: string
  jobTitle: string
  startsOn: string | null
  endsOn: string | null
}

/**
 * Whether two open requests are likely one wish: of the same client, company or house (by the domain of
 * the e-mail), for a similar role, at a time that overlaps. Without a start it may be the same time.
 */
export const isLikeRequest = ({
  one,
  other,
}: {
  one: ComparedRequest
  other: ComparedRequest
}): boolean =>
  isSameHouse({ one, other }) &&
  isSimilarRole({ one: one.jobTitle, other: other.jobTitle }) &&
  isOverlapping({ one, other })

/** Addresses of everybody: the same one says nothing about where somebody works. */
const commonDomains: ReadonlySet<string> = new Set([
  'aol.com',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mail.com',
  'me.com',
  'msn.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'web.de',
  'yahoo.co.uk',
  'yahoo.com',
])

const isSameHouse = ({ one, other }: { one: ComparedRequest; other: ComparedRequest }): boolean => {
  if (one.clientId && other.clientId) return one.clientId === other.clientId
  if (one.email.trim().toLowerCase() === other.email.trim().toLowerCase()) return true
  const domain = domainOf(one.email)
  if (domain && domain === domainOf(other.email) && !commonDomains.has(domain)) return true
  const company = wordsOf(one.company).join(' ')
  return company !== '' && company === wordsOf(other.company).join(' ')
}

const domainOf = (email: string): string => email.trim().toLowerCase().split('@').at(-1) ?? ''

/** More than half of the words of the shorter title stand in the longer one. */
const isSimilarRole = ({ one, other }: { one: string; other: string }): boolean => {
  const [shorter = [], longer = []] = [wordsOf(one), wordsOf(other)].sort(
    (a, b) => a.length - b.length,
  )
  if (shorter.length === 0) return false
  const common = shorter.filter((word) => longer.includes(word)).length
  return common * 2 > shorter.length
}

/** Without accents, case, signs and the plural’s s: `Night-Nurses` is `night nurse`. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))

/** A request without an end is for a month from its start; two weeks apart is still one time. */
const isOverlapping = ({
  one,
  other,
}: {
  one: ComparedRequest
  other: ComparedRequest
}): boolean => {
  const first = spanOf(one)
  const second = spanOf(other)
  if (!first || !second) return true
  return first.from <= second.until && second.from <= first.until
}

const tolerance = 7

const spanOf = ({ startsOn, endsOn }: ComparedRequest): { from: string; until: string } | null => {
  if (!startsOn || !isDay(startsOn)) return null
  const until =
    endsOn && isDay(endsOn) && endsOn >= startsOn ? endsOn : addDays({ day: startsOn, days: 30 })
  return {
    from: addDays({ day: startsOn, days: -tolerance }),
    until: isDay(until) ? addDays({ day: until, days: tolerance }) : until,
  }
}

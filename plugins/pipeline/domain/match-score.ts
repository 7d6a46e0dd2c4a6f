/** What an order asks of a candidate. Days are `YYYY-MM-DD`, rates 1/10,000 of the unit per hour. */
export type MatchWish = {
  mustHaves: readonly string[]
  niceToHaves: readonly string[]
  startsOn: string | null
  /** Of temporary and contract work; null where none is said or the reader may not see it. */
  payRateE4: number | null
  currency: string | null
  hasPlace: boolean
}

/** What is known of a candidate; null is unknown. */
export type MatchFacts = {
  /** Which of the wishes they have, folded as the search folds words. */
  has: readonly string[]
  /** Years by wish, where they are known. */
  years: Readonly<Record<string, number>>
  availableOn: string | null
  isFreeAtStart: boolean | null
  payRateE4: number | null
  currency: string | null
  km: number | null
}

export type MatchPart = {
  key: 'must' | 'nice' | 'availability' | 'pay' | 'distance'
  label: string
  /** Of `most`, both whole. */
  points: number
  most: number
  why: string
}

type MatchScore = { score: number; parts: readonly MatchPart[] }

/** How much each part weighs; parts that the order says nothing of are left out and the others grow. */
const weights = { must: 50, nice: 15, availability: 15, distance: 12, pay: 8 } as const

/** Years from which on experience counts in full. */
const fullYears = 5
/** From here on somebody is no longer near. */
const farKm = 100
/** So many days after the start nobody waits. */
const lateDays = 60

/**
 * How well a candidate fits an order, 0 to 100, with each part in words. What is unknown earns nothing,
 * and says so: a recruiter asks, and does not guess.
 */
export const scoreMatch = ({ wish, facts }: { wish: MatchWish; facts: MatchFacts }): MatchScore => {
  const shares = [
    ...(wish.mustHaves.length > 0 ? [mustPart({ wish, facts })] : []),
    ...(wish.niceToHaves.length > 0 ? [nicePart({ wish, facts })] : []),
    availabilityPart({ wish, facts }),
    ...(wish.hasPlace ? [distancePart(facts)] : []),
    ...(wish.payRateE4 !== null
      ? [payPart({ wish: wish.payRateE4, of: wish.currency, facts })]
      : []),
  ]
  const all = shares.reduce((sum, { key }) => sum + weights[key], 0)
  const parts = shares.map(({ key, label, share, why }) => {
    const most = Math.round((weights[key] * 100) / all)
    return { key, label, most, points: Math.round(most * Math.min(1, Math.max(0, share))), why }
  })
  const most = parts.reduce((sum, part) => sum + part.most, 0)
  const points = parts.reduce((sum, part) => sum + part.points, 0)
  return { score: Math.round((points * 100) / most), parts }
}

type Share = { key: MatchPart['key']; label: string; share: number; why: string }

const mustPart = ({ wish, facts }: { wish: MatchWish; facts: MatchFacts }): Share => {
  const had = wish.mustHaves.filter((one) => facts.has.includes(one))
  const missing = wish.mustHaves.filter((one) => !facts.has.includes(one))
  // Somebody who has it counts for four fifths; the years make up the rest.
  const share =
    had.reduce(
      (sum, one) => sum + 0.8 + 0.2 * Math.min(1, (facts.years[one] ?? 0) / fullYears),
      0,
    ) / wish.mustHaves.length
  return {
    key: 'must',
    label: 'Must have',
    share,
    why: [
      had.length > 0 ? `has ${had.map((one) => withYears({ one, facts })).join(', ')}` : null,
      missing.length > 0 ? `not seen: ${missing.join(', ')}` : null,
    ]
      .filter(Boolean)
      .join('; '),
  }
}

const withYears = ({ one, facts }: { one: string; facts: MatchFacts }): string => {
  const years = facts.years[one]
  return years === undefined ? one : `${one} (${years} ${years === 1 ? 'year' : 'years'})`
}

const nicePart = ({ wish, facts }: { wish: MatchWish; facts: MatchFacts }): Share => {
  const had = wish.niceToHaves.filter((one) => facts.has.includes(one))
  return {
    key: 'nice',
    label: 'Nice to have',
    share: had.length / wish.niceToHaves.length,
    why: had.length > 0 ? `has ${had.join(', ')}` : 'none of them seen',
  }
}

const availabilityPart = ({ wish, facts }: { wish: MatchWish; facts: MatchFacts }): Share => {
  const of = (share: number, why: string): Share => ({
    key: 'availability',
    label: 'Availability',
    share,
    why,
  })
  if (facts.isFreeAtStart === true) return of(1, 'free on the days of the start')
  if (facts.availableOn === null) return of(0, 'nobody has asked when they are available')
  if (wish.startsOn === null) return of(1, `available from ${facts.availableOn}`)
  const late = daysBetween({ from: wish.startsOn, to: facts.availableOn })
  return late <= 0
    ? of(1, 'available by the start')
    : of(1 - late / lateDays, `available ${late} ${late === 1 ? 'day' : 'days'} after the start`)
}

const distancePart = ({ km }: MatchFacts): Share => ({
  key: 'distance',
  label: 'Distance',
  share: km === null ? 0 : 1 - Math.max(0, km - 10) / (farKm - 10),
  why: km === null ? 'where they live is not known' : `${Math.round(km)} km away`,
})

const payPart = ({
  wish,
  of,
  facts,
}: {
  wish: number
  of: string | null
  facts: MatchFacts
}): Share => {
  const told = (share: number, why: string): Share => ({ key: 'pay', label: 'Pay', share, why })
  if (facts.payRateE4 === null) return told(0, 'what they want to earn is not known')
  if (of !== facts.currency) return told(0, 'their pay is in another currency')
  if (facts.payRateE4 <= wish) return told(1, 'the pay is what they want, or more')
  const over = Math.round(((facts.payRateE4 - wish) * 100) / Math.max(1, wish))
  return told(1 - over / 25, `wants ${over} % more than the order pays`)
}

const daysBetween = ({ from, to }: { from: string; to: string }): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

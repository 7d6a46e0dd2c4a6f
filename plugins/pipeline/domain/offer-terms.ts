/** What a candidate reads of an offer and may wish otherwise. */
export type OfferTerms = {
  startsOn: string | null
  endsOn: string | null
  payRateE4: number | null
  salaryMinor: number | null
  hoursPerWeekMinutes: number | null
}

export const offerTermNames = [
  'startsOn',
  'endsOn',
  'payRateE4',
  'salaryMinor',
  'hoursPerWeekMinutes',
] as const satisfies readonly (keyof OfferTerms)[]

/** In which terms a version differs from the one before, in the order in which they are read. */
export const offerDifferences = ({
  before,
  after,
}: {
  before: OfferTerms
  after: OfferTerms
}): { name: keyof OfferTerms; from: string | number | null; to: string | number | null }[] =>
  offerTermNames
    .filter((name) => (before[name] ?? null) !== (after[name] ?? null))
    .map((name) => ({ name, from: before[name] ?? null, to: after[name] ?? null }))

export const declineReasons = [
  'pay',
  'start',
  'hours',
  'location',
  'role',
  'other-offer',
  'stays',
  'personal',
  'other',
] as const

export type DeclineReason = (typeof declineReasons)[number]

export const declineReasonLabels: Record<DeclineReason, string> = {
  pay: 'The pay',
  start: 'The start',
  hours: 'The hours',
  location: 'The place of work',
  role: 'The work itself',
  'other-offer': 'Another offer',
  stays: 'I stay where I am',
  personal: 'Personal reasons',
  other: 'Something else',
}

export const declineReasonOptions = declineReasons.map((value) => ({
  value,
  label: declineReasonLabels[value],
}))

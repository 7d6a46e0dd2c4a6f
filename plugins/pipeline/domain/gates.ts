import { formatDay } from '#plugins/kernel/domain'
import type { QualificationFacts } from './qualification-facts'

export const gateKeys = ['terms', 'credit', 'decision_maker', 'vacancy', 'pay', 'lawful'] as const
export type GateKey = (typeof gateKeys)[number]

export type Gate = {
  key: GateKey
  label: string
  isPassed: boolean
  /** Known to be wrong, and not only unknown yet: the order stays in qualification. */
  isRefused: boolean
  /** How it stands, and what to do while it is not passed. */
  why: string
}

/**
 * What an order must have before anybody searches for it: signed terms, credit, somebody who decides,
 * a real vacancy, a pay that the market takes, a lawful advert and place. A gate that was not asked
 * about is not passed, and one that is known to be wrong is refused.
 */
export const judgeGates = (facts: QualificationFacts): readonly Gate[] => [
  termsGate(facts),
  {
    key: 'credit',
    label: 'No credit stop',
    isPassed: !facts.isOnCreditStop,
    isRefused: facts.isOnCreditStop,
    why: facts.isOnCreditStop
      ? 'The client is on credit stop. Settle that first.'
      : 'The client is not on credit stop.',
  },
  decisionMakerGate(facts),
  {
    key: 'vacancy',
    label: 'Real and approved vacancy',
    isPassed: facts.vacancyApproval === 'approved',
    isRefused: facts.vacancyApproval === 'refused',
    why: {
      approved: 'The client says that it is approved.',
      refused: 'The client has not approved it. Ask who does, and when.',
      unknown: 'Ask whether the vacancy is real and who approved it.',
    }[facts.vacancyApproval],
  },
  payGate(facts),
  lawfulGate(facts),
]

const termsGate = ({ terms, today, employmentType }: QualificationFacts): Gate => {
  const gate = { key: 'terms', label: 'Signed terms for this kind of work' } as const
  if (!terms.signedOn || terms.signedOn > today)
    return {
      ...gate,
      isPassed: false,
      isRefused: false,
      why: 'No signed terms are on record. Write the day they were signed at the client.',
    }
  if (terms.validUntilOn && terms.validUntilOn < today)
    return {
      ...gate,
      isPassed: false,
      isRefused: true,
      why: `The terms ended on ${formatDay({ day: terms.validUntilOn, locale: 'en-GB' })}. Have new ones signed.`,
    }
  if (terms.covers.length > 0 && !terms.covers.includes(employmentType))
    return {
      ...gate,
      isPassed: false,
      isRefused: true,
      why: 'The signed terms do not cover this kind of work. Have them extended.',
    }
  return {
    ...gate,
    isPassed: true,
    isRefused: false,
    why: `Signed on ${formatDay({ day: terms.signedOn, locale: 'en-GB' })}.`,
  }
}

const decisionMakerGate = ({ decisionMaker }: QualificationFacts): Gate => ({
  key: 'decision_maker',
  label: 'Decision maker named and reachable',
  isPassed: decisionMaker?.isReachable ?? false,
  isRefused: decisionMaker !== null && !decisionMaker.isReachable,
  why: !decisionMaker
    ? 'Name who decides.'
    : decisionMaker.isReachable
      ? 'Named, with a way to reach them.'
      : 'The decision maker has neither phone number nor e-mail address.',
})

const payGate = ({ pay: { offered, p25, p50, hasException } }: QualificationFacts): Gate => {
  const gate = { key: 'pay', label: 'Pay at or above the market’s lower quarter' } as const
  const floor = p25 ?? p50
  if (hasException)
    return { ...gate, isPassed: true, isRefused: false, why: 'There is a written exception.' }
  if (offered === null || floor === null)
    return {
      ...gate,
      isPassed: false,
      isRefused: false,
      why:
        offered === null
          ? 'Name the pay.'
          : 'Look up what the market pays, or write down why the pay is right all the same.',
    }
  const isPassed = offered >= floor
  return {
    ...gate,
    isPassed,
    isRefused: !isPassed,
    why: isPassed
      ? 'The pay is at or above the market’s lower quarter.'
      : 'The pay is below the market’s lower quarter. Agree on more, or write the exception down.',
  }
}

const lawfulGate = ({ advertCheck, hasWorkLocation }: QualificationFacts): Gate => {
  const isPassed = advertCheck === 'lawful' && hasWorkLocation
  return {
    key: 'lawful',
    label: 'Lawful advert and work location',
    isPassed,
    isRefused: advertCheck === 'unlawful',
    why:
      advertCheck === 'unlawful'
        ? 'The advert or the place is not lawful as it is. Change it with the client.'
        : !hasWorkLocation
          ? 'Choose the work location.'
          : isPassed
            ? 'Advert and place were checked.'
            : 'Check the wording of the advert and the place of work.',
  }
}

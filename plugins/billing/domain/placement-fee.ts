import {
  allocateMoney,
  type Day,
  daysBetween,
  type Money,
  money,
  percentOf,
  shareOf,
  subtractMoney,
} from '#plugins/kernel/domain'

/**
 * What a client gets back when the person leaves early. `linear`: nothing is due before
 * `proratedFromDay`, then the days worked of `days`, all from the last day on (the thresholds are
 * Bullhorn's; the linear share is our choice). `banded`: a share by the week of leaving.
 */
export type GuaranteeTerms =
  | { kind: 'linear'; days: number; proratedFromDay: number }
  | { kind: 'banded'; bands: readonly { untilWeek: number; refundBp: number }[] }

/** The part of a fee that stays due after so many days worked. */
export const feeDueAfter = ({
  fee,
  guarantee,
  daysWorked,
}: {
  fee: Money
  guarantee: GuaranteeTerms
  daysWorked: number
}): Money => {
  switch (guarantee.kind) {
    case 'linear':
      if (daysWorked >= guarantee.days) return fee
      return daysWorked < guarantee.proratedFromDay
        ? money({ amountMinor: 0, currency: fee.currency })
        : shareOf({ amount: fee, ratio: { num: daysWorked, den: guarantee.days } })
    case 'banded':
      return subtractMoney({
        left: fee,
        right: percentOf({ amount: fee, basisPoints: bandOf({ guarantee, daysWorked }) }),
      })
  }
}

export const rebateConditions = ['fee-paid-in-time', 'notice-in-time', 'not-redundancy'] as const
export type RebateCondition = (typeof rebateConditions)[number]

/** What the terms ask for before anything is paid back. */
export type RebateRules = { payWithinDays: number; notifyWithinDays: number }

export type LeavingFacts = {
  daysWorked: number
  invoicedOn: Day
  /** Null while the fee is unpaid. */
  feePaidOn: Day | null
  leftOn: Day
  notifiedOn: Day
  isRedundancy: boolean
}

/** The refund owed, and which conditions of the terms are not met: any of them makes it zero. */
export const rebateFor = ({
  fee,
  guarantee,
  rules,
  facts,
}: {
  fee: Money
  guarantee: GuaranteeTerms
  rules: RebateRules
  facts: LeavingFacts
}): { refund: Money; unmet: RebateCondition[] } => {
  const unmet = rebateConditions.filter((condition) => !isMet({ condition, rules, facts }))
  const due = feeDueAfter({ fee, guarantee, daysWorked: facts.daysWorked })
  return {
    refund:
      unmet.length > 0
        ? money({ amountMinor: 0, currency: fee.currency })
        : subtractMoney({ left: fee, right: due }),
    unmet,
  }
}

/**
 * Splits a fee between agencies by weights; each pays the network its share of the whole fee out of
 * its part, and the network gets the sum, so that no unit is lost.
 */
export const splitFee = ({
  fee,
  parties,
}: {
  fee: Money
  parties: readonly { name: string; weight: number; networkBp: number }[]
}): { shares: { name: string; amount: Money }[]; network: Money } => {
  const gross = allocateMoney({ amount: fee, weights: parties.map(({ weight }) => weight) })
  const shares = parties.map(({ name, networkBp }, index) => ({
    name,
    amount: subtractMoney({
      left: gross[index] ?? money({ amountMinor: 0, currency: fee.currency }),
      right: percentOf({ amount: fee, basisPoints: networkBp }),
    }),
  }))
  return {
    shares,
    network: shares.reduce((left, { amount }) => subtractMoney({ left, right: amount }), fee),
  }
}

const bandOf = ({
  guarantee,
  daysWorked,
}: {
  guarantee: Extract<GuaranteeTerms, { kind: 'banded' }>
  daysWorked: number
}): number => {
  const week = Math.max(1, Math.ceil(daysWorked / 7))
  const bands = [...guarantee.bands].sort((a, b) => a.untilWeek - b.untilWeek)
  return bands.find((band) => week <= band.untilWeek)?.refundBp ?? 0
}

const isMet = ({
  condition,
  rules,
  facts,
}: {
  condition: RebateCondition
  rules: RebateRules
  facts: LeavingFacts
}): boolean => {
  switch (condition) {
    case 'fee-paid-in-time':
      return (
        facts.feePaidOn !== null &&
        daysBetween({ from: facts.invoicedOn, to: facts.feePaidOn }) <= rules.payWithinDays
      )
    case 'notice-in-time':
      return daysBetween({ from: facts.leftOn, to: facts.notifiedOn }) <= rules.notifyWithinDays
    case 'not-redundancy':
      return !facts.isRedundancy
  }
}

import type { DataFromCollectionSlug, RequiredDataFromCollectionSlug } from 'payload'

import {
  isCurrencyCode,
  money,
  ok,
  refuseInput,
  refuseState,
  type CurrencyCode,
  type Result,
} from '#plugins/kernel/domain'
import { permanentFee } from '../domain/permanent-fee'
import type { PlaceWish } from '../domain/place-wish'
import { isPermanent } from '../domain/placement-days'
import { ruleSetFor } from '../domain/rule-set-for'
import type { Parties } from './find-parties'

export type TermsDraft = Omit<
  RequiredDataFromCollectionSlug<'placement-terms'>,
  'placement' | 'version'
>

/**
 * The first version of the terms: everything agreed is copied, so that a later change of the order,
 * the rate card or the client leaves it as it is. Refuses, beside the field, hours
 * without pay or bill rate and a permanent job without salary or fee.
 */
export const draftTerms = ({
  order,
  offer,
  parties: { client, legalEntity, workLocation, rateCard },
  wish,
}: {
  order: DataFromCollectionSlug<'job-orders'>
  offer: DataFromCollectionSlug<'offers'> | null
  parties: Parties
  wish: PlaceWish
}): Result<TermsDraft> => {
  const { currency } = order
  if (!isCurrencyCode(currency))
    return refuseInput({ currency: `The order’s currency ${currency} is not known.` })
  if (offer && offer.currency !== currency)
    return refuseState({
      code: 'offer-in-another-currency',
      message: `The offer is in ${offer.currency}, the order in ${currency}. Send a new offer.`,
    })
  const amounts = isPermanent(order.employmentType)
    ? permanentAmounts({ order, offer, wish, currency })
    : hourlyAmounts({ order, offer, wish })
  if (!amounts.ok) return amounts
  return ok({
    ...amounts.value,
    effectiveFromOn: wish.startsOn,
    currency,
    overtimeBilling: client.overtimeBilling ?? 'last-worked',
    billOvertimeMultiplierBp:
      rateCard?.billOvertimeMultiplierBp ?? client.billOvertimeMultiplierBp ?? 15_000,
    ruleSet: ruleSetFor({
      jurisdiction: workLocation?.jurisdiction ?? null,
      usualRuleSet: legalEntity.ruleSet,
    }),
    workLocation: workLocation?.id ?? null,
    workweekStartsOn: legalEntity.workweekStartsOn,
    hoursPerWeekMinutes: offer?.hoursPerWeekMinutes ?? order.hoursPerWeekMinutes ?? null,
    purchaseOrder: wish.purchaseOrder ?? null,
    // The law changes rates: without a wish the one of the day of service is taken when invoicing.
    taxRateBp: wish.taxRateBp ?? null,
  })
}

type Amounts = Pick<TermsDraft, 'payRateE4' | 'billRateE4' | 'salaryMinor' | 'feeMinor'>

const hourlyAmounts = ({
  order,
  offer,
  wish,
}: {
  order: DataFromCollectionSlug<'job-orders'>
  offer: DataFromCollectionSlug<'offers'> | null
  wish: PlaceWish
}): Result<Amounts> => {
  const payRateE4 = wish.payRateE4 ?? offer?.payRateE4 ?? order.payRateE4 ?? null
  const billRateE4 = wish.billRateE4 ?? order.billRateE4 ?? null
  const missing = {
    ...(payRateE4 ? {} : { payRateE4: 'Enter the pay rate: neither offer nor order has one.' }),
    ...(billRateE4 ? {} : { billRateE4: 'Enter the bill rate: the order has none.' }),
  }
  if (Object.keys(missing).length > 0) return refuseInput(missing)
  return ok({ payRateE4, billRateE4, salaryMinor: null, feeMinor: null })
}

const permanentAmounts = ({
  order,
  offer,
  wish,
  currency,
}: {
  order: DataFromCollectionSlug<'job-orders'>
  offer: DataFromCollectionSlug<'offers'> | null
  wish: PlaceWish
  currency: CurrencyCode
}): Result<Amounts> => {
  const salaryMinor = wish.salaryMinor ?? offer?.salaryMinor ?? agreedSalaryOf(order)
  if (salaryMinor === null)
    return refuseInput({ salaryMinor: 'Enter the yearly salary that was agreed.' })
  if (wish.feeMinor !== undefined)
    return ok({ payRateE4: null, billRateE4: null, salaryMinor, feeMinor: wish.feeMinor })
  const fee = permanentFee({
    salary: money({ amountMinor: salaryMinor, currency }),
    feeBp: order.feeBp ?? null,
    feeFlatMinor: order.feeFlatMinor ?? null,
    currency,
  })
  if (!fee.ok) return fee
  return ok({ payRateE4: null, billRateE4: null, salaryMinor, feeMinor: fee.value.amountMinor })
}

/** A range is what the client would pay; only when both ends are the same it is a salary. */
const agreedSalaryOf = (order: DataFromCollectionSlug<'job-orders'>): number | null =>
  order.salaryFromMinor && order.salaryFromMinor === order.salaryToMinor
    ? order.salaryFromMinor
    : null

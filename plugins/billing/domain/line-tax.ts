import type { Day } from '#plugins/kernel/domain'
import type { LineTax } from './invoice-line'

/** Standard rate when there is one; without a rate the service lies outside the scope of tax. */
export const lineTaxFor = (rateBp: number): LineTax =>
  rateBp > 0 ? { category: 'S', rateBp } : { category: 'O', rateBp: 0 }

/** The rate of a client or a legal entity, and the one before it when the law changed it. */
export type DatedTaxRate = {
  /** Basis points; null when nothing is said. */
  taxRateBp: number | null
  /** The first day of `taxRateBp`; null: it has always been so. */
  taxRateFromOn: Day | null
  taxRateBeforeBp: number | null
}

/**
 * The tax rate in basis points of a service on a day: the client's own, else the legal entity's,
 * each as it was on that day (EU Art. 63: tax is due by the day of supply, not of the invoice).
 */
export const taxRateOn = ({
  client,
  entity,
  day,
}: {
  client: DatedTaxRate
  entity: DatedTaxRate
  day: Day
}): number => rateOn({ rate: client, day }) ?? rateOn({ rate: entity, day }) ?? 0

const rateOn = ({ rate, day }: { rate: DatedTaxRate; day: Day }): number | null =>
  rate.taxRateFromOn !== null && day < rate.taxRateFromOn ? rate.taxRateBeforeBp : rate.taxRateBp

import { isDay } from '#plugins/kernel/domain'
import { z } from 'zod'

/** The id of a record that a person chose. */
export const chosen = (what: string) => z.uuid(`Choose ${what}.`)

export const daySchema = z.string().refine(isDay, 'Write the day as YYYY-MM-DD.')

/** Whole minor units of a currency, zero or more. */
export const amountSchema = z
  .number('Enter an amount.')
  .int('Enter the amount in whole cents.')
  .min(0, 'An amount cannot be negative.')
  .max(Number.MAX_SAFE_INTEGER, 'This amount is too large.')

/** An hourly rate in 1/10,000 of the currency unit. */
export const rateSchema = z
  .number('Enter a rate per hour.')
  .int('Enter the rate with at most four decimals.')
  .min(1, 'A rate must be more than zero.')
  .max(100_000_000_000, 'This rate is too large.')

/** Basis points: 1900 is 19 %. */
export const taxRateSchema = z
  .number('Enter a tax rate.')
  .int('Enter the tax rate with at most two decimals.')
  .min(0, 'A tax rate cannot be negative.')
  .max(10_000, 'A tax rate is at most 100 %.')

export const reasonSchema = z
  .string()
  .trim()
  .min(1, 'Please give a reason.')
  .max(2_000, 'Please keep the reason below 2,000 characters.')

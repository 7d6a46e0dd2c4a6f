import { z } from 'zod'

import { type CurrencyCode, isCurrencyCode } from './money-currencies'
import { isDay } from './time'

/** ISO 4217 code, as rows and requests carry it. */
export const currencyCode = z.custom<CurrencyCode>(
  (value) => typeof value === 'string' && isCurrencyCode(value),
  'Choose a currency such as EUR, GBP or USD.',
)

/** A calendar day that exists. */
export const calendarDay = z
  .string('Please choose a day.')
  .refine(isDay, 'Write the day as YYYY-MM-DD.')

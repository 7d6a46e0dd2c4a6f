import { z } from 'zod'

import { taxCategories } from './invoice-line'

/** The tax of an invoice by category and rate, as it is kept with the invoice. */
export const taxSubtotals = z.array(
  z.object({
    category: z.enum(taxCategories),
    rateBp: z.number().int(),
    basisMinor: z.number().int(),
    taxMinor: z.number().int(),
  }),
)

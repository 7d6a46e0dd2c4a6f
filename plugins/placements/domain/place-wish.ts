import { z } from 'zod'

import { amountSchema, chosen, daySchema, rateSchema, taxRateSchema } from './input-fields'

/** How somebody is placed. What is left out is taken from the accepted offer, else from the order. */
export const placeWishSchema = z
  .object({
    submissionId: chosen('a submission'),
    /** Without one, the first free opening of the order. */
    openingId: chosen('an opening').optional(),
    startsOn: daySchema,
    endsOn: daySchema.nullish(),
    payRateE4: rateSchema.optional(),
    billRateE4: rateSchema.optional(),
    salaryMinor: amountSchema.optional(),
    feeMinor: amountSchema.optional(),
    /** Only where another tax rate than the client's or the entity's was agreed. */
    taxRateBp: taxRateSchema.optional(),
    approverId: chosen('the contact who approves the hours').nullish(),
    workLocationId: chosen('a work location').optional(),
    legalEntityId: chosen('a legal entity').optional(),
    ownerId: chosen('an owner').optional(),
    purchaseOrder: z.string().trim().max(100).optional(),
    /** Client and candidate agreed on the phone: no accepted offer is needed. */
    isConfirmedByPhone: z.boolean().default(false),
  })
  .refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'The end cannot be before the start.',
  })

export type PlaceWish = z.output<typeof placeWishSchema>

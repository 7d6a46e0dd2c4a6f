import { z } from 'zod'

import { wholeNumber } from '#plugins/kernel'
import { scoreMatch } from '../domain/match-score'

/** What an order asks for, as queries read it. */
export const wishedRow = z.object({
  must_haves: z.array(z.string()),
  nice_to_haves: z.array(z.string()),
  employment_type: z.enum(['permanent', 'contract', 'temp']),
  starts_on: z.string().nullable(),
  pay_rate_e4: wholeNumber.nullable(),
  currency: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})

/** What a candidate brings to an order, as queries read it. */
export const broughtRow = z.object({
  has: z.array(z.string()),
  years: z.record(z.string(), z.number()).nullable(),
  available_on: z.string().nullable(),
  is_free_at_start: z.boolean().nullable(),
  pay_rate_e4: wholeNumber.nullable(),
  currency: z.string().nullable(),
  km: z.number().nullable(),
})

/** The score of a candidate for an order: the same whichever of them one has begun with. */
export const scoreOf = ({
  wished,
  brought,
  seesPay,
}: {
  wished: z.output<typeof wishedRow>
  brought: z.output<typeof broughtRow>
  seesPay: boolean
}) =>
  scoreMatch({
    wish: {
      mustHaves: wished.must_haves,
      niceToHaves: wished.nice_to_haves,
      startsOn: wished.starts_on,
      payRateE4: seesPay && wished.employment_type !== 'permanent' ? wished.pay_rate_e4 : null,
      currency: wished.currency,
      hasPlace: wished.latitude !== null && wished.longitude !== null,
    },
    facts: {
      has: brought.has,
      years: brought.years ?? {},
      availableOn: brought.available_on,
      isFreeAtStart: brought.is_free_at_start,
      payRateE4: brought.pay_rate_e4,
      currency: brought.currency,
      km: brought.km,
    },
  })

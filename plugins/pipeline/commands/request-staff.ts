import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import {
  calendarDay,
  currencyCode,
  normaliseEmail,
  normalisePhone,
  refuseInput,
} from '#plugins/kernel/domain'
import { amountMinor, openingsCount, optionalText, rateE4, requiredText } from '../domain/inputs'
import { keepRequest } from './keep-request'

/**
 * A client asks for staff, from the site, the portal, or by a recruiter who has them on the phone.
 * The same `requestKey` is one request, however often it is sent, and never two. Somebody who is a known contact is
 * recognised by e-mail; the sender learns nothing of it.
 */
export const requestStaff = defineCommand({
  name: 'request-staff',
  summary: 'Ask the agency for staff',
  input: z
    .object({
      company: requiredText({ what: 'the company', most: 160 }),
      contactName: requiredText({ what: 'your name', most: 160 }),
      email: z
        .string('Please fill in your e-mail address.')
        .refine((text) => normaliseEmail(text) !== null, 'This is not a complete e-mail address.'),
      phone: optionalText(40),
      /** Where numbers without a country code are from. */
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'Two letters: GB, US.')
        .default('US'),
      jobTitle: requiredText({ what: 'the role', most: 160 }),
      openingsCount: openingsCount.default(1),
      /** A colleague on the phone may leave it open: the client is asked by a link. */
      workLocation: optionalText(300),
      startsOn: calendarDay.nullish(),
      endsOn: calendarDay.nullish(),
      payPeriod: z.enum(['hour', 'year'], 'Choose hour or year.').default('hour'),
      currency: currencyCode.default('USD'),
      payFromRateE4: rateE4.nullish(),
      payToRateE4: rateE4.nullish(),
      salaryFromMinor: amountMinor.nullish(),
      salaryToMinor: amountMinor.nullish(),
      notes: optionalText(5_000),
      site: z.string().max(60).nullish(),
      channel: z.enum(['phone', 'mail', 'site', 'portal', 'program']).optional(),
      requestKey: z.string().min(8).max(100).nullish(),
    })
    .superRefine((request, context) => {
      const phone = normalisePhone({ input: request.phone, country: request.country })
      if (request.phone && !phone)
        context.addIssue({
          code: 'custom',
          path: ['phone'],
          message: 'This is not a complete phone number.',
        })
      if (request.startsOn && request.endsOn && request.endsOn < request.startsOn)
        context.addIssue({
          code: 'custom',
          path: ['endsOn'],
          message: 'The end comes after the start.',
        })
      if (isBelow({ from: request.payFromRateE4, to: request.payToRateE4 }))
        context.addIssue({
          code: 'custom',
          path: ['payToRateE4'],
          message: 'The pay goes from the lower to the higher rate.',
        })
      if (isBelow({ from: request.salaryFromMinor, to: request.salaryToMinor }))
        context.addIssue({
          code: 'custom',
          path: ['salaryToMinor'],
          message: 'The salary goes from the lower to the higher amount.',
        })
    }),
  allow: { anonymous: true },
  rate: { limit: 20, windowSeconds: 3_600 },
  run: async ({ input: { country: _country, ...request }, ctx: { req, actor } }) => {
    const isOutside = actor.kind === 'anonymous' || actor.kind === 'portal'
    if (isOutside && !request.workLocation)
      return refuseInput({ workLocation: 'Please fill in the place of work.' })
    return await keepRequest({
      req,
      actor,
      request: {
        ...request,
        site: request.site ?? null,
        requestKey: request.requestKey ?? null,
        channel: request.channel,
      },
    })
  },
})

const isBelow = ({
  from,
  to,
}: {
  from: number | null | undefined
  to: number | null | undefined
}): boolean => typeof from === 'number' && typeof to === 'number' && to < from

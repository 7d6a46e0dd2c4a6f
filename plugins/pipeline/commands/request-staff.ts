import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { knownContact } from '#plugins/crm'
import { databaseNow, defineCommand, sqlOf, takeTurn } from '#plugins/kernel'
import {
  calendarDay,
  currencyCode,
  normaliseEmail,
  normalisePhone,
  ok,
  refuseInput,
  type Actor,
  type Result,
} from '#plugins/kernel/domain'
import { amountMinor, openingsCount, optionalText, rateE4, requiredText } from '../domain/inputs'

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
      workLocation: requiredText({ what: 'the place of work', most: 300 }),
      startsOn: calendarDay.nullish(),
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
  run: async ({
    input: { channel, country: _country, requestKey, site, ...request },
    ctx: { req, payload, actor },
  }) => {
    if (requestKey) {
      const sent = await sentBefore({ req, requestKey, request })
      if (sent) return sent
    }
    const known = await knownAs({ req, actor, ...request })
    const created = await payload.create({
      collection: 'order-requests',
      data: {
        ...request,
        state: 'received',
        email: request.email.trim(),
        contact: known?.contactId ?? null,
        client: known?.clientId ?? null,
        channel: channelOf({ actor, channel }),
        site: site ?? null,
        receivedAt: await databaseNow(req),
        requestKey: requestKey ?? null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ requestId: created.id, ref: created.ref ?? '' })
  },
})

const isBelow = ({
  from,
  to,
}: {
  from: number | null | undefined
  to: number | null | undefined
}): boolean => typeof from === 'number' && typeof to === 'number' && to < from

/** Two sends of one form wait for each other here, so that the second finds the first. */
const sentBefore = async ({
  req,
  requestKey,
  request,
}: {
  req: PayloadRequest
  requestKey: string
  request: { company: string; email: string; jobTitle: string; openingsCount: number }
}): Promise<Result<{ requestId: string; ref: string }> | null> => {
  const sql = sqlOf(req)
  await takeTurn({ req, name: `request:${requestKey}` })
  const row = await sql.first({
    schema: z.object({ id: z.string(), ref: z.string().nullable(), is_same: z.boolean() }),
    text: `select id, ref, (company, email, job_title, openings_count) = ($2, $3, $4, $5) as is_same
      from order_requests where request_key = $1`,
    values: [
      requestKey,
      request.company,
      request.email.trim(),
      request.jobTitle,
      request.openingsCount,
    ],
  })
  if (!row) return null
  return row.is_same
    ? ok({ requestId: row.id, ref: row.ref ?? '' })
    : refuseInput({ requestKey: 'Another request was sent with this key. Use a new one.' })
}

const knownAs = async ({
  req,
  actor,
  email,
  company,
}: {
  req: PayloadRequest
  actor: Actor
  email: string
  company: string
}): Promise<{ contactId: string; clientId: string } | null> =>
  actor.kind === 'portal' && actor.contactId && actor.clientId
    ? { contactId: actor.contactId, clientId: actor.clientId }
    : await knownContact({ req, email, company })

type Channel = 'phone' | 'mail' | 'site' | 'portal' | 'program'

/** Outsiders do not choose how they came. */
const channelOf = ({ actor, channel }: { actor: Actor; channel: Channel | undefined }): Channel => {
  if (actor.kind === 'portal') return 'portal'
  if (actor.kind === 'staff') return channel ?? 'phone'
  if (actor.kind === 'system') return channel ?? 'site'
  return 'site'
}

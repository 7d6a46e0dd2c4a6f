import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, databaseNow } from '#plugins/kernel'
import { ok, refuseInput, type Result } from '#plugins/kernel/domain'
import type { OrderTermsInput } from '../domain/inputs'
import { judgeTerms } from '../domain/order-terms'
import type { Route } from '../queries/route-work'
import { asksQuestion } from '../domain/screening'

export type NewOrder = OrderTermsInput & {
  clientId: string
  contactId: string | null
  ownerId: string
  requestId: string | null
  /** The rule by which it got its owner. */
  route: Route | null
}

/** Writes an order in intake, with every record it names checked to be this client's. */
export const writeOrder = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: NewOrder
}): Promise<Result<DataFromCollectionSlug<'job-orders'>>> => {
  const terms = judgeTerms(order)
  if (!terms.ok) return terms
  const client = await judgeNames({ req, order })
  if (!client.ok) return client
  const isAsking = asksQuestion({
    kind: order.screeningKind,
    question: order.screeningQuestion,
    knockOut: order.screeningKnockOut,
  })
  if (order.screeningKind !== 'none' && !isAsking)
    return refuseInput({ screeningQuestion: 'Write the question that applicants answer.' })
  const written = await req.payload.create({
    collection: 'job-orders',
    data: {
      state: 'intake',
      title: order.title,
      client: order.clientId,
      contact: order.contactId,
      owner: order.ownerId,
      category: order.category,
      language: order.language ?? null,
      recruiters: [...(order.route?.recruiters ?? [])],
      followers: [...(order.route?.followerIds ?? [])],
      request: order.requestId,
      workLocation: order.workLocationId ?? null,
      employmentType: order.employmentType,
      openingsCount: order.openingsCount,
      description: order.description,
      mustHaves: order.mustHaves,
      niceToHaves: order.niceToHaves,
      screeningQuestion: order.screeningQuestion,
      screeningKind: order.screeningKind,
      screeningKnockOut: order.screeningKind === 'yes_no' ? order.screeningKnockOut : 'none',
      currency: order.currency ?? client.value.currency,
      payRateE4: order.payRateE4 ?? null,
      billRateE4: order.billRateE4 ?? null,
      salaryFromMinor: order.salaryFromMinor ?? null,
      salaryToMinor: order.salaryToMinor ?? null,
      feeBp: order.feeBp ?? null,
      feeFlatMinor: order.feeFlatMinor ?? null,
      hoursPerWeekMinutes: order.hoursPerWeekMinutes ?? null,
      startsOn: order.startsOn ?? null,
      endsOn: order.endsOn ?? null,
      rateCard: order.rateCardId ?? null,
      credentialTypes: order.credentialTypeIds,
      receivedAt: await databaseNow(req),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok(written)
}

/**
 * Each record that the order names, in one statement: is it there, and is it this client's? Returns
 * the currency in which the client is worked for.
 */
const judgeNames = async ({
  req,
  order: { clientId, contactId, ownerId, workLocationId, rateCardId, credentialTypeIds },
}: {
  req: PayloadRequest
  order: NewOrder
}): Promise<Result<{ currency: string }>> => {
  const row = await sqlOf(req).first({
    schema: z.object({
      client: z.boolean(),
      contact: z.boolean(),
      owner: z.boolean(),
      location: z.boolean(),
      card: z.boolean(),
      credentials: z.boolean(),
      currency: z.string().nullable(),
    }),
    text: `select
      exists (select from client_corporations where id = $1 and deleted_at is null) as client,
      $2::uuid is null or exists (select from client_contacts
        where id = $2 and client_id = $1 and deleted_at is null) as contact,
      exists (select from users where id = $3) as owner,
      $4::uuid is null or exists (select from work_locations
        where id = $4 and (client_id = $1 or client_id is null)) as location,
      $5::uuid is null or exists (select from rate_cards where id = $5 and client_id = $1) as card,
      (select count(*) from credential_types where id = any($6::uuid[])) =
        cardinality($6::uuid[]) as credentials,
      (select currency from client_corporations where id = $1) as currency`,
    values: [
      clientId,
      contactId,
      ownerId,
      workLocationId ?? null,
      rateCardId ?? null,
      [...new Set(credentialTypeIds)],
    ],
  })
  const fields = {
    ...(row?.client ? {} : { clientId: 'Choose a client.' }),
    ...(row?.contact ? {} : { contactId: 'Choose a contact of this client.' }),
    ...(row?.owner ? {} : { ownerId: 'Choose who owns the order.' }),
    ...(row?.location ? {} : { workLocationId: 'Choose a work location of this client.' }),
    ...(row?.card ? {} : { rateCardId: 'Choose a rate card of this client.' }),
    ...(row?.credentials ? {} : { credentialTypeIds: 'Choose credentials from the list.' }),
  }
  return row?.currency && Object.keys(fields).length === 0
    ? ok({ currency: row.currency })
    : refuseInput(fields)
}

import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { knownContact } from '#plugins/crm'
import { databaseNow, sqlOf, takeTurn } from '#plugins/kernel'
import { ok, refuseInput, type Actor, type Result } from '#plugins/kernel/domain'
import { judgeRequest, storableDetails, type KnownDetails } from '../domain/request-details'
import { askForDetails } from './ask-for-details'

type Request = DataFromCollectionSlug<'order-requests'>

type NewRequest = KnownDetails &
  Pick<Request, 'company' | 'contactName' | 'email' | 'payPeriod' | 'currency'> & {
    jobTitle: string
    phone?: string | null
    notes?: string | null
    site: string | null
    requestKey: string | null
    channel: Channel | undefined
    intakeForm?: string | null
    formVersion?: number | null
    answers?: Request['answers']
  }

type KeptRequest = {
  requestId: string
  ref: string
  /** Something is missing or contradicts itself, and the sender was asked for it. */
  isAsked: boolean
}

/**
 * Keeps a wish for staff. A known contact is recognised by e-mail, and what is missing or contradicts
 * itself is asked for at once. The same `requestKey` is one request and never two.
 *
 * @param whenKept in the same transaction, before anything is asked
 */
export const keepRequest = async ({
  req,
  actor,
  request: { channel, ...request },
  whenKept,
}: {
  req: PayloadRequest
  actor: Actor
  request: NewRequest
  whenKept?: (requestId: string) => Promise<Result<null>>
}): Promise<Result<KeptRequest>> => {
  if (request.requestKey) {
    const sent = await sentBefore({ req, request, requestKey: request.requestKey })
    if (sent) return sent
  }
  const known = await knownAs({ req, actor, ...request })
  const { openingsCount, workLocation, ...details } = storableDetails(request)
  const created = await req.payload.create({
    collection: 'order-requests',
    data: {
      ...details,
      jobTitle: request.jobTitle,
      openingsCount: openingsCount ?? 1,
      workLocation: workLocation ?? null,
      state: 'received',
      email: request.email.trim(),
      contact: known?.contactId ?? null,
      client: known?.clientId ?? null,
      channel: channelOf({ actor, channel }),
      receivedAt: await databaseNow(req),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  const kept = (await whenKept?.(created.id)) ?? ok(null)
  if (!kept.ok) return kept
  const open = judgeRequest(request)
  if (open) {
    const asked = await askForDetails({ req, requestId: created.id, open })
    if (!asked.ok) return asked
  }
  return ok({ requestId: created.id, ref: created.ref ?? '', isAsked: open !== null })
}

/** Two sends of one form wait for each other here, so that the second finds the first. */
const sentBefore = async ({
  req,
  requestKey,
  request,
}: {
  req: PayloadRequest
  requestKey: string
  request: {
    company: string
    email: string
    jobTitle: string
    openingsCount?: number | null | undefined
  }
}): Promise<Result<KeptRequest> | null> => {
  const sql = sqlOf(req)
  await takeTurn({ req, name: `request:${requestKey}` })
  const row = await sql.first({
    schema: z.object({
      id: z.string(),
      ref: z.string().nullable(),
      is_same: z.boolean(),
      is_asked: z.boolean(),
    }),
    text: `select id, ref, (company, email, job_title, openings_count) = ($2, $3, $4, $5) as is_same,
        state = 'needs_info' as is_asked
      from order_requests where request_key = $1`,
    values: [
      requestKey,
      request.company,
      request.email.trim(),
      request.jobTitle,
      Math.max(1, request.openingsCount ?? 1),
    ],
  })
  if (!row) return null
  return row.is_same
    ? ok({ requestId: row.id, ref: row.ref ?? '', isAsked: row.is_asked })
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

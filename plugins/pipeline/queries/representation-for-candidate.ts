import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'

/** What a candidate is asked, and what they answered; null for everybody else. */
export const representationForCandidate = async ({
  req,
  representationId,
}: {
  req: PayloadRequest
  representationId: string
}) => {
  if (!isUuid(representationId)) return null
  const found = await sqlOf(req).first({
    schema: z.object({
      candidate_id: z.string(),
      state: z.string(),
      text: z.string(),
      expires_at: instant.nullable(),
      answered_at: instant.nullable(),
      signed_name: z.string().nullable(),
      valid_on: z.string().nullable(),
      is_open: z.boolean(),
      title: z.string(),
      place: z.string().nullable(),
      client_name: z.string(),
      candidate_name: z.string(),
      owner_name: z.string().nullable(),
      owner_email: z.string().nullable(),
      owner_phone: z.string().nullable(),
    }),
    text: `select asked.candidate_id, asked.state, asked.text, asked.expires_at, asked.answered_at,
        asked.signed_name, asked.valid_on,
        (asked.state = 'asked' and asked.expires_at > now()) as is_open,
        job_order.title, concat_ws(', ', location.name, location.city) as place,
        client.name as client_name,
        candidate.first_name || ' ' || candidate.last_name as candidate_name,
        owner.name as owner_name, owner.email as owner_email, owner.phone as owner_phone
      from representations asked
      join job_orders job_order on job_order.id = asked.job_order_id
      join client_corporations client on client.id = asked.client_id
      join candidates candidate on candidate.id = asked.candidate_id
      left join work_locations location on location.id = job_order.work_location_id
      left join users owner on owner.id = job_order.owner_id
      where asked.id = $1`,
    values: [representationId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'representation.answer',
      subject: { kind: 'representation', id: representationId },
      permission: 'pipeline.read',
      candidateId: found.candidate_id,
    })
  if (!isReadable) return null
  return {
    state: found.state,
    /** Can be answered now. */
    isOpen: found.is_open,
    text: found.text,
    expiresAt: found.expires_at,
    answeredAt: found.answered_at,
    signedName: found.signed_name,
    validOn: found.valid_on,
    jobTitle: found.title,
    place: found.place || null,
    clientName: found.client_name,
    candidateName: found.candidate_name,
    contact:
      found.owner_name && found.owner_email
        ? { name: found.owner_name, email: found.owner_email, phone: found.owner_phone }
        : null,
  }
}

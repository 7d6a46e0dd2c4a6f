import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'

const row = z.object({
  id: z.string(),
  client_id: z.string().nullable(),
  ref: z.string().nullable(),
  state: z.string(),
  company: z.string(),
  contact_name: z.string(),
  job_title: z.string(),
  openings_count: wholeNumber,
  work_location: z.string(),
  starts_on: z.string().nullable(),
  notes: z.string().nullable(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  received_at: instant.nullable(),
})

/** A request for staff for whoever sent it, with the agency's question; null for everybody else. */
export const requestForClient = async ({
  req,
  requestId,
}: {
  req: PayloadRequest
  requestId: string
}) => {
  if (!isUuid(requestId)) return null
  const found = await sqlOf(req).first({
    schema: row,
    text: `select id, client_id, ref, state, company, contact_name, job_title, openings_count,
        work_location, starts_on, notes, question, answer, received_at
      from order_requests where id = $1`,
    values: [requestId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'order-request.answer',
      subject: { kind: 'order-request', id: requestId },
      permission: 'requests.read',
      ...(found.client_id ? { clientId: found.client_id } : {}),
    })
  if (!isReadable) return null
  return {
    requestId: found.id,
    ref: found.ref ?? '',
    state: found.state,
    /** The agency waits for an answer. */
    isQuestionOpen: found.state === 'needs_info',
    company: found.company,
    contactName: found.contact_name,
    jobTitle: found.job_title,
    openingsCount: found.openings_count,
    workLocation: found.work_location,
    startsOn: found.starts_on,
    notes: found.notes,
    question: found.question,
    answer: found.answer,
    receivedAt: found.received_at,
  }
}

export type ClientRequest = NonNullable<Awaited<ReturnType<typeof requestForClient>>>

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'

const row = z.object({
  id: z.string(),
  candidate_id: z.string(),
  state: z.string(),
  mode: z.enum(['phone', 'video', 'onsite']),
  starts_at: instant,
  ends_at: instant,
  zone: z.string(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  answer_note: z.string().nullable(),
  uid: z.string(),
  sequence: wholeNumber,
  title: z.string(),
  client_name: z.string(),
  owner_name: z.string().nullable(),
  owner_email: z.string().nullable(),
  owner_phone: z.string().nullable(),
})

export type CandidateInterview = {
  interviewId: string
  state: string
  mode: 'phone' | 'video' | 'onsite'
  startsAt: string
  endsAt: string
  zone: string
  place: string | null
  note: string | null
  answerNote: string | null
  uid: string
  sequence: number
  jobTitle: string
  clientName: string
  contact: { name: string; email: string; phone: string | null } | null
}

/** An interview for the candidate who is to come, by link or portal; null for everybody else. */
export const interviewForCandidate = async ({
  req,
  interviewId,
}: {
  req: PayloadRequest
  interviewId: string
}): Promise<CandidateInterview | null> => {
  if (!isUuid(interviewId)) return null
  const found = await sqlOf(req).first({
    schema: row,
    text: `select interview.id, interview.candidate_id, interview.state, interview.mode::text as mode,
        interview.starts_at, interview.ends_at, interview.zone, interview.place, interview.note,
        interview.answer_note, interview.uid, interview.sequence, job_order.title,
        client.name as client_name, owner.name as owner_name, owner.email as owner_email,
        owner.phone as owner_phone
      from interviews interview
      join job_orders job_order on job_order.id = interview.job_order_id
      join client_corporations client on client.id = interview.client_id
      left join users owner on owner.id = job_order.owner_id
      where interview.id = $1`,
    values: [interviewId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'interview.answer',
      subject: { kind: 'interview', id: interviewId },
      permission: 'pipeline.read',
      candidateId: found.candidate_id,
    })
  if (!isReadable) return null
  return {
    interviewId: found.id,
    state: found.state,
    mode: found.mode,
    startsAt: found.starts_at,
    endsAt: found.ends_at,
    zone: found.zone,
    place: found.place,
    note: found.note,
    answerNote: found.answer_note,
    uid: found.uid,
    sequence: found.sequence,
    jobTitle: found.title,
    clientName: found.client_name,
    contact:
      found.owner_name && found.owner_email
        ? { name: found.owner_name, email: found.owner_email, phone: found.owner_phone }
        : null,
  }
}

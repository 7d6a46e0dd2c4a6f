import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { databaseNow, instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'
import { interviewModes, type InterviewMode } from '../domain/interview-plan'
import { freeSlots, slotsOf, type Slot } from '../domain/interview-times'
import { isProposedInterview } from '../domain/interview-workflow'
import { takenTimes } from './taken-times'

const asInstant = z.string().transform((text) => new Date(text).toISOString())

const row = z.object({
  id: z.string(),
  candidate_id: z.string(),
  state: z.string(),
  mode: z.enum(interviewModes),
  round: z.string().nullable(),
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
  candidate_zone: z.string(),
  is_group: z.boolean(),
  job_order_id: z.string(),
  contact_ids: z.array(z.string()),
  slots: z.array(z.object({ id: z.string(), startsAt: asInstant, endsAt: asInstant })),
})

export type CandidateInterview = {
  interviewId: string
  state: string
  mode: InterviewMode
  /** Of the order’s interview plan: “Technical talk”. */
  round: string | null
  /** What can be chosen now, the earliest first; empty when all have passed or are taken. */
  slots: readonly Slot[]
  /** More than one was proposed, so that one is chosen and not merely accepted. */
  isChoice: boolean
  startsAt: string
  endsAt: string
  /** The clock of the place of work. */
  zone: string
  candidateZone: string
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
        owner.phone as owner_phone, interview.round, candidate.zone as candidate_zone,
        coalesce(interview.is_group, false) as is_group, interview.job_order_id,
        array_remove(interview.contact_id || array(select there.client_contacts_id
          from interviews_rels there where there.parent_id = interview.id
            and there.path = 'otherContacts'), null) as contact_ids,
        (select coalesce(json_agg(json_build_object('id', slot.id, 'startsAt', slot.starts_at,
            'endsAt', slot.ends_at) order by slot."_order"), '[]')
          from interviews_slots slot where slot."_parent_id" = interview.id) as slots
      from interviews interview
      join job_orders job_order on job_order.id = interview.job_order_id
      join client_corporations client on client.id = interview.client_id
      join candidates candidate on candidate.id = interview.candidate_id
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
  const slots = slotsOf({
    slots: found.slots,
    startsAt: found.starts_at,
    endsAt: found.ends_at,
  })
  const taken = isProposedInterview(found.state)
    ? await takenTimes({
        req,
        people: {
          interviewId,
          candidateId: found.candidate_id,
          contactIds: found.contact_ids,
          jobOrderId: found.job_order_id,
          isGroup: found.is_group,
        },
      })
    : []
  return {
    interviewId: found.id,
    state: found.state,
    mode: found.mode,
    round: found.round,
    slots: freeSlots({ slots, taken, now: await databaseNow(req) }),
    isChoice: slots.length > 1,
    startsAt: found.starts_at,
    endsAt: found.ends_at,
    zone: found.zone,
    candidateZone: found.candidate_zone,
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

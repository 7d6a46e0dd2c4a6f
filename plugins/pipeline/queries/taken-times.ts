import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { instant, sqlOf, takeTurn } from '#plugins/kernel'
import type { Span } from '../domain/interview-times'

/** Whom an interview needs at its time. */
export type InterviewPeople = {
  /** Of an interview that exists; its own time does not stand in its way. */
  interviewId: string | null
  candidateId: string
  contactIds: readonly string[]
  jobOrderId: string
  isGroup: boolean
}

export const peopleOfInterview = (
  interview: Pick<
    DataFromCollectionSlug<'interviews'>,
    'id' | 'candidate' | 'contact' | 'otherContacts' | 'jobOrder' | 'isGroup'
  >,
): InterviewPeople => ({
  interviewId: interview.id,
  candidateId: idOf(interview.candidate),
  contactIds: [
    ...(interview.contact ? [idOf(interview.contact)] : []),
    ...(interview.otherContacts ?? []).map((one) => idOf(one)),
  ],
  jobOrderId: idOf(interview.jobOrder),
  isGroup: interview.isGroup === true,
})

/**
 * Agreed interviews to come of the people that this one needs. Two talks of one order that several
 * candidates are meant to share do not stand in each other's way.
 */
export const takenTimes = async ({
  req,
  people: { interviewId, candidateId, contactIds, jobOrderId, isGroup },
}: {
  req: PayloadRequest
  people: InterviewPeople
}): Promise<Span[]> =>
  await sqlOf(req).rows({
    schema: z
      .object({ starts_at: instant, ends_at: instant })
      .transform((row) => ({ startsAt: row.starts_at, endsAt: row.ends_at })),
    text: `select other.starts_at, other.ends_at from interviews other
      where other.state = 'scheduled' and other.ends_at > now()
        and ($1::uuid is null or other.id <> $1)
        and (other.candidate_id = $2
          or (not ($5 and coalesce(other.is_group, false) and other.job_order_id = $4)
            and (other.contact_id = any($3::uuid[]) or exists (select from interviews_rels there
              where there.parent_id = other.id and there.path = 'otherContacts'
                and there.client_contacts_id = any($3::uuid[])))))`,
    values: [interviewId, candidateId, contactIds, jobOrderId, isGroup],
  })

/**
 * The same, once everybody who agrees on a time of one of these people at this moment is done: of two
 * who take one time, the second reads what the first has taken. Always the last lock that is taken.
 */
export const takenTimesInTurn = async ({
  req,
  people,
}: {
  req: PayloadRequest
  people: InterviewPeople
}): Promise<Span[]> => {
  for (const id of [people.candidateId, ...people.contactIds].toSorted())
    await takeTurn({ req, name: `interview-times:${id}` })
  return await takenTimes({ req, people })
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, type StoredEvent } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'
import type { Reader } from './readers'

/**
 * Whether a reader was written to about a record: nothing is called off with somebody who never
 * heard of it. A mail that was stopped before it left counts as none.
 */
export const wasWrittenTo = async ({
  req,
  reader,
  about,
}: {
  req: PayloadRequest
  reader: Reader
  about: SubjectRef
}): Promise<boolean> => {
  const { totalDocs } = await req.payload.count({
    collection: 'outbound-mails',
    where: {
      subjectKind: { equals: about.kind },
      subjectId: { equals: about.id },
      // The key names the reader, whatever their address was then.
      dedupeKey: { contains: reader.key },
      state: { not_equals: 'cancelled' },
    },
    req,
    overrideAccess: true,
  })
  return totalDocs > 0
}

/**
 * Whether the filling of the order, which this event is a part of, also took an offer or interview
 * from the candidate: then they are told of that, and not twice.
 */
export const losesMoreByFilling = async ({
  req,
  event,
}: {
  req: PayloadRequest
  event: StoredEvent
}): Promise<boolean> => {
  const lost = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select lost.id from domain_events lost
      where lost.order_id = $1 and lost.person_id = $2
        and lost.name in ('offer.withdrawn', 'interview.cancelled') and lost.from_state <> 'draft'
        and lost.at <= $3 and lost.at >= (
          select max(filled.at) from domain_events filled
          where filled.subject_type = 'job-order' and filled.subject_id = $1
            and filled.name = 'job-order.filled' and filled.at <= $3)
      limit 1`,
    values: [event.orderId, event.person?.id ?? null, event.at],
  })
  return lost !== null
}

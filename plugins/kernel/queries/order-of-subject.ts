import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '../database/sql'
import type { SubjectRef } from '../domain/actor'

/** The order that a record belongs to, as its events tell; null when it belongs to none. */
export const orderOfSubject = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<string | null> => {
  const told = await sqlOf(req).first({
    schema: z.object({ order_id: z.string() }),
    text: `select order_id from domain_events
      where subject_type = $1 and subject_id = $2 and order_id is not null
      order by at desc, id desc limit 1`,
    values: [subject.kind, subject.id],
  })
  return told?.order_id ?? null
}

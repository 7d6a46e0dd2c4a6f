import type { PayloadRequest } from 'payload'

import { sqlOf, transactionClientOf } from '../database/sql'
import type { SubjectRef } from '../domain/actor'

/**
 * Tells open screens after the commit, and keeps nothing: for what is no event of its own but follows
 * from one, such as somebody's new notification.
 */
export const signal = async ({
  req,
  name,
  subject,
}: {
  req: PayloadRequest
  name: string
  subject: SubjectRef
}): Promise<void> => {
  if (!(await transactionClientOf(req)))
    throw new Error(`The signal ${name} was given outside a transaction.`)
  await sqlOf(req).run({
    text: `select pg_notify('placewright_events', $1)`,
    values: [JSON.stringify({ id: subject.id, name, subject, orderId: null, clientId: null })],
  })
}

import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'
import { mayRemind, type Reminder } from '../domain/shortlist-reminder'
import { waitedForContacts } from '../queries/waited-for-contacts'

/** Asks those at the client who have not answered once more, by mail with the same link. */
export const remindOfShortlist = defineCommand({
  name: 'remind-of-shortlist',
  summary: 'Remind a client of a shortlist that is not answered',
  input: z.object({ shortlistId: chosen('a shortlist') }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { shortlistId }, ctx: { req } }) => {
    const shortlist = await lockRecord({ req, collection: 'shortlists', id: shortlistId })
    if (!shortlist?.sentAt) return refuseMissing('shortlist')
    const reminded = await remind({ req, shortlist, by: 'hand' })
    return reminded.ok ? ok({ shortlistId, people: reminded.value }) : reminded
  },
})

/** @returns how many people are written to */
export const remind = async ({
  req,
  shortlist,
  by,
}: {
  req: PayloadRequest
  shortlist: DataFromCollectionSlug<'shortlists'>
  by: Reminder
}): Promise<Result<number>> => {
  const now = await databaseNow(req)
  const judged = mayRemind({
    state: shortlist.state,
    remindedAt: shortlist.remindedAt ?? null,
    by,
    now,
  })
  if (!judged.ok) return judged
  const contacts = await waitedForContacts({ req, shortlistId: shortlist.id })
  if (contacts.length === 0)
    return refuseState({
      code: 'nobody-to-remind',
      message: 'Everybody has answered, or waits for our answer to a question.',
    })
  await req.payload.update({
    collection: 'shortlists',
    id: shortlist.id,
    data: { remindedAt: now, reminders: (shortlist.reminders ?? 0) + 1 },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await publish({
    req,
    event: {
      name: 'shortlist.reminded',
      subject: { kind: 'shortlist', id: shortlist.id },
      clientId: idOf(shortlist.client),
      orderId: idOf(shortlist.jobOrder),
      ballIn: 'client',
      changes: { contacts },
    },
  })
  return ok(contacts.length)
}

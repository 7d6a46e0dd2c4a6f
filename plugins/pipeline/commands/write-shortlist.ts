import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/crm/domain'
import { moveRecord, databaseNow } from '#plugins/kernel'
import { refuseInput, type Result } from '#plugins/kernel/domain'

/**
 * Writes a shortlist with its items and sends it: the event `shortlist.sent` makes the mail. The
 * submissions are locked and in the client's review by now.
 */
export const writeShortlist = async ({
  req,
  order,
  contactId,
  submissions,
  message,
  dueOn,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  contactId: string
  submissions: readonly DataFromCollectionSlug<'submissions'>[]
  message: string | null
  dueOn: string | null
}): Promise<Result<DataFromCollectionSlug<'shortlists'>>> => {
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id: contactId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!contact || contact.deletedAt || idOf(contact.client) !== idOf(order.client))
    return refuseInput({ contactId: 'Choose a contact of this client.' })
  if (!contact.emailNormalised)
    return refuseInput({ contactId: 'This contact has no e-mail address yet.' })
  const shortlist = await req.payload.create({
    collection: 'shortlists',
    data: {
      state: 'draft',
      jobOrder: order.id,
      client: idOf(order.client),
      contact: contactId,
      message,
      dueOn,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  for (const [index, submission] of submissions.entries())
    await req.payload.create({
      collection: 'shortlist-items',
      data: {
        shortlist: shortlist.id,
        submission: submission.id,
        jobOrder: order.id,
        candidate: idOf(submission.candidate),
        client: idOf(order.client),
        position: index + 1,
        decision: 'pending',
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
  return await moveRecord({
    req,
    collection: 'shortlists',
    id: shortlist.id,
    to: 'sent',
    data: { sentAt: await databaseNow(req) },
    what: 'shortlist',
  })
}

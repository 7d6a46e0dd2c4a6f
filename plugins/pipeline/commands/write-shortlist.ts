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
  alsoTo,
  isBlind,
  recommendations,
  cover = { subject: null, text: null },
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  contactId: string
  submissions: readonly DataFromCollectionSlug<'submissions'>[]
  message: string | null
  dueOn: string | null
  /** Other contacts of the client who are asked too. */
  alsoTo: readonly string[]
  isBlind: boolean
  /** What we say about each, by the id of the submission. */
  recommendations: Readonly<Record<string, string | null>>
  /** Own words of the mail; what is null comes from its template. */
  cover?: { subject: string | null; text: string | null }
}): Promise<Result<DataFromCollectionSlug<'shortlists'>>> => {
  const others = [...new Set(alsoTo)].filter((id) => id !== contactId)
  const problem = await judgeContact({ req, order, id: contactId })
  if (problem) return refuseInput({ contactId: problem })
  for (const id of others) {
    const why = await judgeContact({ req, order, id })
    if (why) return refuseInput({ alsoToIds: why })
  }
  const shortlist = await req.payload.create({
    collection: 'shortlists',
    data: {
      state: 'draft',
      jobOrder: order.id,
      client: idOf(order.client),
      contact: contactId,
      message,
      coverSubject: cover.subject,
      coverText: cover.text,
      dueOn,
      alsoTo: others,
      isBlind,
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
        recommendation: recommendations[submission.id] ?? null,
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

/** Why a shortlist of this order cannot go to a contact; null when it can. */
const judgeContact = async ({
  req,
  order,
  id,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  id: string
}): Promise<string | null> => {
  const contact = await req.payload.findByID({
    collection: 'client-contacts',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!contact || contact.deletedAt || idOf(contact.client) !== idOf(order.client))
    return 'Choose a contact of this client.'
  return contact.emailNormalised ? null : 'This contact has no e-mail address yet.'
}

import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf } from '#plugins/kernel'
import { ok, refuseInput, type Result } from '#plugins/kernel/domain'
import { writeShortlist } from './write-shortlist'

/**
 * Sends the order's contact a shortlist of one candidate, unless one that names them is still open.
 *
 * @returns the id of the new shortlist, or null when the client has one already
 */
export const showToClient = async ({
  req,
  order,
  submissionId,
}: {
  req: PayloadRequest
  order: DataFromCollectionSlug<'job-orders'>
  submissionId: string
}): Promise<Result<string | null>> => {
  const open = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select shortlist.id from shortlist_items item
      join shortlists shortlist on shortlist.id = item.shortlist_id
      where item.submission_id = $1 and item.decision in ('pending', 'question', 'maybe')
        and shortlist.state in ('sent', 'partly_answered', 'expired') limit 1`,
    values: [submissionId],
  })
  if (open) return ok(null)
  const contactId = idOf(order.contact)
  if (!contactId)
    return refuseInput({
      contact: 'Name the client’s contact on the order first: the shortlist goes to them.',
    })
  const submission = await req.payload.findByID({
    collection: 'submissions',
    id: submissionId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const sent = await writeShortlist({
    req,
    order,
    contactId,
    submissions: [submission],
    message: null,
    alsoTo: [],
    isBlind: false,
    recommendations: {},
    dueOn: null,
  })
  return sent.ok ? ok(sent.value.id) : sent
}

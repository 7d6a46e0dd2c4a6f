import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { publish, sqlOf } from '#plugins/kernel'

/** Whether somebody at the client waits for our answer about a candidate who is still under review. */
export const hasOpenQuestion = async ({
  req,
  shortlistId,
}: {
  req: PayloadRequest
  shortlistId: string
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ is_open: z.boolean() }),
    text: `select exists (select from shortlist_answers answer
        join shortlist_items item on item.id = answer.item_id
        join submissions submission on submission.id = item.submission_id
        where item.shortlist_id = $1 and answer.decision = 'question' and answer.replied_at is null
          and submission.state = 'client_review') as is_open`,
    values: [shortlistId],
  })
  return row?.is_open ?? false
}

/** Says that the ball went over to the agency, or back: the client's clock stands still meanwhile. */
export const tellOfQuestions = async ({
  req,
  shortlist,
  wasAsking,
}: {
  req: PayloadRequest
  shortlist: Pick<DataFromCollectionSlug<'shortlists'>, 'id' | 'client' | 'jobOrder'>
  wasAsking: boolean
}): Promise<void> => {
  const isAsking = await hasOpenQuestion({ req, shortlistId: shortlist.id })
  if (isAsking === wasAsking) return
  await publish({
    req,
    event: {
      name: isAsking ? 'shortlist.questioned' : 'shortlist.questions-settled',
      subject: { kind: 'shortlist', id: shortlist.id },
      clientId: idOf(shortlist.client),
      orderId: idOf(shortlist.jobOrder),
      ballIn: isAsking ? 'agency' : 'client',
    },
  })
}

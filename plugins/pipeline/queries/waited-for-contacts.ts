import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/**
 * The people at a client who still owe a word on somebody of a shortlist: they have said nothing yet, or
 * asked something that was answered, or were not sure and decide. Nobody whom we owe an answer.
 */
export const waitedForContacts = async ({
  req,
  shortlistId,
}: {
  req: PayloadRequest
  shortlistId: string
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `with asked as (
        select id as shortlist_id, contact_id, true as decides from shortlists where id = $1
        union
        select parent_id, client_contacts_id, false from shortlists_rels
        where parent_id = $1 and path = 'alsoTo' and client_contacts_id is not null
      )
      select contact.id from asked
      join client_contacts contact on contact.id = asked.contact_id and contact.deleted_at is null
        and contact.email_normalised is not null
      where exists (select from shortlist_items item
        join submissions submission on submission.id = item.submission_id
        left join shortlist_answers answer
          on answer.item_id = item.id and answer.contact_id = contact.id
        where item.shortlist_id = asked.shortlist_id and submission.state = 'client_review'
          and item.decision in ('pending', 'maybe', 'question')
          and (answer.id is null or (answer.decision = 'question' and answer.replied_at is not null)
            or (answer.decision = 'maybe' and asked.decides)))
      order by asked.decides desc, contact.id`,
    values: [shortlistId],
  })
  return [...new Set(rows.map(({ id }) => id))]
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { readDocument } from '#plugins/crm'
import { sqlOf } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'
import { mayRead } from '../access/reader'

/**
 * The CV that came with a shortlisted application, as long as the client decides on it or said yes.
 * Null for everybody else and for candidates of other shortlists.
 */
export const cvForClient = async ({
  req,
  shortlistId,
  itemId,
}: {
  req: PayloadRequest
  shortlistId: string
  itemId: string
}): Promise<{ bytes: Buffer; mimeType: string; filename: string } | null> => {
  if (!isUuid(shortlistId) || !isUuid(itemId)) return null
  const found = await sqlOf(req).first({
    schema: z.object({ client_id: z.string(), cv_id: z.string(), name: z.string() }),
    text: `select item.client_id, submission.cv_id,
        candidate.first_name || ' ' || candidate.last_name as name
      from shortlist_items item
      join shortlists shortlist on shortlist.id = item.shortlist_id
      join submissions submission on submission.id = item.submission_id
      join candidates candidate on candidate.id = item.candidate_id
      where item.id = $1 and shortlist.id = $2 and shortlist.sent_at is not null
        and shortlist.is_blind is not true
        and submission.cv_id is not null and submission.state not in ('rejected', 'withdrawn')`,
    values: [itemId, shortlistId],
  })
  const isReadable =
    found &&
    mayRead({
      req,
      purpose: 'shortlist.decide',
      subject: { kind: 'shortlist', id: shortlistId },
      permission: 'candidates.read',
      clientId: found.client_id,
    })
  if (!isReadable) return null
  const file = await readDocument({ req, documentId: found.cv_id })
  if (!file) return null
  const extension = file.mimeType === 'application/pdf' ? 'pdf' : 'docx'
  return { ...file, filename: `CV ${found.name}.${extension}` }
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord, publish, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { idOf } from '../domain/relation'

/**
 * Gives a draft up: what was read goes, and with it the file, unless it belongs to a candidate. The
 * bytes are swept from the disk by the daily job, when no row names them any more.
 */
export const discardCvDraft = defineCommand({
  name: 'discard-cv-draft',
  summary: 'Give a CV draft up; its file goes too, unless it is a candidate’s',
  input: z.object({ draftId: z.uuid('Choose a draft.') }),
  allow: { staff: 'candidates.write' },
  run: async ({ input: { draftId }, ctx: { req } }) => {
    const draft = await lockRecord({ req, collection: 'cv-drafts', id: draftId })
    if (!draft) return refuseMissing('CV draft')
    const moved = await moveRecord({
      req,
      collection: 'cv-drafts',
      id: draftId,
      locked: draft,
      to: 'discarded',
      data: { parsed: null, problem: null, title: 'Discarded CV', document: null },
      what: 'CV draft',
    })
    if (!moved.ok) return moved
    const documentId = idOf(draft.document)
    if (documentId) await forget({ req, documentId })
    return ok({ draftId })
  },
})

/** By hand: Payload would take the file off the disk before the commit that may not come. */
const forget = async ({
  req,
  documentId,
}: {
  req: PayloadRequest
  documentId: string
}): Promise<void> => {
  const gone = await sqlOf(req).run({
    text: 'delete from documents where id = $1 and candidate_id is null',
    values: [documentId],
  })
  if (gone > 0)
    await publish({
      req,
      event: { name: 'document.deleted', subject: { kind: 'document', id: documentId } },
    })
}

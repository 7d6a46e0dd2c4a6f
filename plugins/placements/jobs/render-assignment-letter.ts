import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { storeDocument } from '#plugins/crm'
import { defineJob, lockRecord, publish, sqlOf } from '#plugins/kernel'
import { letterItemName } from '../commands/list-readiness'
import { settleItem } from '../commands/settle-item'
import { letterFactsOf, type LetterFacts } from './letter-facts'

export const renderAssignmentLetterQueue = 'render-assignment-letter'

/**
 * Writes the assignment letter of a confirmed placement. The PDF is made between two transactions:
 * rendering takes long. A second run finds the letter and does nothing.
 */
export const renderAssignmentLetter = defineJob({
  name: renderAssignmentLetterQueue,
  input: z.object({ placementId: z.string() }),
  leaseSeconds: 120,
  retryLimit: 5,
  retryDelaySeconds: 10,
  run: async ({ input: { placementId }, attempt }) => {
    const facts = await attempt.transaction(
      async ({ req }) => await letterFactsOf({ req, placementId }),
    )
    if (!facts) return
    const { renderAssignmentLetterPdf } = await import('../pdf/assignment-letter-pdf')
    const bytes = await renderAssignmentLetterPdf(facts.paper)
    await attempt.transaction(async ({ req }) => {
      await keepLetter({ req, placementId, facts, bytes })
    })
  },
})

const keepLetter = async ({
  req,
  placementId,
  facts,
  bytes,
}: {
  req: PayloadRequest
  placementId: string
  facts: LetterFacts
  bytes: Uint8Array
}): Promise<void> => {
  const placement = await lockRecord({ req, collection: 'placements', id: placementId })
  if (!placement || placement.assignmentLetter) return
  const title = `Assignment letter ${facts.paper.reference}`
  const stored = await storeDocument({
    req,
    file: { bytes, filename: `${title}.pdf` },
    kind: 'assignment-letter',
    title,
    candidateId: facts.candidateId,
    subject: { kind: 'placement', id: placementId },
  })
  if (!stored.ok) throw new Error(`The letter could not be stored: ${stored.failure.code}`)
  const { documentId } = stored.value
  await req.payload.update({
    collection: 'placements',
    id: placementId,
    data: { assignmentLetter: documentId },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await submitLetterItem({ req, placementId, documentId })
  await publish({
    req,
    event: {
      name: 'placement.letter-written',
      subject: { kind: 'placement', id: placementId },
      person: { kind: 'candidate', id: facts.candidateId },
      clientId: facts.clientId,
      changes: { document: documentId },
      ballIn: 'candidate',
    },
  })
}

/** The letter waits to be checked; one that was waived or ticked off by hand stays so. */
const submitLetterItem = async ({
  req,
  placementId,
  documentId,
}: {
  req: PayloadRequest
  placementId: string
  documentId: string
}): Promise<void> => {
  const item = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from readiness_items
      where placement_id = $1 and kind = 'document' and name = $2 and state = 'missing' limit 1`,
    values: [placementId, letterItemName],
  })
  if (!item) return
  const settled = await settleItem({ req, id: item.id, to: 'submitted', document: documentId })
  if (!settled.ok) throw new Error(`The item could not be submitted: ${settled.failure.code}`)
}

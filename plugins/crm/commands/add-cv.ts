import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing } from '#plugins/kernel/domain'
import { canBePutForward } from '../domain/candidate-workflow'
import { readableName } from '../hooks/guard-document-file'
import { storeDocument } from './store-document'

/** Ten million bytes in base64. */
const mostCharacters = 13_400_000

type AddedCv = {
  /** `duplicate`: the same file is kept already, by this draft or candidate. */
  outcome: 'added' | 'duplicate'
  draftId: string | null
  candidateId: string | null
  candidateRef: string | null
}

/**
 * Takes one CV in: the file is kept, and a draft waits until its text was read. A file that is known is
 * pointed out and not kept twice. Nothing is written into a profile.
 */
export const addCv = defineCommand({
  name: 'add-cv',
  summary: 'Take a CV in, to be read and reviewed before anything of it is in a profile',
  input: z.object({
    filename: z.string().min(1).max(255),
    contentBase64: z
      .string()
      .max(mostCharacters, 'This file is too large: at most 10 MB.')
      .refine(isBase64, 'This file did not arrive whole. Please choose it again.'),
    candidateId: z.uuid('Choose a candidate.').nullish(),
  }),
  example: { filename: 'cv.pdf', contentBase64: 'JVBERi0xLjcK' },
  allow: { staff: 'candidates.write' },
  maxBodyBytes: mostCharacters + 10_000,
  run: async ({ input: { filename, contentBase64, candidateId }, ctx: { req, actor } }) => {
    const bytes = new Uint8Array(Buffer.from(contentBase64, 'base64'))
    if (bytes.length === 0) return refuseInput({ file: 'This file is empty.' })
    if (candidateId && !(await isOpenTo({ req, candidateId }))) return refuseMissing('candidate')
    const known = await knownFile({ req, sha256: sha256Of(bytes) })
    if (known) return ok<AddedCv>({ outcome: 'duplicate', ...known })
    const stored = await storeDocument({
      req,
      file: { bytes, filename },
      kind: 'cv',
      candidateId: candidateId ?? null,
    })
    if (!stored.ok) return stored
    const draft = await req.payload.create({
      collection: 'cv-drafts',
      data: {
        state: 'reading',
        title: readableName(filename),
        document: stored.value.documentId,
        candidate: candidateId ?? null,
        addedBy: actor.kind === 'staff' ? actor.id : null,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok<AddedCv>({
      outcome: 'added',
      draftId: draft.id,
      candidateId: candidateId ?? null,
      candidateRef: null,
    })
  },
})

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Two who drop the same file wait for each other; the second is shown the first. */
const knownFile = async ({
  req,
  sha256,
}: {
  req: PayloadRequest
  sha256: string
}): Promise<{
  draftId: string | null
  candidateId: string | null
  candidateRef: string | null
} | null> => {
  await sqlOf(req).run({
    text: `select pg_advisory_xact_lock(hashtextextended('cv:' || $1, 0))`,
    values: [sha256],
  })
  const row = await sqlOf(req).first({
    schema: z.object({
      draft: z.string().nullable(),
      candidate: z.string().nullable(),
      ref: z.string().nullable(),
    }),
    text: `select draft.id as draft, person.id as candidate, person.ref
      from documents d
        left join cv_drafts draft on draft.document_id = d.id
        left join candidates person
          on person.id = coalesce(d.candidate_id, draft.candidate_id) and person.deleted_at is null
      where d.sha256 = $1 and d.kind::text = 'cv' order by d.created_at limit 1`,
    values: [sha256],
  })
  return row ? { draftId: row.draft, candidateId: row.candidate, candidateRef: row.ref } : null
}

const isOpenTo = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<boolean> => {
  const row = await sqlOf(req).first({
    schema: z.object({ state: z.string() }),
    text: 'select state from candidates where id = $1 and deleted_at is null for share',
    values: [candidateId],
  })
  return row !== null && canBePutForward(row.state)
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
}

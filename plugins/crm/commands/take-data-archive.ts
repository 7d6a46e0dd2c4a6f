import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import {
  actorOf,
  databaseNow,
  inOwnTransaction,
  lockRecord,
  readPersonalData,
  spendLink,
  sqlOf,
} from '#plugins/kernel'
import { holdsLink, type PersonRef } from '#plugins/kernel/domain'
import { readDocumentFile } from '../adapters/document-files'
import { archivePage } from '../domain/archive-page'
import { idOf } from '../domain/relation'
import { mergedInto } from '../queries/merges-of'
import { zipArchive, type ZipEntry } from '../text/zip-archive'

export type TakenArchive = { bytes: Buffer; filename: string; mimeType: string }

/**
 * The copy itself, for whoever holds the link for it, once: the link is spent in the same commit.
 * Null when the link is used, over or of another record. Not a command, whose answers are kept.
 */
export const takeDataArchive = async ({
  req,
  archiveId,
}: {
  req: PayloadRequest
  archiveId: string
}): Promise<TakenArchive | null> => {
  const actor = actorOf(req)
  const subject = { kind: 'data-archive', id: archiveId }
  if (!holdsLink({ actor, purpose: 'privacy.archive', subject })) return null
  return await inOwnTransaction({
    req,
    run: async () => {
      const archive = await lockRecord({ req, collection: 'data-archives', id: archiveId })
      if (!archive || !(await spendLink({ req, actor }))) return null
      const candidateId = idOf(archive.candidate)
      const person: PersonRef = candidateId
        ? { kind: 'candidate', id: candidateId }
        : { kind: 'client-contact', id: idOf(archive.contact) ?? '' }
      const takenAt = await databaseNow(req)
      const bytes = zipArchive(await entriesOf({ req, person, takenAt }))
      await req.payload.update({
        collection: 'data-archives',
        id: archiveId,
        data: { takenAt },
        req,
        overrideAccess: true,
        depth: 0,
      })
      return { bytes, filename: `my-data-${takenAt.slice(0, 10)}.zip`, mimeType: 'application/zip' }
    },
    keep: (taken) => taken !== null,
  })
}

const entriesOf = async ({
  req,
  person,
  takenAt,
}: {
  req: PayloadRequest
  person: PersonRef
  takenAt: string
}): Promise<ZipEntry[]> => {
  const tables = await readPersonalData({ req, person })
  // Who had several records is told what stands in each of them.
  for (const id of person.kind === 'candidate' ? await mergedInto({ req, id: person.id }) : [])
    tables.push(...(await readPersonalData({ req, person: { kind: 'candidate', id } })))
  const files = await filesOf({ req, person })
  return [
    {
      name: 'data.json',
      bytes: Buffer.from(JSON.stringify({ madeAt: takenAt, tables }, null, 2), 'utf8'),
    },
    {
      name: 'index.html',
      bytes: Buffer.from(
        archivePage({ tables, files: files.map(({ name }) => name), takenAt }),
        'utf8',
      ),
    },
    ...files,
  ]
}

const filesOf = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<ZipEntry[]> => {
  if (person.kind !== 'candidate') return []
  const rows = await sqlOf(req).rows({
    schema: z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string().nullable(),
      filename: z.string().nullable(),
    }),
    text: `select id, kind::text as kind, title, filename from documents
      where candidate_id = $1 and scan_status::text in ('clean', 'not-scanned') order by created_at`,
    values: [person.id],
  })
  const files: ZipEntry[] = []
  for (const { id, kind, filename } of rows) {
    const bytes = filename ? await readDocumentFile({ payload: req.payload, filename }) : null
    const extension = /\.[a-z0-9]{1,5}$/i.exec(filename ?? '')?.[0] ?? ''
    if (bytes) files.push({ name: `files/${kind}-${id}${extension.toLowerCase()}`, bytes })
  }
  return files
}

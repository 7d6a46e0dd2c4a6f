import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf } from '#plugins/kernel'
import type { Actor } from '#plugins/kernel/domain'
import { isServable } from '../access/document-file'
import { readDocumentFile } from '../adapters/document-files'

const row = z.object({
  id: z.string(),
  title: z.string().nullable(),
  kind: z.string(),
  filename: z.string(),
  mime_type: z.string(),
  scan_status: z.string(),
  created_at: instant,
})

const columns = 'id, title, kind, filename, mime_type, scan_status, created_at'

/**
 * A document with its bytes for the person it is meant for: a candidate's own CV and letters, a
 * client's invoices and receipts, or the paper of exactly the record that a link opens. Null for
 * everybody else.
 */
export const documentForPerson = async ({
  req,
  documentId,
}: {
  req: PayloadRequest
  documentId: string
}): Promise<{ bytes: Buffer; mimeType: string; filename: string } | null> => {
  const reach = reachOf(actorOf(req))
  if (!reach) return null
  const found = await sqlOf(req).first({
    schema: row,
    text: `select ${columns} from documents where id::text = $1 and ${reach.where}`,
    values: [documentId, ...reach.values],
  })
  if (!found || !isServable(found.scan_status)) return null
  const bytes = await readDocumentFile({ payload: req.payload, filename: found.filename })
  return bytes ? { bytes, mimeType: found.mime_type, filename: downloadName(found) } : null
}

/** The documents of a signed-in candidate or client, newest first. */
export const documentsOfPerson = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<{ id: string; title: string; kind: string; createdAt: string; file: FileState }[]> => {
  const actor = actorOf(req)
  const reach = reachOf(actor)
  if (actor.kind !== 'portal' || !reach) return []
  const rows = await sqlOf(req).rows({
    schema: row,
    text: `select ${columns} from documents
      where $1::text is not null and ${reach.where} order by created_at desc limit 200`,
    values: [actor.id, ...reach.values],
  })
  return rows.map(({ id, title, kind, created_at, scan_status }) => ({
    id,
    title: title ?? 'Document',
    kind,
    createdAt: created_at,
    file: fileState(scan_status),
  }))
}

/** Whether the file can be had: it is being checked for viruses, or one was found. */
export type FileState = 'ready' | 'being-checked' | 'refused'

const fileState = (scanStatus: string): FileState => {
  if (isServable(scanStatus)) return 'ready'
  return scanStatus === 'pending' ? 'being-checked' : 'refused'
}

/** Conditions whose first value is `$2`. */
const reachOf = (actor: Actor): { where: string; values: unknown[] } | null => {
  switch (actor.kind) {
    case 'portal':
      return {
        where: `((candidate_id::text = $2 and kind in ('cv', 'assignment-letter'))
          or (client_id::text = $3 and kind in ('invoice', 'receipt')))`,
        values: [actor.candidateId, actor.contactId ? actor.clientId : null],
      }
    case 'link':
      return {
        where: 'subject_kind = $2 and subject_id = $3',
        values: [actor.subject.kind, actor.subject.id],
      }
    case 'staff':
    case 'system':
    case 'anonymous':
      return null
  }
}

const downloadName = ({ title, filename }: { title: string | null; filename: string }): string => {
  const extension = filename.split('.').at(-1) ?? 'bin'
  const name = title?.replace(new RegExp(`\\.${extension}$`, 'i'), '') || 'document'
  return `${name}.${extension}`
}

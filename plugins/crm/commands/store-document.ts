import type { PayloadRequest } from 'payload'

import { ok, type Result, type SubjectRef } from '#plugins/kernel/domain'
import type { DocumentKind } from '../access/documents'
import { fileTypeOf } from '../adapters/file-type'
import { readableName } from '../hooks/guard-document-file'

/**
 * Keeps a private file in the caller's transaction: its kind is read from the bytes, its name on
 * disk cannot be guessed, its text is read by a job. A file whose transaction was rolled back has no
 * row; the job `sweep-document-files` removes it.
 */
export const storeDocument = async ({
  req,
  file,
  kind,
  title,
  candidateId = null,
  clientId = null,
  subject = null,
}: {
  req: PayloadRequest
  file: { bytes: Uint8Array; filename: string }
  kind: DocumentKind
  /** How people find it; without one the name of the file. */
  title?: string
  candidateId?: string | null
  clientId?: string | null
  /** The record it belongs to, when that is of another plugin. */
  subject?: SubjectRef | null
}): Promise<Result<{ documentId: string; sha256: string }>> => {
  const type = await fileTypeOf({ bytes: file.bytes, kind })
  if (!type.ok) return type
  const data = Buffer.from(file.bytes)
  const document = await req.payload.create({
    collection: 'documents',
    data: {
      title: title ?? readableName(file.filename),
      kind,
      candidate: candidateId,
      client: clientId,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      textState: 'none',
      scanStatus: 'not-scanned',
    },
    file: { data, mimetype: type.value.mimeType, name: file.filename, size: data.length },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok({ documentId: document.id, sha256: document.sha256 ?? '' })
}

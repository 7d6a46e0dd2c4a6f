import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { PayloadRequest } from 'payload'
import { isServable } from '../access/document-file'
import { readDocumentFile } from '../adapters/document-files'

/** The bytes of a document for the product itself (attachments of mails); null when it has none. */
export const readDocument = async ({
  req,
  documentId,
}: {
  req: PayloadRequest
  documentId: string
}): Promise<{ bytes: Buffer; mimeType: string } | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ filename: z.string(), mime_type: z.string(), scan_status: z.string() }),
    text: 'select filename, mime_type, scan_status from documents where id::text = $1',
    values: [documentId],
  })
  if (!row || !isServable(row.scan_status)) return null
  const bytes = await readDocumentFile({ payload: req.payload, filename: row.filename })
  return bytes ? { bytes, mimeType: row.mime_type } : null
}

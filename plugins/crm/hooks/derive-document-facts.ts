import { createHash } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'

import { documentMimeTypes } from '../text/extract-text'

const readable = new Set<unknown>(Object.values(documentMimeTypes))

/** The fingerprint of a new file, and whether its text is to be read. */
export const deriveDocumentFacts: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  if (operation !== 'create' || !req.file) return data
  data.sha256 = createHash('sha256').update(req.file.data).digest('hex')
  data.textState = data.kind === 'cv' && readable.has(req.file.mimetype) ? 'pending' : 'none'
  return data
}

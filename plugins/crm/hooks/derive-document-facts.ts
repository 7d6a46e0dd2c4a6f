import { createHash } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '#plugins/kernel'
import { documentMimeTypes } from '../text/extract-text'

const readable = new Set<unknown>(Object.values(documentMimeTypes))

/**
 * The fingerprint of a new file, whether its text is to be read, and whether it waits for the virus
 * scanner: what a person brings does; what the product printed itself is scanned afterwards.
 */
export const deriveDocumentFacts =
  ({ isScanned }: { isScanned: boolean }): CollectionBeforeChangeHook =>
  ({ data, operation, req }) => {
    if (operation !== 'create' || !req.file) return data
    data.sha256 = createHash('sha256').update(req.file.data).digest('hex')
    data.textState = data.kind === 'cv' && readable.has(req.file.mimetype) ? 'pending' : 'none'
    if (isScanned && actorOf(req).kind !== 'system') data.scanStatus = 'pending'
    return data
  }

import { randomUUID } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import {
  APIError,
  ValidationError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'

import { documentMimeTypes, sniffDocument } from '../text/extract-text'

const mostBytes = 10_000_000

/**
 * Takes a file for what its bytes are, not for what it is called, and gives it a name on disk that
 * nobody can guess. A stored file is never replaced: a new one is a new document.
 */
export const guardDocumentFile: CollectionBeforeOperationHook = async ({
  args,
  operation,
  req,
}) => {
  const { file } = req
  if (!file) return args
  if (operation !== 'create')
    throw new APIError('A stored file is not replaced. Add a new document.', 409, null, true)
  if (file.data.length > mostBytes) throw asError('This file is too large: at most 10 MB.')
  const { extension, mimeType } = await typeOf(file.data)
  const { data }: { data?: unknown } = args
  if (typeof data === 'object' && data !== null && !Reflect.get(data, 'title'))
    Reflect.set(data, 'title', readableName(file.name))
  const stored: NonNullable<PayloadRequest['file']> = {
    ...file,
    mimetype: mimeType,
    name: `${randomUUID()}.${extension}`,
  }
  req.file = stored
  return args
}

const typeOf = async (bytes: Buffer): Promise<{ extension: string; mimeType: string }> => {
  const picture = await fileTypeFromBuffer(bytes)
  if (picture?.ext === 'png' || picture?.ext === 'jpg')
    return { extension: picture.ext, mimeType: picture.mime }
  const sniffed = await sniffDocument(bytes)
  if (!sniffed.ok) throw asError(sniffed.failure.message)
  return { extension: sniffed.value, mimeType: documentMimeTypes[sniffed.value] }
}

/** What the person called the file, without what a terminal, path or header could trip over. */
export const readableName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .slice(0, 120) || 'Document'

const asError = (message: string): Error =>
  new ValidationError({ collection: 'documents', errors: [{ path: 'file', message }] })

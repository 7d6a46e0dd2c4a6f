import { randomUUID } from 'node:crypto'
import {
  APIError,
  ValidationError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'

import { fileTypeOf } from '../adapters/file-type'

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
  const { data }: { data?: unknown } = args
  const given = typeof data === 'object' && data !== null ? data : {}
  const type = await fileTypeOf({ bytes: file.data, kind: Reflect.get(given, 'kind') })
  if (!type.ok)
    throw new ValidationError({
      collection: 'documents',
      errors: [{ path: 'file', message: type.failure.message }],
    })
  if (!Reflect.get(given, 'title')) Reflect.set(given, 'title', readableName(file.name))
  const stored: NonNullable<PayloadRequest['file']> = {
    ...file,
    mimetype: type.value.mimeType,
    name: `${randomUUID()}.${type.value.extension}`,
  }
  req.file = stored
  return args
}

/** What the person called the file, without what a terminal, path or header could trip over. */
export const readableName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .trim()
    .slice(0, 120) || 'Document'

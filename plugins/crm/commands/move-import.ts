import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { moveRecord } from '#plugins/kernel'
import type { ImportState } from '../domain/import-workflow'

/** Moves an import along its workflow in the caller's transaction; a refusal there is a fault of ours. */
export const moveImport = async ({
  req,
  importId,
  to,
  data = {},
}: {
  req: PayloadRequest
  importId: string
  to: ImportState
  data?: Partial<DataFromCollectionSlug<'imports'>>
}): Promise<void> => {
  const moved = await moveRecord({
    req,
    collection: 'imports',
    id: importId,
    to,
    data,
    what: 'import',
  })
  if (!moved.ok) throw new Error(`The import ${importId} did not move: ${moved.failure.code}.`)
}

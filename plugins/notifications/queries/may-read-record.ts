import type { PayloadRequest } from 'payload'

import { keyOf, recordTitles } from '#plugins/kernel'
import type { SubjectRef } from '#plugins/kernel/domain'

/** Whether whoever asks may see a record now; false when it is gone. */
export const mayReadRecord = async ({
  req,
  record,
}: {
  req: PayloadRequest
  record: SubjectRef
}): Promise<boolean> => (await recordTitles({ req, records: [record] })).has(keyOf(record))

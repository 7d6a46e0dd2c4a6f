import type { PayloadRequest } from 'payload'

import { actorOf, registryOf } from '#plugins/kernel'
import { isUuid, type SubjectRef } from '#plugins/kernel/domain'

/** Whether there is such a record and whoever asks may see it; the bin counts as there. */
export const isVisibleSubject = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<boolean> => {
  const kind = registryOf(req.payload).subjects.get(subject.kind)
  const collection = req.payload.config.collections.find(({ slug }) => slug === kind?.collection)
  if (!collection || !isUuid(subject.id)) return false
  const record = await req.payload.findByID({
    collection: collection.slug,
    id: subject.id,
    depth: 0,
    req,
    overrideAccess: actorOf(req).kind === 'system',
    disableErrors: true,
    ...(collection.trash ? { trash: true } : {}),
  })
  return Boolean(record)
}

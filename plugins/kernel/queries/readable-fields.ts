import type { PayloadRequest } from 'payload'

import { actorOf } from '../commands/actor-of'
import { can } from '../domain/actor'
import type { CustomField } from '../domain/custom-field'
import { customFieldsOf } from './custom-fields-of'

/** The agency's own fields of a collection that the reader may see, in their order. */
export const readableFields = async ({
  req,
  collection,
}: {
  req: PayloadRequest
  collection: string
}): Promise<readonly CustomField[]> => {
  const actor = actorOf(req)
  const fields = await customFieldsOf({ req, collection })
  return fields.filter(
    ({ isRemoved, readPermission }) =>
      !isRemoved && (readPermission === null || can({ actor, permission: readPermission })),
  )
}

import type { CollectionBeforeOperationHook } from 'payload'
import { z } from 'zod'

import { sqlOf, tableOf } from '#plugins/kernel'
import { isUuid } from '#plugins/kernel/domain'

/**
 * Changes of one account wait for each other. Payload writes whole rows as it read them: without this
 * a colleague who saves their name at the right moment would take back that a role was taken away.
 */
export const guardAccountRow: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const id: unknown = operation === 'update' ? Reflect.get(args, 'id') : undefined
  if (!isUuid(id) || !(await req.transactionID)) return args
  await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from ${tableOf(collection.slug)} where id = $1 for update`,
    values: [id],
  })
  return args
}

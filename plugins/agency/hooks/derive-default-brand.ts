import type { CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/** The first brand is the default, so that mails have one from the beginning. */
export const deriveDefaultBrand: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  await sqlOf(req).run({
    text: `select pg_advisory_xact_lock(hashtextextended('default-brand', 0))`,
  })
  const known = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from brands where is_default limit 1',
  })
  return { ...data, isDefault: known === null }
}

import type { CollectionBeforeChangeHook } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn } from '#plugins/kernel'

/** The first brand is the default, so that mails have one from the beginning. */
export const deriveDefaultBrand: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  await takeTurn({ req, name: 'default-brand' })
  const known = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from brands where is_default limit 1',
  })
  return { ...data, isDefault: known === null }
}

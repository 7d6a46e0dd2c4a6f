import { z } from 'zod'

import { defineCommand, lockRecord, publish, takeTurn } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'

/** What has no brand of its own appears under this one from now on. */
export const setDefaultBrand = defineCommand({
  name: 'set-default-brand',
  summary: 'Make a brand the one of everything that picks none',
  input: z.object({ brandId: z.uuid('Choose a brand.') }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { brandId }, ctx: { req, sql } }) => {
    await takeTurn({ req, name: 'default-brand' })
    const brand = await lockRecord({ req, collection: 'brands', id: brandId })
    if (!brand) return refuseMissing('brand')
    const changed = await sql.run({
      text: 'update brands set is_default = (id = $1) where is_default is distinct from (id = $1)',
      values: [brandId],
    })
    if (!brand.isDefault && changed > 0)
      await publish({
        req,
        event: { name: 'brand.became-default', subject: { kind: 'brand', id: brandId } },
      })
    return ok({ brandId, name: brand.name })
  },
})

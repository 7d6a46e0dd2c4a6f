import { z } from 'zod'

import { defineCommand, lockRecord, publish, takeTurn } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'

/** The agency reports in the currency of this company; booked amounts keep their own. */
export const setBaseCompany = defineCommand({
  name: 'set-base-company',
  summary: 'Report in the currency of this company',
  input: z.object({ legalEntityId: z.uuid() }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { legalEntityId }, ctx: { req, sql } }) => {
    await takeTurn({ req, name: 'base-company' })
    const entity = await lockRecord({ req, collection: 'legal-entities', id: legalEntityId })
    if (!entity) return refuseMissing('company')
    const changed = await sql.run({
      text: 'update legal_entities set is_base = (id = $1) where is_base is distinct from (id = $1)',
      values: [legalEntityId],
    })
    if (changed > 0)
      await publish({
        req,
        event: {
          name: 'legal-entity.became-base',
          subject: { kind: 'legal-entity', id: legalEntityId },
        },
      })
    return ok({ currency: entity.currency })
  },
})

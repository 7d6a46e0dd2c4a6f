import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseState } from '#plugins/kernel/domain'
import { chosen } from '../domain/inputs'

const idRow = z.object({ id: z.string() })

export const orderRoutingRules = defineCommand({
  name: 'order-routing-rules',
  summary: 'Put the routing rules into the order in which they are asked',
  input: z.object({
    /** All rules, those not in use too, in their new order. */
    ruleIds: z.array(chosen('a rule')).max(500, 'At most 500 rules.'),
  }),
  allow: { staff: 'settings.write' },
  run: async ({ input: { ruleIds }, ctx: { req, payload, sql } }) => {
    await sql.run({ text: `select pg_advisory_xact_lock(hashtextextended('routing', 0))` })
    const known = await sql.rows({ schema: idRow, text: 'select id from routing_rules' })
    const asked = new Set(ruleIds)
    const isSameSet =
      asked.size === ruleIds.length &&
      ruleIds.length === known.length &&
      known.every(({ id }) => asked.has(id))
    if (!isSameSet)
      return refuseState({
        code: 'changed-meanwhile',
        message: 'These are not exactly the rules there are. Look again and order once more.',
      })
    for (const [at, id] of ruleIds.entries())
      await payload.update({
        collection: 'routing-rules',
        id,
        data: { position: (at + 1) * 10 },
        req,
        overrideAccess: true,
        depth: 0,
      })
    return ok({ ruleIds })
  },
})

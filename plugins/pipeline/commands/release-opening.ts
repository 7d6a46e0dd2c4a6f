import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { chosen, reasonText } from '../domain/inputs'
import { freeOpening } from './free-opening'

export const releaseOpening = defineCommand({
  name: 'release-opening',
  summary: 'Give a reserved opening free for other candidates',
  input: z.object({ openingId: chosen('an opening'), reason: reasonText }),
  allow: { staff: 'pipeline.write' },
  run: async ({ input: { openingId, reason }, ctx: { req, payload } }) => {
    const known = await payload.findByID({
      collection: 'openings',
      id: openingId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!known) return refuseMissing('opening')
    const order = await lockRecord({ req, collection: 'job-orders', id: idOf(known.jobOrder) })
    if (!order) return refuseMissing('job order')
    const freed = await freeOpening({ req, openingId, reason })
    return freed.ok ? ok({ openingId, state: freed.value.state }) : freed
  },
})

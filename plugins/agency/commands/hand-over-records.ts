import { z } from 'zod'

import { defineCommand, lockRecord, publish, reassignRecords, registryOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { standingOf } from '../domain/standing'

/** All open records of a colleague, or some kinds of them, become a successor's. */
export const handOverRecords = defineCommand({
  name: 'hand-over-records',
  summary: 'Give the open records of a colleague to a successor',
  input: z.object({
    userId: z.uuid(),
    toUserId: z.uuid('Choose who takes them over.'),
    /** Kinds of records; left out: all. */
    kinds: z.record(z.string(), z.boolean()).nullish(),
  }),
  allow: { staff: 'staff.write' },
  run: async ({ input: { userId, toUserId, kinds }, ctx: { req } }) => {
    if (userId === toUserId)
      return refuseInput({ toUserId: 'Choose somebody else: these are theirs already.' })
    const from = await lockRecord({ req, collection: 'users', id: userId })
    if (!from) return refuseMissing('colleague')
    const to = await lockRecord({ req, collection: 'users', id: toUserId })
    if (!to) return refuseInput({ toUserId: 'This colleague was not found.' })
    if (standingOf(to) !== 'active')
      return refuseInput({ toUserId: `${to.name} cannot sign in. Choose an active colleague.` })
    const chosen = registryOf(req.payload).owners.filter(({ key }) => !kinds || kinds[key] === true)
    const counts: Record<string, number> = {}
    for (const { key, label: _label, ...owned } of chosen)
      counts[key] = await reassignRecords({ req, owned, from: userId, to: toUserId })
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    if (total === 0)
      return refuseState({
        code: 'nothing-owned',
        message: `There is nothing to hand over from ${from.name}.`,
      })
    await publish({
      req,
      event: {
        name: 'staff.handed-over',
        subject: { kind: 'user', id: userId },
        to: to.name,
        changes: { records: [null, counts], successor: [null, toUserId] },
      },
    })
    return ok({ counts, total })
  },
})

import { z } from 'zod'

import { defineReaction, moveRecord, registryOf } from '#plugins/kernel'
import { nextStatesOf, stateFrom } from '#plugins/kernel/domain'
import { releasedStates } from '../domain/placement-workflow'

/**
 * A candidate counts as placed while a placement is agreed or runs, and as active again after the
 * last one. Who was blocked or retired meanwhile stays so.
 */
export const followPlacement = defineReaction({
  name: 'follow-placement',
  on: [
    'placement.created',
    'placement.cancelled',
    'placement.not-started',
    'placement.completed',
    'placement.ended-early',
  ],
  run: async ({ req, payload, sql, event }) => {
    const candidateId = event.person?.kind === 'candidate' ? event.person.id : null
    if (!candidateId) return
    const row = await sql.first({
      schema: z.object({ state: z.string(), live: z.boolean() }),
      text: `select c.state, exists (
          select 1 from placements p where p.candidate_id = c.id
            and p.state not in ('completed', 'ended_early') and p.state <> all($2)) as live
        from candidates c where c.id = $1 for update`,
      values: [candidateId, [...releasedStates]],
    })
    const workflow = registryOf(payload).workflows.get('candidates')
    const from = workflow && stateFrom({ workflow, value: row?.state })
    if (!row || !workflow || !from) return
    const to = row.live ? 'placed' : 'active'
    const hasRightStanding = row.live ? from !== to : from === 'placed'
    if (!hasRightStanding || !nextStatesOf({ workflow, from }).includes(to)) return
    const moved = await moveRecord({
      req,
      collection: 'candidates',
      id: candidateId,
      to,
      what: 'candidate',
    })
    if (!moved.ok)
      throw new Error(`The candidate ${candidateId} could not follow: ${moved.failure.code}`)
  },
})

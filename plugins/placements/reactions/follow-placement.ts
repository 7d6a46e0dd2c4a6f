import { z } from 'zod'

import { candidateWorkflow, type CandidateState } from '#plugins/crm/domain'
import { defineReaction, moveRecord } from '#plugins/kernel'
import { stateFrom } from '#plugins/kernel/domain'
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
  run: async ({ req, sql, event }) => {
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
    const from = stateFrom({ workflow: candidateWorkflow, value: row?.state })
    if (!row || !from) return
    const to: CandidateState = row.live ? 'placed' : 'active'
    const countsAsPlaced = from === 'placed'
    if (row.live === countsAsPlaced || !candidateWorkflow.states[from].next[to]) return
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

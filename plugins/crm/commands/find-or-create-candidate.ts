import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { personInput } from '../domain/person-input'
import { matchCandidate } from './match-candidate'

export const findOrCreateCandidate = defineCommand({
  name: 'find-or-create-candidate',
  summary: 'Find the candidate with this e-mail or phone, or create one',
  input: personInput.extend({ source: z.string().trim().min(1).max(60).default('staff') }),
  allow: { staff: 'candidates.write' },
  run: async ({ input: { source, ...person }, ctx: { req, actor } }) => {
    const matched = await matchCandidate({
      req,
      person,
      source,
      ownerId: actor.kind === 'staff' ? actor.id : null,
    })
    if (!matched.ok) return matched
    const { candidate, isNew, filled, differing } = matched.value
    return ok({ candidateId: candidate.id, ref: candidate.ref ?? null, isNew, filled, differing })
  },
})

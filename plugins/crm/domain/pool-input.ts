import { z } from 'zod'

export const mostIntoPool = 500

/** A pool and the candidates who come into it or leave it. */
export const poolMembers = z.object({
  poolId: z.uuid('Choose a pool.'),
  candidateIds: z
    .array(z.uuid('Choose candidates.'))
    .min(1, 'Choose at least one candidate.')
    .max(mostIntoPool, `At most ${mostIntoPool} at once.`),
})

export const poolMembersExample = {
  poolId: '0190a000-0000-7000-8000-000000000001',
  candidateIds: ['0190a000-0000-7000-8000-000000000002'],
}

import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { canBePutForward } from '../domain/candidate-workflow'
import { keepConsent } from './record-consent'
import { settleKeeping } from './settle-keeping'

/**
 * A candidate’s word whether the agency keeps their profile. A yes is a consent to the words in force; a
 * no takes back what they agreed to and ends the use of the profile at once, but for work that goes on.
 */
export const answerToStay = defineCommand({
  name: 'answer-to-stay',
  summary: 'Say whether the agency may keep one’s profile for later jobs',
  input: z.object({
    candidateId: z.uuid('Choose a candidate.'),
    answer: z.enum(['stay', 'leave'], 'Choose an answer.'),
    note: z.string().trim().max(2_000).nullish(),
  }),
  example: { candidateId: '0190a000-0000-7000-8000-000000000001', answer: 'stay' },
  allow: {
    staff: 'candidates.write',
    portal: ['candidate'],
    link: {
      purpose: 'keeping.answer',
      subject: ({ candidateId }) => ({ kind: 'candidate', id: candidateId }),
    },
  },
  run: async ({ input: { candidateId, answer, note }, ctx: { req, actor } }) => {
    if (actor.kind === 'portal' && actor.candidateId !== candidateId)
      return refuseMissing('candidate')
    const candidate = await lockRecord({ req, collection: 'candidates', id: candidateId })
    if (!candidate || candidate.state === 'anonymised') return refuseMissing('candidate')
    if (!canBePutForward(candidate.state))
      return refuseState({
        code: 'candidate-blocked',
        message: 'This profile is closed. Please call us.',
      })
    if (actor.kind === 'staff' && !note)
      return refuseInput({ note: 'Write what the candidate said, and when.' })
    if (answer === 'stay') {
      await keepConsent({
        req,
        candidateId,
        purpose: 'talent-pool',
        channel: actor.kind === 'staff' ? `colleague: ${note ?? ''}`.slice(0, 200) : actor.kind,
        language: candidate.locale,
      })
      return ok({ candidateId })
    }
    const saidAt = await databaseNow(req)
    await req.payload.update({
      collection: 'consents',
      where: {
        candidate: { equals: candidateId },
        purpose: { in: ['talent-pool', 'marketing'] },
        withdrawnAt: { exists: false },
      },
      data: { withdrawnAt: saidAt },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await sqlOf(req).run({
      text: 'update candidates set keep_refused_at = $2 where id = $1',
      values: [candidateId, saidAt],
    })
    await settleKeeping({ req, ids: [candidateId], mayAsk: false })
    return ok({ candidateId })
  },
})

import { z } from 'zod'

import { databaseNow, defineCommand, lockRecord } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { idOf } from '../domain/relation'
import { settleKeeping } from './settle-keeping'

export const withdrawConsent = defineCommand({
  name: 'withdraw-consent',
  summary: 'Take back a consent; what was done with it before stays lawful',
  input: z.object({ consentId: z.uuid('Choose a consent.') }),
  allow: { staff: 'candidates.write', portal: ['candidate'] },
  run: async ({ input: { consentId }, ctx: { req, actor, payload } }) => {
    const consent = await lockRecord({ req, collection: 'consents', id: consentId })
    if (!consent) return refuseMissing('consent')
    if (actor.kind === 'portal' && idOf(consent.candidate) !== actor.candidateId)
      return refuseMissing('consent')
    if (consent.withdrawnAt)
      return refuseState({
        code: 'already-withdrawn',
        message: 'This consent was taken back before.',
      })
    await payload.update({
      collection: 'consents',
      id: consentId,
      data: { withdrawnAt: await databaseNow(req) },
      req,
      overrideAccess: true,
      depth: 0,
    })
    const candidateId = idOf(consent.candidate)
    if (candidateId) await settleKeeping({ req, ids: [candidateId], mayAsk: false })
    return ok({ consentId })
  },
})

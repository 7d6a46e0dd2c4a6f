import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { refuseState, type Failure } from '#plugins/kernel/domain'

/**
 * Why a candidate may not go on in any race: they took back every consent to have applications handled,
 * and gave none since. Whoever was never asked works on another ground, such as a contract; null then.
 */
export const refusalByConsent = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<{ ok: false; failure: Failure } | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ is_taken_back: z.boolean().nullable() }),
    text: `select bool_and(withdrawn_at is not null) as is_taken_back from consents
      where candidate_id = $1 and purpose::text = 'application'`,
    values: [candidateId],
  })
  return row?.is_taken_back
    ? refuseState({
        code: 'consent-withdrawn',
        message:
          'This candidate took back the consent to be put forward. Record a new consent first, or withdraw the application.',
      })
    : null
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { refuseState, type Failure } from '#plugins/kernel/domain'

/**
 * Why a candidate may not go on in any race: they took back every consent to have applications handled,
 * and gave none since, or the time for which they may be kept is over. Whoever was never asked works on another ground, such as a contract; null then.
 */
export const refusalByConsent = async ({
  req,
  candidateId,
}: {
  req: PayloadRequest
  candidateId: string
}): Promise<{ ok: false; failure: Failure } | null> => {
  const row = await sqlOf(req).first({
    schema: z.object({ is_taken_back: z.boolean().nullable(), is_over: z.boolean() }),
    text: `select c.unusable_since is not null as is_over,
        (select bool_and(withdrawn_at is not null) from consents
          where candidate_id = c.id and purpose::text = 'application') as is_taken_back
      from candidates c where c.id = $1`,
    values: [candidateId],
  })
  if (row?.is_over && !row.is_taken_back)
    return refuseState({
      code: 'keeping-ended',
      message:
        'The time for which this candidate may be kept is over. Record a new consent first; they can give it by the link in a mail or on the phone.',
    })
  return row?.is_taken_back
    ? refuseState({
        code: 'consent-withdrawn',
        message:
          'This candidate took back the consent to be put forward. Record a new consent first, or withdraw the application.',
      })
    : null
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf } from '#plugins/kernel'
import { consentPurposes } from '../domain/consent-texts'

const consentRow = z.object({
  id: z.string(),
  purpose: z.enum(consentPurposes),
  text: z.string(),
  version: z.string(),
  givenAt: instant,
  withdrawnAt: instant.nullable(),
})

export type OwnConsent = z.output<typeof consentRow>

/** What the signed-in candidate agreed to, the newest first; nothing for anybody else. */
export const consentsOfPerson = async ({ req }: { req: PayloadRequest }): Promise<OwnConsent[]> => {
  const actor = actorOf(req)
  if (actor.kind !== 'portal' || !actor.candidateId) return []
  return await sqlOf(req).rows({
    schema: consentRow,
    text: `select id, purpose::text as purpose, text, text_version as version,
        given_at as "givenAt", withdrawn_at as "withdrawnAt"
      from consents where candidate_id = $1 order by given_at desc limit 100`,
    values: [actor.candidateId],
  })
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, databaseNow } from '#plugins/kernel'
import { ok, refuseMissing } from '#plugins/kernel/domain'
import { consentPurposes, type ConsentPurpose } from '../domain/consent-texts'
import { textInForce } from '../queries/text-in-force'
import { settleKeeping } from './settle-keeping'

/** Keeps what a person agreed to, in the words they saw, in the caller's transaction. */
export const keepConsent = async ({
  req,
  candidateId,
  purpose,
  channel,
  language,
}: {
  req: PayloadRequest
  candidateId: string
  purpose: ConsentPurpose
  channel: string
  /** In which they saw what they agreed to, such as en-GB. */
  language: string
}): Promise<string> => {
  const { id, text, version } = await textInForce({ req, purpose, locale: language })
  const consent = await req.payload.create({
    collection: 'consents',
    data: {
      candidate: candidateId,
      purpose,
      text,
      textVersion: version,
      legalText: id,
      channel,
      givenAt: await databaseNow(req),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  await settleKeeping({ req, ids: [candidateId], mayAsk: false })
  return consent.id
}

export const recordConsent = defineCommand({
  name: 'record-consent',
  summary: 'Keep a consent that a candidate gave on the phone or on paper',
  input: z.object({
    candidateId: z.uuid('Choose a candidate.'),
    purpose: z.enum(consentPurposes, 'Choose what was agreed to.'),
    channel: z.string().trim().min(1, 'Say how it was given.').max(60).default('phone'),
  }),
  allow: { staff: 'candidates.write' },
  run: async ({ input: { candidateId, purpose, channel }, ctx: { req, payload } }) => {
    const candidate = await payload.findByID({
      collection: 'candidates',
      id: candidateId,
      depth: 0,
      req,
      overrideAccess: true,
      disableErrors: true,
    })
    if (!candidate) return refuseMissing('candidate')
    return ok({
      consentId: await keepConsent({
        req,
        candidateId,
        purpose,
        channel,
        language: candidate.locale,
      }),
    })
  },
})

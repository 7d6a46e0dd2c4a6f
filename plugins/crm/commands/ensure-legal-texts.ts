import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok } from '#plugins/kernel/domain'
import { consentPurposes, consentTexts } from '../domain/consent-texts'

/** Gives a new installation a text per purpose; texts that exist stay as the agency wrote them. */
export const ensureLegalTexts = defineCommand({
  name: 'ensure-legal-texts',
  summary: 'Write the texts that people agree to, for the agency to judge and replace',
  input: z.object({}),
  allow: { staff: 'privacy.manage' },
  run: async ({ ctx: { req, payload } }) => {
    const { docs } = await payload.find({
      collection: 'legal-texts',
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const missing = consentPurposes.filter(
      (purpose) => !docs.some((text) => text.purpose === purpose),
    )
    for (const purpose of missing) {
      const { text, version } = consentTexts[purpose]
      await payload.create({
        collection: 'legal-texts',
        data: { purpose, language: 'en', version, effectiveFromOn: '2026-11-01', text },
        req,
        overrideAccess: true,
        depth: 0,
      })
    }
    return ok({ created: missing })
  },
})

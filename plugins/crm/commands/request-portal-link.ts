import { z } from 'zod'

import { defineCommand, enqueue } from '#plugins/kernel'
import { normaliseEmail, ok, refuseInput } from '#plugins/kernel/domain'
import { answerPortalLinkQueue } from '../jobs/answer-portal-link'

/**
 * Asks for a link to sign in to the portal. For known and unknown addresses the same is done here,
 * and so it takes as long: a job is written, which looks who it is.
 */
export const requestPortalLink = defineCommand({
  name: 'request-portal-link',
  summary: 'Ask for a mail with a link to sign in to the portal',
  input: z.object({ email: z.string().trim().min(1, 'Enter your e-mail address.').max(254) }),
  allow: { anonymous: true },
  rate: { limit: 10, windowSeconds: 600 },
  run: async ({ input, ctx: { req } }) => {
    const email = normaliseEmail(input.email)
    if (!email) return refuseInput({ email: 'Enter an e-mail address like name@company.com.' })
    await enqueue({ req, queue: answerPortalLinkQueue, data: { email } })
    return ok({})
  },
})

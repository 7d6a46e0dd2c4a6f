import { z } from 'zod'

import { defineCommand, enqueue } from '#plugins/kernel'
import { normaliseEmail, ok, refuseInput } from '#plugins/kernel/domain'
import { answerPortalPasswordQueue } from '../jobs/answer-portal-password'

/**
 * Begins the choice of a new portal password. For known and unknown addresses the same is done here,
 * and so it takes as long: a job is written, which looks who it is.
 */
export const requestPortalPassword = defineCommand({
  name: 'request-portal-password',
  summary: 'Ask for a mail with which a new portal password is chosen',
  input: z.object({ email: z.string().trim().min(1, 'Enter your e-mail address.').max(254) }),
  allow: { anonymous: true },
  rate: { limit: 10, windowSeconds: 600 },
  run: async ({ input, ctx: { req } }) => {
    const email = normaliseEmail(input.email)
    if (!email) return refuseInput({ email: 'Enter an e-mail address like name@company.com.' })
    await enqueue({ req, queue: answerPortalPasswordQueue, data: { email } })
    return ok({})
  },
})

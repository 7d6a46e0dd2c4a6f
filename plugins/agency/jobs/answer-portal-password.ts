import { z } from 'zod'

import { defineJob, publish, type WorkContext } from '#plugins/kernel'
import { portalAccountKind } from '../domain/portal-session'

export const answerPortalPasswordQueue = 'answer-portal-password'

/** Makes the way to a new password, if there is a login with this address; the mail follows the event. */
export const answerPortalPasswordJob = defineJob({
  name: answerPortalPasswordQueue,
  input: z.object({ email: z.string() }),
  leaseSeconds: 60,
  retryLimit: 5,
  retryDelaySeconds: 2,
  run: async ({ input: { email }, attempt }) => {
    await attempt.transaction(async (work) => await answer({ work, email }), { completing: true })
  },
})

const answer = async ({
  work: { req, payload, sql },
  email,
}: {
  work: WorkContext
  email: string
}): Promise<void> => {
  const account = await sql.first({
    schema: z.object({ id: z.string() }),
    text: 'select id from portal_accounts where email = $1 and is_disabled is not true for update',
    values: [email],
  })
  if (!account) return
  await payload.forgotPassword({
    collection: 'portal-accounts',
    data: { email },
    disableEmail: true,
    req,
    overrideAccess: true,
  })
  await publish({
    req,
    event: {
      name: 'portal-password.requested',
      subject: { kind: portalAccountKind, id: account.id },
    },
  })
}

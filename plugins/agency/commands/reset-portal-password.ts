import { resetPasswordOperation, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { consume, sqlOf } from '#plugins/kernel'
import {
  ok,
  refuse,
  refuseInput,
  refuseState,
  type Failure,
  type Result,
} from '#plugins/kernel/domain'
import type { PortalSession } from '../domain/portal-session'

/**
 * Sets a new portal password by the token from a mail and signs in; every older session ends. The
 * token is spent by it.
 */
export const resetPortalPassword = async ({
  req,
  token,
  password,
  address,
}: {
  req: PayloadRequest
  token: string
  password: string
  address: string
}): Promise<Result<PortalSession, Failure>> => {
  const allowance = await consume({
    payload: req.payload,
    bucket: 'portal-reset',
    key: address,
    limit: 20,
    windowSeconds: 600,
  })
  if (!allowance.allowed)
    return refuse<Failure>({
      kind: 'limit',
      code: 'too-many',
      message: 'Too many tries. Please wait some minutes.',
      retryAfterSeconds: allowance.retryAfterSeconds,
    })
  const account = await findResettable({ req, token })
  if (!account) return noLonger
  try {
    // `payload.resetPassword` keeps the token to itself; the cookie needs it.
    const { token: sessionToken } = await resetPasswordOperation({
      collection: req.payload.collections['portal-accounts'],
      data: { token, password },
      req,
      overrideAccess: true,
    })
    if (!sessionToken) throw new Error('Payload reset a password without signing in.')
    const { tokenExpiration } = req.payload.collections['portal-accounts'].config.auth
    return ok({
      accountId: account.id,
      token: sessionToken,
      expiresAt: new Date(Date.now() + tokenExpiration * 1000).toISOString(),
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
}

/** The account for which a reset token still holds; nothing is spent by looking. */
export const findResettable = async ({
  req,
  token,
}: {
  req: PayloadRequest
  token: string
}): Promise<{ id: string } | null> =>
  await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from portal_accounts
      where reset_password_token = $1 and reset_password_expiration > now()
        and is_disabled is not true`,
    values: [token],
  })

const noLonger = refuseState({
  code: 'link-spent',
  message: 'This link was used before or has expired. Please ask for a new one.',
})

/** What Payload and the rules for passwords refuse, in words; null for anything else. */
const refusalOf = (error: unknown): Result<never, Failure> | null => {
  if (!(error instanceof Error)) return null
  const status: unknown = Reflect.get(error, 'status')
  if (status === 403) return noLonger
  if (status !== 400) return null
  const messages = z
    .object({ errors: z.array(z.object({ message: z.string() })) })
    .safeParse(Reflect.get(error, 'data'))
  return refuseInput({ password: messages.data?.errors[0]?.message ?? error.message })
}

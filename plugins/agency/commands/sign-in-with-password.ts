import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { loginOperation, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { consume, inOwnTransaction, publish, sqlOf } from '#plugins/kernel'
import { normaliseEmail, ok, refuse, type Failure, type Result } from '#plugins/kernel/domain'
import { portalAccountKind, type PortalSession } from '../domain/portal-session'

/**
 * Signs an outside person in by e-mail and password. Whatever is wrong, the answer is the same and
 * takes as long, so that nobody learns whose address is known. Tries are counted per address of the
 * visitor and per login. No transaction is open while the password is checked: that takes long.
 */
export const signInWithPassword = async ({
  req,
  email,
  password,
  address,
}: {
  req: PayloadRequest
  email: string
  password: string
  address: string
}): Promise<Result<PortalSession, Failure>> => {
  const login = normaliseEmail(email) ?? email.trim().toLowerCase().slice(0, 254)
  const tooOften = await countTry({ req, login, address })
  if (tooOften) return tooOften
  const account = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from portal_accounts
      where email = $1 and hash is not null and is_disabled is not true`,
    values: [login],
  })
  if (!account || password.trim() === '') {
    await spendTheSameTime(password)
    return wrong
  }
  const session = await payloadLogin({ req, login, password })
  if (!session) return wrong
  await inOwnTransaction({
    req,
    run: async () =>
      await publish({
        req,
        event: {
          name: 'portal-account.signed-in',
          subject: { kind: portalAccountKind, id: account.id },
        },
      }),
  })
  return ok({ accountId: account.id, ...session })
}

const wrong = refuse<Failure>({
  kind: 'input',
  code: 'wrong-login',
  message: 'This e-mail address and password do not go together.',
  fields: { '': 'This e-mail address and password do not go together.' },
})

const countTry = async ({
  req: { payload },
  login,
  address,
}: {
  req: PayloadRequest
  login: string
  address: string
}): Promise<Result<never, Failure> | null> => {
  const windowSeconds = 15 * 60
  const byAddress = await consume({
    payload,
    bucket: 'portal-password-address',
    key: address,
    limit: 60,
    windowSeconds,
  })
  const byLogin = await consume({
    payload,
    bucket: 'portal-password-login',
    key: login,
    limit: 10,
    windowSeconds,
  })
  const refused = [byAddress, byLogin].find(({ allowed }) => !allowed)
  if (!refused || refused.allowed) return null
  const minutes = Math.ceil(refused.retryAfterSeconds / 60)
  return refuse<Failure>({
    kind: 'limit',
    code: 'too-many',
    message: `Too many tries. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or ask for a link by e-mail.`,
    retryAfterSeconds: refused.retryAfterSeconds,
  })
}

/** null when Payload says that the two do not go together; anything else is a failure of ours. */
const payloadLogin = async ({
  req,
  login,
  password,
}: {
  req: PayloadRequest
  login: string
  password: string
}): Promise<Omit<PortalSession, 'accountId'> | null> => {
  try {
    // `payload.login` keeps the token to itself; the cookie needs it.
    const { token, exp } = await loginOperation<'portal-accounts'>({
      collection: req.payload.collections['portal-accounts'],
      data: { email: login, password },
      req,
      overrideAccess: true,
      depth: 0,
    })
    if (!token || !exp) throw new Error('Payload signed in without a token.')
    return { token, expiresAt: new Date(exp * 1000).toISOString() }
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, 'status') === 401) return null
    throw error
  }
}

const hashOf = promisify(pbkdf2)

/** The work that Payload does for a password of an account that exists (PBKDF2 as it stores them). */
const spendTheSameTime = async (password: string): Promise<void> => {
  await hashOf(password, randomBytes(32).toString('hex'), 600_000, 32, 'sha256')
}

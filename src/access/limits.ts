import { createHash } from 'node:crypto'
import { APIError, type PayloadRequest } from 'payload'

import { env } from '#env'
import { actorOf, clientAddressOf, consume } from '#plugins/kernel'

type Who = 'caller' | 'address' | 'account' | 'account-from-address'

type Limit = { by: Who; limit: number; windowSeconds: number }

/**
 * How often one may do what, per class of call. A password is guessed from one address, from many
 * addresses at one account, or at many accounts: each is counted. An account has room enough that a
 * stranger's guesses do not lock its owner out at once.
 */
export const limits = {
  login: [
    { by: 'address', limit: 100, windowSeconds: 300 },
    { by: 'account-from-address', limit: 20, windowSeconds: 300 },
    { by: 'account', limit: 200, windowSeconds: 3600 },
  ],
  'forgot-password': [
    { by: 'address', limit: 30, windowSeconds: 3600 },
    { by: 'account', limit: 5, windowSeconds: 3600 },
  ],
  'reset-password': [{ by: 'address', limit: 30, windowSeconds: 3600 }],
  upload: [{ by: 'caller', limit: 60, windowSeconds: 60 }],
  write: [{ by: 'caller', limit: 300, windowSeconds: 60 }],
  read: [{ by: 'caller', limit: 1200, windowSeconds: 60 }],
} as const satisfies Record<string, readonly Limit[]>

export type LimitClass = keyof typeof limits

/**
 * Counts a call against every limit of its class, shared by all processes through Postgres.
 *
 * @param account e-mail address as given, for calls that name one
 * @throws APIError 429 with `Retry-After` when one is used up
 */
export const limitCall = async ({
  req,
  limitClass,
  account,
}: {
  req: PayloadRequest
  limitClass: LimitClass
  account?: unknown
}): Promise<void> => {
  const rules: readonly Limit[] = limits[limitClass]
  for (const { by, limit, windowSeconds } of rules) {
    const allowance = await consume({
      payload: req.payload,
      bucket: `${limitClass}:${by}`,
      key: keyOf({ req, by, account }),
      limit,
      windowSeconds,
    })
    if (allowance.allowed) continue
    const headers = new Headers(req.responseHeaders)
    headers.set('Retry-After', String(allowance.retryAfterSeconds))
    req.responseHeaders = headers
    throw new APIError(
      `Too many tries. Please wait ${allowance.retryAfterSeconds} seconds.`,
      429,
      null,
      true,
    )
  }
}

const keyOf = ({
  req,
  by,
  account,
}: {
  req: PayloadRequest
  by: Who
  account: unknown
}): string => {
  const address = clientAddressOf({ headers: req.headers, trustedHops: env.TRUSTED_PROXIES })
  switch (by) {
    case 'address':
      return address
    case 'account':
      return accountKey(account)
    case 'account-from-address':
      return `${accountKey(account)} ${address}`
    case 'caller': {
      const actor = actorOf(req)
      return actor.kind === 'anonymous' ? address : actor.id
    }
  }
}

/** The table of counters holds no e-mail addresses. */
const accountKey = (account: unknown): string =>
  createHash('sha256')
    .update(typeof account === 'string' ? account.trim().toLowerCase() : '')
    .digest('hex')

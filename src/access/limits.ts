import { createHash } from 'node:crypto'
import { APIError, type PayloadRequest } from 'payload'
import { z } from 'zod'

import { env } from '#env'
import { actorOf, clientAddressOf, consume } from '#plugins/kernel'
import { callerOf } from '#plugins/kernel/domain'

type Who = 'caller' | 'address' | 'account' | 'account-from-address'

type Limit = { by: Who; limit: number; windowSeconds: number }

/**
 * How often one may do what, per class of call. A password is guessed from one address, from many
 * addresses at one account, or at many accounts: each is counted. An account has room enough that a
 * stranger's guesses do not lock its owner out at once.
 */
const limits = {
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
  upload: [{ by: 'caller', limit: 240, windowSeconds: 60 }],
  write: [{ by: 'caller', limit: 300, windowSeconds: 60 }],
  read: [{ by: 'caller', limit: 1200, windowSeconds: 60 }],
} as const satisfies Record<string, readonly Limit[]>

export type LimitClass = keyof typeof limits

/**
 * Counts a call against every limit of its class, shared by all processes through Postgres.
 *
 * @throws APIError 429 with `Retry-After` when one is used up
 */
export const limitCall = async ({
  req,
  limitClass,
}: {
  req: PayloadRequest
  limitClass: LimitClass
}): Promise<void> => {
  const rules: readonly Limit[] = limits[limitClass]
  const account = rules.some(({ by }) => by.startsWith('account')) ? await accountIn(req) : ''
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

const keyOf = ({ req, by, account }: { req: PayloadRequest; by: Who; account: string }): string => {
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
      return actor.kind === 'anonymous' ? address : callerOf(actor)
    }
  }
}

/** The e-mail address that the body names, as JSON or in a form; the body stays unread. */
const accountIn = async (req: PayloadRequest): Promise<string> => {
  const copy = req.clone?.()
  if (!copy?.body) return ''
  const isForm = (req.headers.get('content-type') ?? '').startsWith('multipart/')
  const text = isForm ? (await copy.formData()).get('_payload') : await copy.text()
  const parsed = loginBody.safeParse(typeof text === 'string' ? text : '')
  return parsed.success ? parsed.data.email.trim().toLowerCase() : ''
}

const loginBody = z
  .string()
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text)
    } catch (error) {
      ctx.addIssue({ code: 'custom', message: String(error) })
      return z.NEVER
    }
  })
  .pipe(z.object({ email: z.string() }))

/** The table of counters holds no e-mail addresses. */
const accountKey = (account: string): string => createHash('sha256').update(account).digest('hex')

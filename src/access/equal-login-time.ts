import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import type { CollectionSlug, PayloadRequest } from 'payload'

/** What Payload spends on checking a password (`pbkdf2-sha256-v1`). */
const rounds = 600_000
const keyBytes = 32

/**
 * Spends the time of a password check where Payload would skip it, so that a login cannot tell an
 * account that is not there (or has no password) from a wrong password.
 */
export const equaliseLoginTime = async ({
  req,
  collection,
  email,
  password,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  email: unknown
  password: unknown
}): Promise<void> => {
  if (typeof email !== 'string' || typeof password !== 'string' || password.trim() === '') return
  const account: unknown = await req.payload.db.findOne({
    collection,
    req,
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  if (hasPassword(account)) return
  await promisify(pbkdf2)(password, randomBytes(32).toString('hex'), rounds, keyBytes, 'sha256')
}

const hasPassword = (account: unknown): boolean =>
  typeof account === 'object' &&
  account !== null &&
  typeof Reflect.get(account, 'hash') === 'string' &&
  typeof Reflect.get(account, 'salt') === 'string'

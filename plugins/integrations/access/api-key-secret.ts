import { createHash, randomBytes } from 'node:crypto'

const shape = /^pwk_[A-Za-z0-9_-]{8}\.[A-Za-z0-9_-]{43}$/

/**
 * A new key: a readable beginning, and 256 random bits. A fast hash is enough for what nobody can
 * guess; it is found by its hash, so no comparison tells how much of a guess was right.
 */
export const newApiKey = (): { prefix: string; secret: string; hash: string } => {
  const prefix = `pwk_${randomBytes(6).toString('base64url')}`
  const secret = `${prefix}.${randomBytes(32).toString('base64url')}`
  return { prefix, secret, hash: hashOfKey(secret) }
}

export const hashOfKey = (secret: string): string =>
  createHash('sha256').update(`placewright.api-key.${secret}`).digest('hex')

/** Whether a call says that it brings a key; whoever does is judged by it and by nothing else. */
export const bringsApiKey = (headers: Headers): boolean =>
  /^apikey\b/i.test(headers.get('authorization') ?? '')

/** The key of `Authorization: ApiKey …`, or null when there is none of ours. */
export const apiKeyIn = (headers: Headers): string | null => {
  const [, secret = ''] = /^apikey +(\S+)$/i.exec(headers.get('authorization')?.trim() ?? '') ?? []
  return shape.test(secret) ? secret : null
}

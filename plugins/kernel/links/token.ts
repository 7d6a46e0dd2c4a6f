import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token of a link follows from its row and the installation's secret, so it is never stored:
 * the row keeps its hash, the outbox a placeholder, and a mail sent twice carries the same link.
 * 256 bits.
 */
export const tokenOf = ({
  linkId,
  nonce,
  secret,
}: {
  linkId: string
  nonce: string
  secret: string
}): string =>
  createHmac('sha256', secret).update(`placewright.link.${linkId}.${nonce}`).digest('base64url')

export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

/** What the cookie holds for an opened link; useless for any other. */
export const seal = ({ value, secret }: { value: string; secret: string }): string =>
  createHmac('sha256', secret).update(`placewright.cookie.${value}`).digest('base64url')

export const isSealOf = ({
  value,
  mac,
  secret,
}: {
  value: string
  mac: string
  secret: string
}): boolean => {
  const expected = Buffer.from(seal({ value, secret }))
  const given = Buffer.from(mac)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

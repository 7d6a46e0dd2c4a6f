import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'

/** A new secret of a receiver, as Standard Webhooks writes it: 256 random bits. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/**
 * The headers of a message (Standard Webhooks): the signature covers id, time and body, so none can be
 * taken from another message. While a secret changes over, both sign.
 */
export const signedHeaders = ({
  id,
  timestampSeconds,
  body,
  secrets,
}: {
  id: string
  timestampSeconds: number
  body: string
  secrets: readonly string[]
}): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestampSeconds),
  'webhook-signature': secrets
    .map((secret) => `v1,${signatureOf({ id, timestampSeconds, body, secret })}`)
    .join(' '),
})

export const signatureOf = ({
  id,
  timestampSeconds,
  body,
  secret,
}: {
  id: string
  timestampSeconds: number | string
  body: string | Uint8Array
  secret: string
}): string =>
  createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestampSeconds}.`)
    .update(body)
    .digest('base64')

/** Whether one of the signatures of a message was made by one of these secrets. */
export const isSignedBy = ({
  id,
  timestamp,
  body,
  signatures,
  secrets,
}: {
  id: string
  timestamp: string
  body: Uint8Array
  /** As they came: `v1,` and base64. */
  signatures: readonly string[]
  secrets: readonly string[]
}): boolean =>
  secrets.some((secret) => {
    const expected = Buffer.from(
      `v1,${signatureOf({ id, timestampSeconds: timestamp, body, secret })}`,
    )
    return signatures.some((given) => {
      const bytes = Buffer.from(given)
      return bytes.length === expected.length && timingSafeEqual(bytes, expected)
    })
  })

/** A secret has to be known to sign with it, so it rests encrypted by the installation's own. */
export const sealSecret = ({ secret, key }: { secret: string; key: string }): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(key), nonce)
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** @throws when the installation's secret is another one, or the row was changed by hand */
export const openSecret = ({ sealed, key }: { sealed: string; key: string }): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(key), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

const keyFrom = (key: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', 'placewright.webhook-secret', 32))

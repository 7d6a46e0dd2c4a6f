import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'

const stepSeconds = 30

/** A new secret of 160 bits (RFC 4226 recommends as many), in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = ({ secret, account }: { secret: string; account: string }): TOTP =>
  new TOTP({
    issuer: 'Placewright',
    label: account,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
  })

/** What an authenticator app reads from the picture. */
export const totpUri = (of: { secret: string; account: string }): string => totpOf(of).toString()

/**
 * The step of time that a code belongs to, one step early or late allowed for clocks that differ; null
 * when it belongs to none (RFC 6238). A step is used once: the caller keeps the last one.
 */
export const totpStepOf = ({
  secret,
  code,
  atMs,
}: {
  secret: string
  code: string
  atMs: number
}): number | null => {
  const delta = totpOf({ secret, account: '' }).validate({
    token: code,
    timestamp: atMs,
    window: 1,
  })
  return delta === null ? null : Math.floor(atMs / 1_000 / stepSeconds) + delta
}

/** The dark squares of a QR code as a path of unit squares, and how many squares it has on a side. */
export const qrPath = (text: string): { path: string; size: number } => {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y]] : [])))
  return { path: squares.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join(''), size }
}

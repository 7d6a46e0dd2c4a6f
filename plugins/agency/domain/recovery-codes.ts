/** Letters and digits that are not mistaken for each other (Crockford's base32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export const recoveryCodeCount = 10

const length = 10

/** A code of 50 bits from as many random bytes as it has letters, written in two halves. */
export const recoveryCodeFrom = (bytes: Uint8Array): string => {
  const letters = Array.from(bytes.slice(0, length), (byte) => alphabet[byte % 32] ?? '0').join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** The bytes that one code takes. */
export const recoveryCodeBytes = length

export type TypedCode =
  | { kind: 'totp'; code: string }
  | { kind: 'recovery'; code: string }
  | { kind: 'none' }

/** What somebody typed: six digits of the app, or a recovery code however it is spaced or written. */
export const typedCode = (text: string): TypedCode => {
  const plain = text.toLowerCase().replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'totp', code: plain }
  const letters = plain.replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return letters.length === length && [...letters].every((letter) => alphabet.includes(letter))
    ? { kind: 'recovery', code: letters }
    : { kind: 'none' }
}

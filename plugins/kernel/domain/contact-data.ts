import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

/** Lower case, trimmed; null when it is no address. The key by which people are recognised. */
export const normaliseEmail = (input: string | null | undefined): string | null => {
  const email = input?.normalize('NFKC').trim().toLowerCase() ?? ''
  return /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\]{2,}$/.test(email) &&
    email.length <= 254
    ? email
    : null
}

/** E.164, or null when it is no possible number in that country (ITU-T E.164). */
export const normalisePhone = ({
  input,
  country,
}: {
  input: string | null | undefined
  country: string
}): string | null => {
  if (!input?.trim()) return null
  const parsed = parsePhoneNumberFromString(input, { defaultCountry: asCountry(country) })
  return parsed?.isPossible() ? parsed.number : null
}

const asCountry = (country: string): CountryCode | undefined => {
  const upper = country.toUpperCase()
  return isCountry(upper) ? upper : undefined
}

const isCountry = (value: string): value is CountryCode => /^[A-Z]{2}$/.test(value)

type Rule = {
  /** Without spaces, dots, dashes and slashes, in capitals. */
  pattern: RegExp
  example: string
  /** The check digit, where the law has one. */
  isRight?: (digits: string) => boolean
}

const sum = ({ digits, weights }: { digits: string; weights: readonly number[] }): number =>
  weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)

/** Prefixes that the IRS has given out (irs.gov, "How EINs are assigned"). */
const einPrefixes =
  '01 02 03 04 05 06 10 11 12 13 14 15 16 20 21 22 23 24 25 26 27 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 71 72 73 74 75 76 77 80 81 82 83 84 85 86 87 88 90 91 92 93 94 95 98 99'.split(
    ' ',
  )

/** Modulo 97, in the old way and in the one since 2010 (HMRC, VAT registration numbers). */
const isGbVat = (digits: string): boolean => {
  const rest = (sum({ digits, weights: [8, 7, 6, 5, 4, 3, 2] }) + Number(digits.slice(7, 9))) % 97
  return rest === 0 || rest === 42
}

/** ISO 7064 mod 11, 10 (BZSt). */
const isDeVat = (digits: string): boolean => {
  let product = 10
  for (const digit of digits.slice(0, 8)) {
    const step = (Number(digit) + product) % 10
    product = ((step === 0 ? 10 : step) * 2) % 11
  }
  return (11 - product) % 10 === Number(digits[8])
}

const isAtVat = (digits: string): boolean => {
  const cross = [1, 3, 5]
    .map((at) => Number(digits[at]))
    .reduce((total, digit) => total + Math.floor(digit / 5) + ((digit * 2) % 10), 0)
  const plain = [0, 2, 4, 6].reduce((total, at) => total + Number(digits[at]), 0)
  return (10 - ((cross + plain + 4) % 10)) % 10 === Number(digits[7])
}

const isBeVat = (digits: string): boolean =>
  97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8))

const isFrVat = (text: string): boolean => {
  const key = text.slice(0, 2)
  const siren = text.slice(2)
  return !/^\d{2}$/.test(key) || (12 + 3 * (Number(siren) % 97)) % 97 === Number(key)
}

/** Luhn, as on Italian VAT numbers. */
const isLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

const isPlVat = (digits: string): boolean =>
  sum({ digits, weights: [6, 5, 7, 2, 3, 4, 5, 6, 7] }) % 11 === Number(digits[9])

const isChe = (digits: string): boolean =>
  (11 - (sum({ digits, weights: [5, 4, 3, 2, 7, 6, 5, 4] }) % 11)) % 11 === Number(digits[8])

/** Tax ids of companies by country; the group is what the check digit is counted over. */
const rules: Readonly<Record<string, Rule>> = {
  US: {
    pattern: /^(\d{9})$/,
    example: '12-3456789',
    isRight: (digits) => einPrefixes.includes(digits.slice(0, 2)),
  },
  GB: { pattern: /^(?:GB)?(\d{9})(?:\d{3})?$/, example: 'GB 980 7806 84', isRight: isGbVat },
  DE: { pattern: /^DE(\d{9})$/, example: 'DE 136695976', isRight: isDeVat },
  AT: { pattern: /^ATU(\d{8})$/, example: 'ATU13585627', isRight: isAtVat },
  BE: { pattern: /^(?:BE)?([01]\d{9})$/, example: 'BE 0428.759.497', isRight: isBeVat },
  FR: { pattern: /^FR([A-HJ-NP-Z0-9]{2}\d{9})$/, example: 'FR 40 303 265 045', isRight: isFrVat },
  IT: { pattern: /^(?:IT)?(\d{11})$/, example: 'IT 00743110157', isRight: isLuhn },
  PL: { pattern: /^(?:PL)?(\d{10})$/, example: 'PL 8567346215', isRight: isPlVat },
  CH: { pattern: /^CHE(\d{9})(?:MWST|TVA|IVA)?$/, example: 'CHE-107.787.577', isRight: isChe },
  NL: { pattern: /^(?:NL)?(\d{9}B\d{2})$/, example: 'NL 004495445B01' },
  ES: { pattern: /^(?:ES)?([A-Z0-9]\d{7}[A-Z0-9])$/, example: 'ES B58378431' },
  IE: { pattern: /^(?:IE)?(\d[A-Z0-9+*]\d{5}[A-Z]{1,2})$/, example: 'IE 6433435F' },
  PT: { pattern: /^(?:PT)?(\d{9})$/, example: 'PT 501964843' },
  LU: { pattern: /^(?:LU)?(\d{8})$/, example: 'LU 15027442' },
  DK: { pattern: /^(?:DK)?(\d{8})$/, example: 'DK 13585628' },
  SE: { pattern: /^(?:SE)?(\d{10}01)$/, example: 'SE 123456789701' },
  FI: { pattern: /^(?:FI)?(\d{8})$/, example: 'FI 20774740' },
  CZ: { pattern: /^(?:CZ)?(\d{8,10})$/, example: 'CZ 25123891' },
}

/** A German Steuernummer has no check digit that holds everywhere: ten to thirteen digits. */
const germanTaxNumber = /^\d{10,13}$/

/** The same for a company and its address as a form or the API sends them. */
export const judgeTaxIdAt = ({
  address,
  taxId,
}: {
  address: unknown
  taxId: unknown
}): string | null => {
  const country: unknown = Reflect.get(Object(address), 'country')
  return judgeTaxId({
    country: typeof country === 'string' ? country : '',
    taxId: typeof taxId === 'string' ? taxId : '',
  })
}

/**
 * What is wrong with the tax id of a company in a country, or null. Check digits are counted where
 * the law has one; of other countries only length and letters are looked at.
 */
export const judgeTaxId = ({
  country,
  taxId,
}: {
  country: string
  taxId: string
}): string | null => {
  const text = taxId.toUpperCase().replaceAll(/[\s.\-/]/g, '')
  if (text === '') return null
  const rule = Object.hasOwn(rules, country) ? rules[country] : undefined
  if (!rule)
    return /^[A-Z0-9]{4,30}$/.test(text) ? null : 'Write letters and digits only, 4 to 30 of them.'
  if (country === 'DE' && germanTaxNumber.test(text)) return null
  const match = rule.pattern.exec(text)
  if (!match?.[1]) return `This is no tax id of ${country}. Write it as ${rule.example}.`
  return !rule.isRight || rule.isRight(match[1])
    ? null
    : 'The check digits do not fit: one of the digits is mistyped.'
}

/** The length of an IBAN by country (SWIFT IBAN Registry). */
const ibanLengths: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

const plain = (text: string): string => text.toUpperCase().replaceAll(/[\s-]/g, '')

/** ISO 13616: the check digits are right when the rearranged number leaves 1 by 97. */
const leavesOne = (iban: string): boolean => {
  let rest = 0
  for (const letter of iban.slice(4) + iban.slice(0, 4))
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

/** What is wrong with an account number in a country, or null. Where IBANs are used it must be one. */
export const judgeAccount = ({
  country,
  account,
}: {
  country: string
  account: string
}): string | null => {
  const text = plain(account)
  if (text === '') return null
  if (!/^[A-Z0-9]+$/.test(text)) return 'Write letters and digits only.'
  if (/^[A-Z]{2}\d{2}/.test(text)) {
    const length = ibanLengths[text.slice(0, 2)]
    if (length === undefined) return `No bank in ${text.slice(0, 2)} gives out IBANs.`
    if (text.length !== length)
      return `An IBAN of ${text.slice(0, 2)} has ${length} characters; this one has ${text.length}.`
    return leavesOne(text) ? null : 'The check digits do not fit: something is mistyped.'
  }
  if (country === 'US')
    return /^\d{4,17}$/.test(text) ? null : 'An account number has 4 to 17 digits.'
  if (ibanLengths[country] !== undefined)
    return `Write the IBAN: it begins with ${country} and two digits.`
  return text.length >= 4 && text.length <= 34 ? null : 'An account number has 4 to 34 characters.'
}

/** What is wrong with the code of a bank in a country, or null: a routing number in the US, else a BIC. */
export const judgeBankCode = ({
  country,
  code,
}: {
  country: string
  code: string
}): string | null => {
  const text = plain(code)
  if (text === '') return null
  if (country === 'US' && /^\d+$/.test(text)) {
    if (text.length !== 9) return 'A routing number has nine digits.'
    // ABA: weights 3, 7, 1.
    const total = [...text].reduce(
      (all, digit, at) => all + Number(digit) * ([3, 7, 1][at % 3] ?? 0),
      0,
    )
    return total % 10 === 0 ? null : 'The check digit does not fit: something is mistyped.'
  }
  // ISO 9362
  if (!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text))
    return country === 'US'
      ? 'Write the routing number (nine digits) or the BIC, such as CHASUS33.'
      : 'A BIC has eight or eleven characters, such as NWBKGB2L.'
  return null
}

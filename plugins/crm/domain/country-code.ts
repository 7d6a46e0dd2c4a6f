/** Languages in which tables name countries. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl'] as const

const others: Readonly<Record<string, string>> = {
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  america: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  holland: 'NL',
  turkey: 'TR',
  'czech republic': 'CZ',
}

/** Two letters (ISO 3166-1) of a country by its code or name; null when there is none of that name. */
export const countryCode = (text: string): string | null => {
  const said = folded(text)
  const upper = text.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(upper) && upper !== 'UK' && codes().has(upper)) return upper
  return others[said] ?? byName().get(said) ?? null
}

let known: ReadonlyMap<string, string> | null = null
let knownCodes: ReadonlySet<string> | null = null

const codes = (): ReadonlySet<string> => {
  knownCodes ??= new Set(allCodes())
  return knownCodes
}

const byName = (): ReadonlyMap<string, string> => {
  if (known) return known
  const names = new Map<string, string>()
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes()) {
      const name = display.of(code)
      if (name && !names.has(folded(name))) names.set(folded(name), code)
    }
  }
  known = names
  return names
}

/** Of all pairs of letters, those that have a name; groups of countries and doubles are left out. */
const allCodes = function* (): Generator<string> {
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const first of letters)
    for (const second of letters) {
      const code = `${first}${second}`
      if (!notCountries.has(code) && display.of(code)) yield code
    }
}

const notCountries = new Set([
  'EU',
  'EZ',
  'UN',
  'QO',
  'XA',
  'XB',
  'ZZ',
  'UK',
  'SU',
  'DD',
  'YU',
  'FX',
  'TP',
  'AN',
  'BU',
  'CS',
  'NT',
  'ZR',
  'YD',
  'HV',
  'DY',
  'NH',
  'RH',
  'VD',
  'AC',
  'CP',
  'DG',
  'EA',
  'IC',
  'TA',
  'CQ',
])

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

export type TownAddress = {
  postalCode?: string | null
  city?: string | null
  region?: string | null
  country?: string | null
}

/** Town, region and postal code in one line, in the order their country writes them. */
export const townLine = ({ city, country, postalCode, region }: TownAddress): string => {
  const joined = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ')
  if (country === 'US' || country === 'CA') {
    const place = [city, region].filter(Boolean).join(', ')
    return joined([place, postalCode])
  }
  return country === 'GB' ? joined([city, postalCode]) : joined([postalCode, city])
}

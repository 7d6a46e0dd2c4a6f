import { z } from 'zod'

import { townLine } from '#plugins/kernel/domain'

/** Who sells or buys, as it stands on the invoice: frozen at issue (EU Art. 226(5)). */
export const partySnapshot = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  taxId: z.string().nullable(),
  country: z.string().nullable(),
})

export type PartySnapshot = z.output<typeof partySnapshot>

export const bankSnapshot = z.object({
  accountName: z.string(),
  bankName: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string() })),
})

export const sellerSnapshot = partySnapshot.extend({ bank: bankSnapshot })

export type SellerSnapshot = z.output<typeof sellerSnapshot>

export type PostalAddress = {
  line1?: string | null
  line2?: string | null
  postalCode?: string | null
  city?: string | null
  region?: string | null
  country?: string | null
}

/** A company and its address as lines of an envelope, in the order its country writes them. */
export const partyOf = ({
  name,
  address,
  taxId = null,
  email = null,
}: {
  name: string
  address: PostalAddress | null | undefined
  taxId?: string | null
  email?: string | null
}): PartySnapshot => ({
  name,
  lines: [
    address?.line1,
    address?.line2,
    townLine(address ?? {}),
    countryName(address?.country),
    email,
    taxId ? `Tax id ${taxId}` : null,
  ].flatMap((line) => (line?.trim() ? [line.trim()] : [])),
  taxId: taxId?.trim() ? taxId.trim() : null,
  country: address?.country ?? null,
})

/** Paper and language of the seller's country: letter paper where it is used, else A4. */
export const paperStyleFor = (
  country: string | null,
): { locale: string; size: 'A4' | 'LETTER' } => {
  switch (country) {
    case 'US':
    case null:
      return { locale: 'en-US', size: 'LETTER' }
    case 'CA':
      return { locale: 'en-CA', size: 'LETTER' }
    case 'GB':
      return { locale: 'en-GB', size: 'A4' }
    default:
      return { locale: 'en-IE', size: 'A4' }
  }
}

const countryName = (country: string | null | undefined): string | null =>
  country ? (new Intl.DisplayNames('en', { type: 'region' }).of(country) ?? country) : null

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { townLine } from '#plugins/kernel/domain'
import { hostnameFrom } from '../domain/hostname'

const siteRow = z
  .object({
    id: z.string(),
    name: z.string(),
    hostname: z.string(),
    theme: z.string(),
    tagline: z.string().nullable(),
    lead: z.string().nullable(),
    about: z.string().nullable(),
    reply_promise: z.string().nullable(),
    locale: z.string(),
    currency: z.string(),
    zone: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    legal_note: z.string().nullable(),
    address_line1: z.string().nullable(),
    address_postal_code: z.string().nullable(),
    address_city: z.string().nullable(),
    address_region: z.string().nullable(),
    address_country: z.string().nullable(),
    logo_url: z.string().nullable(),
    logo_alt: z.string().nullable(),
    logo_width: z.coerce.number().nullable(),
    logo_height: z.coerce.number().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    hostname: row.hostname,
    theme: row.theme,
    tagline: row.tagline,
    lead: row.lead,
    about: row.about,
    replyPromise: row.reply_promise,
    locale: row.locale,
    currency: row.currency,
    zone: row.zone,
    email: row.email,
    phone: row.phone,
    legalNote: row.legal_note,
    /** Where the visitors are: their numbers come without a country code. */
    country: row.address_country ?? new Intl.Locale(row.locale).region ?? 'US',
    address: [
      row.address_line1,
      townLine({
        postalCode: row.address_postal_code,
        city: row.address_city,
        region: row.address_region,
        country: row.address_country,
      }),
    ].filter((line): line is string => Boolean(line)),
    logo:
      row.logo_url && row.logo_width && row.logo_height
        ? {
            src: row.logo_url,
            alt: row.logo_alt ?? row.name,
            width: row.logo_width,
            height: row.logo_height,
          }
        : null,
  }))

export type PublicSite = z.output<typeof siteRow>

/**
 * The website of a hostname. The admin's own host shows the primary one; any other host is unknown.
 * Public by nature: it returns only what the pages themselves show.
 */
export const siteByHost = async ({
  req,
  host,
  adminHost,
}: {
  req: PayloadRequest
  host: string | null
  adminHost: string
}): Promise<PublicSite | null> => {
  const name = hostnameFrom(host)
  if (!name) return null
  return await sqlOf(req).first({
    schema: siteRow,
    text: `select s.id, s.name, s.hostname, s.theme, s.tagline, s.lead, s.about, s.reply_promise, s.locale,
        s.currency, s.zone, s.email, s.phone, s.legal_note, s.address_line1, s.address_postal_code,
        s.address_city, s.address_region, s.address_country, m.url as logo_url, m.alt as logo_alt, m.width as logo_width,
        m.height as logo_height
      from sites s left join media m on m.id = s.logo_id
      where s.hostname = $1
        or exists (select 1 from sites_texts t where t.parent_id = s.id and t.path = 'aliases' and t.text = $1)
        or ($1 = $2 and s.is_primary)
      order by (s.hostname = $1) desc, s.created_at limit 1`,
    values: [name, hostnameFrom(adminHost)],
  })
}

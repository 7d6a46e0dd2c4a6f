import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

const row = z
  .object({
    id: z.string(),
    name: z.string(),
    sender_name: z.string(),
    sender_address: z.string(),
    reply_to: z.string().nullable(),
    footer: z.string().nullable(),
    accent_colour: z.string(),
    logo_file: z.string().nullable(),
    logo_alt: z.string().nullable(),
  })
  .transform((brand) => ({
    id: brand.id,
    name: brand.name,
    senderName: brand.sender_name,
    senderAddress: brand.sender_address,
    replyTo: brand.reply_to,
    footer: brand.footer,
    accentColour: brand.accent_colour,
    logo: brand.logo_file ? { file: brand.logo_file, alt: brand.logo_alt ?? brand.name } : null,
  }))

/** What a mail needs to know of the brand it goes out under. */
export type MailBrand = z.output<typeof row>

const columns = `brand.id, brand.name, brand.sender_name, brand.sender_address,
  nullif(brand.reply_to, '') as reply_to, nullif(brand.footer, '') as footer, brand.accent_colour,
  logo.filename as logo_file, logo.alt as logo_alt`

/** A brand for a mail, for code that writes one: without an id, or with that of one that is gone, the default. */
export const brandOfMail = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string | null
}): Promise<MailBrand | null> =>
  await sqlOf(req).first({
    schema: row,
    text: `select ${columns} from brands brand left join media logo on logo.id = brand.logo_id
      where brand.id = $1 or brand.is_default
      order by brand.id = $1 desc nulls last limit 1`,
    values: [id],
  })

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { consentTexts, type ConsentPurpose } from '../domain/consent-texts'

export type TextInForce = { id: string | null; version: string; text: string }

/**
 * The words a person agrees to today, in their language, else in English. Public: everybody who fills
 * in a form reads them.
 */
export const textInForce = async ({
  req,
  purpose,
  locale,
}: {
  req: PayloadRequest
  purpose: ConsentPurpose
  locale: string
}): Promise<TextInForce> => {
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string(), version: z.string(), text: z.string() }),
    text: `select id, version, text from legal_texts
      where purpose::text = $1 and language in ($2, 'en')
        and effective_from_on <= to_char(now() at time zone 'UTC', 'YYYY-MM-DD')
      order by language = $2 desc, effective_from_on desc, created_at desc limit 1`,
    values: [purpose, locale.slice(0, 2).toLowerCase()],
  })
  return row ?? { id: null, ...consentTexts[purpose] }
}

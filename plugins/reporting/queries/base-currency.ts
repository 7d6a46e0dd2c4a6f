import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { currencyCode, type CurrencyCode } from '#plugins/kernel/domain'
import { reportsSql } from './reports-sql'

/** The agency's own currency: that of the company it chose, else of its first. Called by figures, which judge the right. */
export const baseCurrency = async (req: PayloadRequest): Promise<CurrencyCode | null> =>
  (
    await reportsSql(req).first({
      schema: z.object({ currency: currencyCode }),
      text: 'select currency from legal_entities order by is_base is true desc, created_at, id limit 1',
    })
  )?.currency ?? null

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '../database/sql'

/** The next human reference of a kind and year, from a counter row held until the commit. */
export const nextReference = async ({
  req,
  prefix,
}: {
  req: PayloadRequest
  prefix: string
}): Promise<string> => {
  const row = await sqlOf(req).first({
    schema: z.object({ year: wholeNumber, value: wholeNumber }),
    text: `insert into counters (name, value) values ($1 || '-' || extract(year from now()), 1)
      on conflict (name) do update set value = counters.value + 1
      returning extract(year from now()) as year, value`,
    values: [prefix],
  })
  if (!row) throw new Error('The counter gave no number.')
  return `${prefix}-${row.year}-${String(row.value).padStart(4, '0')}`
}

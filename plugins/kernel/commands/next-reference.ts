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
  const [reference] = await nextReferences({ req, prefix, count: 1 })
  if (reference === undefined) throw new Error('The counter gave no number.')
  return reference
}

/** As many in a row. */
export const nextReferences = async ({
  req,
  prefix,
  count,
}: {
  req: PayloadRequest
  prefix: string
  count: number
}): Promise<string[]> => {
  const row = await sqlOf(req).first({
    schema: z.object({ year: wholeNumber, value: wholeNumber }),
    text: `insert into counters (name, value) values ($1 || '-' || extract(year from now()), $2)
      on conflict (name) do update set value = counters.value + $2
      returning extract(year from now()) as year, value`,
    values: [prefix, count],
  })
  if (!row) throw new Error('The counter gave no number.')
  return Array.from(
    { length: count },
    (_, index) => `${prefix}-${row.year}-${String(row.value - count + 1 + index).padStart(4, '0')}`,
  )
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '../database/sql'

/**
 * The next whole number of a counter, from 1 on, never given twice; its row is held until the commit.
 * With `count` that many in a row are taken, and the first of them is returned.
 */
export const nextNumber = async ({
  req,
  counter,
  count = 1,
}: {
  req: PayloadRequest
  counter: string
  count?: number
}): Promise<number> => {
  const row = await sqlOf(req).first({
    schema: z.object({ value: wholeNumber }),
    text: `insert into counters (name, value) values ($1, $2::bigint)
      on conflict (name) do update set value = counters.value + $2::bigint
      returning value`,
    values: [counter, count],
  })
  if (!row) throw new Error('The counter gave no number.')
  return row.value - count + 1
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn } from '#plugins/kernel'

/** The row with the agency's times for a clock, while nobody else writes it; null when there is none. */
export const lockClockTimes = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: string
}): Promise<string | null> => {
  await takeTurn({ req, name: `clock-times:${kind}` })
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from clock_times where kind = $1',
    values: [kind],
  })
  return row?.id ?? null
}

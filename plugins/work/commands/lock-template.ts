import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, takeTurn } from '#plugins/kernel'

/** The row with the agency's words for a mail, while nobody else writes it; null when there is none. */
export const lockTemplate = async ({
  req,
  kind,
}: {
  req: PayloadRequest
  kind: string
}): Promise<string | null> => {
  await takeTurn({ req, name: `message-template:${kind}` })
  const row = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: 'select id from message_templates where kind = $1',
    values: [kind],
  })
  return row?.id ?? null
}

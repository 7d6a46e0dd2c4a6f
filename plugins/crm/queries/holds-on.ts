import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'

/** The legal holds that forbid erasing a person now, the oldest first. For commands and jobs. */
export const holdsOn = async ({
  req,
  person,
}: {
  req: PayloadRequest
  person: PersonRef
}): Promise<{ id: string; reason: string }[]> =>
  await sqlOf(req).rows({
    schema: z.object({ id: z.string(), reason: z.string() }),
    text: `select id, reason from legal_holds
      where ${person.kind === 'candidate' ? 'candidate_id' : 'contact_id'} = $1 and released_at is null
      order by created_at`,
    values: [person.id],
  })

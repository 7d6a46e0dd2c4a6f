import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import type { PersonRef } from '#plugins/kernel/domain'

export type PersonAtAddress = {
  person: PersonRef
  name: string
  address: string
  clientId: string | null
}

/**
 * Who reads mail at these addresses, for code that files what came in: candidates first, of several
 * contacts the newest. Whoever is in the trash is not found.
 */
export const peopleByAddress = async ({
  req,
  addresses,
}: {
  req: PayloadRequest
  addresses: readonly string[]
}): Promise<PersonAtAddress[]> =>
  addresses.length === 0
    ? []
    : await sqlOf(req).rows({
        schema: z
          .object({
            kind: z.enum(['candidate', 'client-contact']),
            id: z.string(),
            name: z.string().nullable(),
            address: z.string(),
            client_id: z.string().nullable(),
          })
          .transform(({ kind, id, name, address, client_id: clientId }) => ({
            person: { kind, id },
            name: name ?? '',
            address,
            clientId,
          })),
        text: `select 'candidate' as kind, id, name, email_normalised as address, null as client_id
            from candidates where email_normalised = any($1::text[]) and deleted_at is null
          union all
          select * from (select 'client-contact' as kind, id, name, email_normalised as address,
              client_id::text as client_id
            from client_contacts where email_normalised = any($1::text[]) and deleted_at is null
            order by id desc) contact`,
        values: [[...addresses]],
      })

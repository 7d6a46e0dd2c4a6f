import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { ok, refuseInput, type Result } from '#plugins/kernel/domain'
import type { Sharing } from '../domain/search/saved-search'

/** Whom a search is shared with: a role only where it is meant for one. */
export const judgeSharing = async ({
  req,
  sharing,
  roleId,
}: {
  req: PayloadRequest
  sharing: Sharing
  roleId: string | null
}): Promise<Result<{ sharing: Sharing; role: string | null }>> => {
  if (sharing !== 'role') return ok({ sharing, role: null })
  const role = roleId
    ? await sqlOf(req).first({
        schema: z.object({ id: z.string() }),
        text: 'select id from roles where id = $1::uuid',
        values: [roleId],
      })
    : null
  return role
    ? ok({ sharing, role: role.id })
    : refuseInput({ roleId: 'Choose the role that sees it.' })
}

/** Whoever has two of a name opens the wrong one. */
export const judgeName = async ({
  req,
  ownerId,
  name,
  exceptId,
}: {
  req: PayloadRequest
  ownerId: string
  name: string
  exceptId: string | null
}): Promise<Result<{ name: string }>> => {
  const same = await sqlOf(req).first({
    schema: z.object({ id: z.string() }),
    text: `select id from saved_searches
      where owner_id = $1::uuid and lower(name) = lower($2) and id is distinct from $3::uuid`,
    values: [ownerId, name, exceptId],
  })
  return same ? refuseInput({ name: 'There is one of this name: choose another.' }) : ok({ name })
}

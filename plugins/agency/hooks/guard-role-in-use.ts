import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'

/** A role that colleagues have stays, or they would lose their rights without a word. */
export const guardRoleInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const row = await sqlOf(req).first({
    schema: z.object({ holders: wholeNumber }),
    text: `select count(*) as holders from users_rels where path = 'roles' and roles_id = $1`,
    values: [id],
  })
  const holders = row?.holders ?? 0
  if (holders === 0) return
  throw new APIError(
    `${holders === 1 ? 'One colleague has' : `${holders} colleagues have`} this role. Give them another one first.`,
    409,
    null,
    true,
  )
}

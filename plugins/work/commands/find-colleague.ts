import type { PayloadRequest } from 'payload'

import { ok, refuseInput, type Result } from '#plugins/kernel/domain'

/** A colleague who can be given something: one who is there and may sign in. */
export const findColleague = async ({
  req,
  id,
}: {
  req: PayloadRequest
  id: string
}): Promise<Result<{ id: string; name: string }>> => {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!user) return refuseInput({ ownerId: 'This colleague was not found: choose another.' })
  if (user.isDisabled)
    return refuseInput({ ownerId: `${user.name} no longer works here: choose another colleague.` })
  return ok({ id: user.id, name: user.name })
}

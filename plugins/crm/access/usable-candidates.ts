import type { Access } from 'payload'

import { staffCan } from '#plugins/agency'
import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'

/**
 * Lists leave out whoever may not be kept any more. A record whose address somebody has opens, so that
 * a new consent can be noted there; whoever cares for privacy sees the list when asking for it by name.
 */
export const usableCandidates: Access = (args) => {
  const allowed = staffCan('candidates.read')(args)
  const { req, id } = args
  if (allowed !== true || id !== undefined) return allowed
  const asks = JSON.stringify(req.query.where ?? null).includes('"unusableSince"')
  if (asks && can({ actor: actorOf(req), permission: 'privacy.manage' })) return true
  return { unusableSince: { exists: false } }
}

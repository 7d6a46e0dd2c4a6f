import type { CollectionBeforeOperationHook } from 'payload'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { amongUsable, asksByIdOnly, asksForUnusable } from '../domain/usable-list'

const lists: readonly string[] = ['read', 'count', 'readDistinct']

/**
 * Lists, counts and exports leave out whoever may not be kept any more. A record that is named by id is
 * shown, so that old orders keep their names and a new consent can be noted; whoever cares for privacy
 * sees the others when asking for them by name. A guard and not a rule of access: who may read candidates
 * at all stays a plain yes, which the audit and the timelines ask for.
 */
export const guardUnusableCandidates: CollectionBeforeOperationHook = ({
  args,
  operation,
  req,
}) => {
  if (!lists.includes(operation) || Reflect.get(args, 'overrideAccess')) return args
  // Population, and one record by its address.
  if (Reflect.get(args, 'currentDepth') || Reflect.get(args, 'id') !== undefined) return args
  const where: unknown = Reflect.get(args, 'where')
  if (asksByIdOnly(where)) return args
  const mayAsk = can({ actor: actorOf(req), permission: 'privacy.manage' })
  if (mayAsk && asksForUnusable(where)) return args
  Object.assign(args, { where: amongUsable(where) })
  return args
}

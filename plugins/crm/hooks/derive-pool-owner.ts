import type { CollectionBeforeChangeHook } from 'payload'

import { actorOf } from '#plugins/kernel'

/** A pool belongs to whoever made it, unless they say otherwise. */
export const derivePoolOwner: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const actor = actorOf(req)
  if (!(data.owner ?? originalDoc?.owner) && actor.kind === 'staff') data.owner = actor.id
  return data
}

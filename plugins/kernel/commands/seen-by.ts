import type { PayloadRequest } from 'payload'

import type { Actor } from '../domain/actor'

/**
 * The same request, in the same transaction, with the eyes of somebody else: to decide what they may
 * see before they are told of it.
 */
export const seenBy = ({ req, actor }: { req: PayloadRequest; actor: Actor }): PayloadRequest => {
  const other: PayloadRequest = Object.create(req)
  other.context = { ...req.context, actor }
  return other
}

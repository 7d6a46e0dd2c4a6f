import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type DataFromCollectionSlug,
} from 'payload'

import { idOf } from '#plugins/crm/domain'

/**
 * Who approves the hours belongs to the client where they are worked: the contact of another company
 * would be sent, and would read, what is none of their business.
 */
export const guardApprover: CollectionBeforeChangeHook<
  DataFromCollectionSlug<'placements'>
> = async ({ collection, data, originalDoc, req }) => {
  const approverId = idOf(data.approver)
  if (approverId === null || approverId === idOf(originalDoc?.approver)) return data
  const approver = await req.payload.findByID({
    collection: 'client-contacts',
    id: approverId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  const clientId = idOf(data.client) ?? idOf(originalDoc?.client)
  if (approver && idOf(approver.client) === clientId) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: [{ path: 'approver', message: 'Choose a contact of this client.' }],
  })
}

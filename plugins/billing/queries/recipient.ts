import type { DataFromCollectionSlug, PayloadRequest } from 'payload'

import { idOf } from '#plugins/placements/domain'

/**
 * The address an invoice is sent to: its own, its contact's, the client's for invoices, the client's.
 * Null when there is none. For commands and screens, which have checked the right.
 */
export const recipientOf = async ({
  req,
  invoice,
}: {
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>
  invoice: Pick<DataFromCollectionSlug<'invoices'>, 'email' | 'contact' | 'client'>
}): Promise<string | null> => {
  if (invoice.email) return invoice.email
  const found = { req, depth: 0, disableErrors: true } as const
  const contactId = idOf(invoice.contact)
  const contact = contactId
    ? await req.payload.findByID({
        collection: 'client-contacts',
        id: contactId,
        overrideAccess: true,
        ...found,
      })
    : null
  if (contact?.email) return contact.email
  const client = await req.payload.findByID({
    collection: 'client-corporations',
    id: idOf(invoice.client) ?? '',
    overrideAccess: true,
    ...found,
  })
  return client?.billingEmail || client?.email || null
}

import type { PayloadRequest } from 'payload'

import { todayAt } from '#plugins/kernel'
import { type Day, ok, refuseInput, type Result } from '#plugins/kernel/domain'
import { type DatedTaxRate, taxRateOn } from '../domain'

export type BillTo = {
  contactId: string | null
  /** Where the invoice is sent; null when the client has no address for it. */
  email: string | null
  termsDays: number
  /** Basis points: the client's own rate, else the legal entity's, as it was on the day of service. */
  taxRateOn: (day: Day) => number
  /** The day it is now where the legal entity is. */
  today: Day
}

/** To whom and on which terms a legal entity invoices a client. Called by commands, which have checked the right. */
export const findBillTo = async ({
  req,
  clientId,
  legalEntityId,
}: {
  req: PayloadRequest
  clientId: string
  legalEntityId: string
}): Promise<Result<BillTo>> => {
  const found = { req, depth: 0, disableErrors: true } as const
  const client = await req.payload.findByID({
    collection: 'client-corporations',
    id: clientId,
    overrideAccess: true,
    ...found,
  })
  if (!client) return refuseInput({ clientId: 'Choose a client.' })
  const entity = await req.payload.findByID({
    collection: 'legal-entities',
    id: legalEntityId,
    overrideAccess: true,
    ...found,
  })
  if (!entity) return refuseInput({ legalEntityId: 'Choose the legal entity that issues it.' })
  const { docs: contacts } = await req.payload.find({
    collection: 'client-contacts',
    where: { client: { equals: clientId } },
    // Whoever gets the invoices; while nobody is named for that, whom the client began with.
    sort: ['-isBillingContact', 'createdAt'],
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const [contact] = contacts
  return ok({
    contactId: contact?.id ?? null,
    email:
      client.billingEmail ??
      (contact?.isBillingContact ? contact.email : null) ??
      client.email ??
      contact?.email ??
      null,
    termsDays: client.paymentTermsDays ?? entity.paymentTermsDays,
    taxRateOn: (day) => taxRateOn({ client: datedRate(client), entity: datedRate(entity), day }),
    today: await todayAt({ req, zone: entity.zone }),
  })
}

const datedRate = (party: {
  taxRateBp?: number | null
  taxRateFromOn?: string | null
  taxRateBeforeBp?: number | null
}): DatedTaxRate => ({
  taxRateBp: party.taxRateBp ?? null,
  taxRateFromOn: party.taxRateFromOn || null,
  taxRateBeforeBp: party.taxRateBeforeBp ?? null,
})

import type { PayloadRequest } from 'payload'

import { defineReaction } from '#plugins/kernel'
import { currencyCode, money } from '#plugins/kernel/domain'
import { closeCheckouts } from '#plugins/payments'
import { idOf } from '#plugins/placements/domain'
import { isOpenInvoice } from '../domain'

/** Another amount is open on an invoice, or none: a page over the old one would take money twice. */
export const closePaymentPages = defineReaction({
  name: 'close-payment-pages',
  on: ['allocation.created', 'invoice.credited'],
  run: async ({ event, req }) => {
    const invoiceId =
      event.subject.kind === 'invoice'
        ? event.subject.id
        : await invoiceOfAllocation({ req, allocationId: event.subject.id })
    if (!invoiceId) return
    const invoice = await req.payload.findByID({
      collection: 'invoices',
      id: invoiceId,
      depth: 0,
      req,
      overrideAccess: true,
    })
    await closeCheckouts({
      req,
      subject: { kind: 'invoice', id: invoiceId },
      keep: isOpenInvoice(invoice.state)
        ? money({
            amountMinor: invoice.grossMinor - invoice.paidMinor,
            currency: currencyCode.parse(invoice.currency),
          })
        : null,
    })
  },
})

const invoiceOfAllocation = async ({
  req,
  allocationId,
}: {
  req: PayloadRequest
  allocationId: string
}): Promise<string | null> => {
  const allocation = await req.payload.findByID({
    collection: 'allocations',
    id: allocationId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return idOf(allocation?.invoice)
}

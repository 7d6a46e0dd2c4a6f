import { z } from 'zod'

import { defineCommand, lockRecord, publish } from '#plugins/kernel'
import { ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { idOf } from '#plugins/placements/domain'
import { isPublishedInvoice } from '../domain'
import { recipientOf } from '../queries/recipient'

/** For an invoice that nobody could be written to at its issue, or that got lost. */
export const sendInvoice = defineCommand({
  name: 'send-invoice',
  summary: 'Sends the PDF of an issued invoice or credit note to its client once more.',
  input: z.object({ invoiceId: z.uuid('Choose an invoice.') }),
  allow: { staff: 'invoices.issue' },
  run: async ({ input: { invoiceId }, ctx: { req } }) => {
    const invoice = await lockRecord({ req, collection: 'invoices', id: invoiceId })
    if (!invoice) return refuseMissing('invoice')
    if (!isPublishedInvoice(invoice.state) || !idOf(invoice.document))
      return refuseState({
        code: 'not-printed',
        message: 'Its PDF is not there yet. It is sent as soon as it is.',
      })
    const recipient = await recipientOf({ req, invoice })
    if (recipient === null)
      return refuseState({
        code: 'no-recipient',
        message: 'Nobody to send it to: add a billing e-mail to the client.',
      })
    await publish({
      req,
      event: {
        name: 'invoice.sent-again',
        subject: { kind: 'invoice', id: invoiceId },
        clientId: idOf(invoice.client),
      },
    })
    return ok({ invoiceId })
  },
})

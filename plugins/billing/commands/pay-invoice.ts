import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, lockRecord, registryOf, runCommand } from '#plugins/kernel'
import {
  type Actor,
  currencyCode,
  money,
  refuseMissing,
  refuseState,
  type Result,
} from '#plugins/kernel/domain'
import { openCheckout, prepareCheckout } from '#plugins/payments'
import { idOf } from '#plugins/placements/domain'
import { isOpenInvoice, isPublishedInvoice } from '../domain'

export const invoicePayPurpose = 'invoice.pay'

/** Writes down that the open balance is about to be paid online; `startInvoiceCheckout` goes on. */
export const payInvoice = defineCommand({
  name: 'pay-invoice',
  summary: 'Prepares the online payment of what is open on an invoice.',
  input: z.object({ invoiceId: z.uuid('Choose an invoice.') }),
  allow: {
    staff: 'payments.write',
    portal: ['client-contact'],
    link: {
      purpose: invoicePayPurpose,
      subject: ({ invoiceId }) => ({ kind: 'invoice', id: invoiceId }),
    },
  },
  rate: { limit: 30, windowSeconds: 600 },
  run: async ({ input: { invoiceId }, ctx: { actor, req } }) => {
    const invoice = await lockRecord({ req, collection: 'invoices', id: invoiceId })
    if (!invoice || !isTheirs({ actor, invoice })) return refuseMissing('invoice')
    if (!isOpenInvoice(invoice.state) || invoice.kind === 'credit-note')
      return refuseState({
        code: 'not-open',
        message:
          invoice.state === 'paid'
            ? 'This invoice is already paid.'
            : 'This invoice is not waiting for money.',
      })
    const link = registryOf(req.payload).links.get(invoicePayPurpose)
    if (!link) throw new Error('The link to an invoice is not registered.')
    const { zone } = await req.payload.findByID({
      collection: 'legal-entities',
      id: idOf(invoice.legalEntity) ?? '',
      depth: 0,
      req,
      overrideAccess: true,
    })
    return await prepareCheckout({
      req,
      wish: {
        subject: { kind: 'invoice', id: invoiceId },
        clientId: idOf(invoice.client),
        amount: money({
          amountMinor: invoice.grossMinor - invoice.paidMinor,
          currency: currencyCode.parse(invoice.currency),
        }),
        title: `Invoice ${invoice.number}`,
        payerEmail: invoice.email ?? null,
        zone,
        returnPath: link.path({ kind: 'invoice', id: invoiceId }),
      },
    })
  },
})

/**
 * Takes a payer to the payment page of an invoice: commits the attempt, then asks the payment
 * service outside of every transaction. Two starts give one page.
 */
export const startInvoiceCheckout = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<Result<{ attemptId: string; url: string }>> => {
  const prepared = await runCommand({ command: payInvoice, req, input: { invoiceId } })
  if (!prepared.ok) return prepared
  return await openCheckout({ payload: req.payload, attemptId: prepared.value.attemptId })
}

/** Clients pay what was issued to them; staff and the link were judged before. */
const isTheirs = ({
  actor,
  invoice,
}: {
  actor: Actor
  invoice: { client: string | { id: string }; state: string }
}): boolean => {
  if (actor.kind !== 'portal') return isPublishedInvoice(invoice.state) || actor.kind === 'staff'
  return actor.clientId === idOf(invoice.client) && isPublishedInvoice(invoice.state)
}

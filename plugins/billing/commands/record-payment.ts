import { z } from 'zod'

import { defineCommand, lockRecord, todayAt } from '#plugins/kernel'
import {
  calendarDay,
  currencyCode,
  money,
  ok,
  refuseInput,
  refuseMissing,
  refuseState,
} from '#plugins/kernel/domain'
import { bookPayment } from '#plugins/payments'
import { idOf } from '#plugins/placements/domain'
import { isOpenInvoice, receiptProblems } from '../domain'
import { allocateToInvoice } from './allocate-to-invoice'

/** Money that came by bank, in parts too; what is more than the invoice stays on the payment. */
export const recordPayment = defineCommand({
  name: 'record-payment',
  summary: 'Records a payment that a client made by bank transfer, cash or otherwise.',
  input: z.object({
    invoiceId: z.uuid('Choose an invoice.'),
    amountMinor: z
      .number('Enter the amount received.')
      .int('Enter the amount in whole cents.')
      .min(1, 'Enter an amount above zero.')
      .max(1_000_000_000_000, 'This amount is too large.'),
    receivedOn: calendarDay,
    reference: z.string().trim().max(200).nullish(),
    note: z.string().trim().max(2_000).nullish(),
    /** More came than is open, and the rest is to stay with the client for another invoice. */
    isSurplusKept: z.boolean().default(false),
    provider: z.enum(['bank', 'cash', 'other'], 'Say how it came.').default('bank'),
  }),
  allow: { staff: 'payments.write' },
  run: async ({ input, ctx: { req } }) => {
    const { amountMinor, invoiceId } = input
    const invoice = await lockRecord({ req, collection: 'invoices', id: invoiceId })
    if (!invoice) return refuseMissing('invoice')
    if (!isOpenInvoice(invoice.state) || invoice.kind === 'credit-note')
      return refuseState({
        code: 'not-open',
        message: 'This invoice is not waiting for money.',
      })
    const { zone } = await req.payload.findByID({
      collection: 'legal-entities',
      id: idOf(invoice.legalEntity) ?? '',
      depth: 0,
      req,
      overrideAccess: true,
    })
    const problems = receiptProblems({
      amountMinor,
      openMinor: invoice.grossMinor - invoice.paidMinor,
      isSurplusKept: input.isSurplusKept,
      receivedOn: input.receivedOn,
      today: await todayAt({ req, zone }),
    })
    if (problems) return refuseInput(problems)
    const paymentId = await bookPayment({
      req,
      payment: {
        provider: input.provider,
        amount: money({ amountMinor, currency: currencyCode.parse(invoice.currency) }),
        subject: { kind: 'invoice', id: invoiceId },
        clientId: idOf(invoice.client),
        isLive: true,
        reference: input.reference ?? null,
        note: input.note ?? null,
        receivedOn: input.receivedOn,
      },
      to: 'succeeded',
    })
    const done = await allocateToInvoice({ req, invoiceId, paymentId })
    return done.ok ? ok({ paymentId, ...done.value }) : done
  },
})

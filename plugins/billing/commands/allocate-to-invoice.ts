import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { lockRecord, moveRecord, sqlOf, wholeNumber } from '#plugins/kernel'
import { ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { lockReceivedPayment } from '#plugins/payments'
import { idOf } from '#plugins/placements/domain'
import { allocatePayment, isOpenInvoice } from '../domain'

/**
 * Settles an invoice from what is left of a payment, in the caller's transaction: as much as both
 * have. What is over stays on the payment. Doing it twice changes nothing more.
 */
export const allocateToInvoice = async ({
  req,
  invoiceId,
  paymentId,
}: {
  req: PayloadRequest
  invoiceId: string
  paymentId: string
}): Promise<Result<{ allocatedMinor: number; unallocatedMinor: number }>> => {
  // Always the invoice before the payment, so that two allocations cannot wait for each other.
  const invoice = await lockRecord({ req, collection: 'invoices', id: invoiceId })
  if (!invoice) return refuseMissing('invoice')
  const payment = await lockReceivedPayment({ req, paymentId })
  if (!payment) return refuseMissing('payment')
  if (payment.currency !== invoice.currency)
    return refuseState({
      code: 'other-currency',
      message: `The payment is in ${payment.currency}, the invoice in ${invoice.currency}.`,
    })
  if (payment.clientId !== null && payment.clientId !== idOf(invoice.client))
    return refuseState({
      code: 'other-client',
      message: 'The payment came from another client.',
    })
  const leftMinor = payment.amountMinor - (await allocatedOf({ req, paymentId }))
  const openMinor = isOpenInvoice(invoice.state) ? invoice.grossMinor - invoice.paidMinor : 0
  if (leftMinor <= 0 || openMinor <= 0)
    return ok({ allocatedMinor: 0, unallocatedMinor: leftMinor })

  const split = allocatePayment({ amountMinor: leftMinor, invoices: [{ invoiceId, openMinor }] })
  if (!split.ok) return split
  const allocatedMinor = leftMinor - split.value.unallocatedMinor
  await writeAllocation({ req, invoiceId, paymentId, amountMinor: allocatedMinor })
  const settled = await settle({ req, invoice, paidMinor: invoice.paidMinor + allocatedMinor })
  if (!settled.ok) return settled
  return ok({ allocatedMinor, unallocatedMinor: split.value.unallocatedMinor })
}

/** Frees the payments of an invoice that is credited: the rows stay, their negatives follow. */
export const takeBackAllocations = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<void> => {
  const held = await sqlOf(req).rows({
    schema: z.object({ payment_id: z.string(), amount_minor: wholeNumber }),
    text: `select payment_id, sum(amount_minor) as amount_minor from allocations
      where invoice_id = $1 group by payment_id having sum(amount_minor) <> 0
      order by payment_id`,
    values: [invoiceId],
  })
  for (const { amount_minor: amountMinor, payment_id: paymentId } of held)
    await writeAllocation({ req, invoiceId, paymentId, amountMinor: -amountMinor })
}

const settle = async ({
  req,
  invoice,
  paidMinor,
}: {
  req: PayloadRequest
  invoice: { id: string; state: string; grossMinor: number }
  paidMinor: number
}): Promise<Result<unknown>> => {
  const to = paidMinor === invoice.grossMinor ? 'paid' : 'part_paid'
  if (to !== invoice.state)
    return await moveRecord({
      req,
      collection: 'invoices',
      id: invoice.id,
      to,
      data: { paidMinor },
      what: 'invoice',
    })
  await req.payload.update({
    collection: 'invoices',
    id: invoice.id,
    data: { paidMinor },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return ok(null)
}

const writeAllocation = async ({
  req,
  invoiceId,
  paymentId,
  amountMinor,
}: {
  req: PayloadRequest
  invoiceId: string
  paymentId: string
  amountMinor: number
}): Promise<void> => {
  await req.payload.create({
    collection: 'allocations',
    data: {
      invoice: invoiceId,
      payment: paymentId,
      amountMinor,
      allocatedAt: new Date().toISOString(),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

/** How much of a payment is on invoices. */
const allocatedOf = async ({
  req,
  paymentId,
}: {
  req: PayloadRequest
  paymentId: string
}): Promise<number> => {
  const row = await sqlOf(req).first({
    schema: z.object({ allocated: wholeNumber }),
    text: `select coalesce(sum(amount_minor), 0) as allocated from allocations where payment_id = $1`,
    values: [paymentId],
  })
  return row?.allocated ?? 0
}

import { z } from 'zod'

import { defineCommand, lockRecord, moveRecord } from '#plugins/kernel'
import { currencyCode, ok, refuseMissing, refuseState } from '#plugins/kernel/domain'
import { idOf } from '#plugins/placements/domain'
import { creditNoteOf, isCreditable, taxSubtotals } from '../domain'
import { storedLines } from '../queries/stored-lines'
import { takeBackAllocations } from './allocate-to-invoice'
import { sealAndIssue } from './issue-invoice'
import { releaseClaims, totalsOf, writeLines } from './write-draft'

/** An issued invoice is undone by its exact negative; what it held can be invoiced again. */
export const creditInvoice = defineCommand({
  name: 'credit-invoice',
  summary: 'Credits an issued invoice in full and frees its hours for a corrected one.',
  input: z.object({
    invoiceId: z.uuid('Choose an invoice.'),
    /** Printed on the credit note. */
    reason: z.string().trim().min(3, 'Write why it is credited.').max(500),
    /** Stays in the house: what the timeline says instead. */
    internalNote: z.string().trim().max(500).nullish(),
  }),
  allow: { staff: 'invoices.issue' },
  run: async ({ input: { internalNote, invoiceId, reason }, ctx: { req } }) => {
    const invoice = await lockRecord({ req, collection: 'invoices', id: invoiceId })
    if (!invoice) return refuseMissing('invoice')
    if (invoice.kind === 'credit-note')
      return refuseState({
        code: 'is-credit-note',
        message: 'A credit note is not credited. Issue a new invoice instead.',
      })
    if (!isCreditable(invoice.state))
      return refuseState({
        code: 'not-open',
        message: 'Only an issued invoice can be credited, and only once.',
      })
    const lines = await storedLines({ req, invoiceId })
    const credit = creditNoteOf({
      documentType: '380',
      currency: currencyCode.parse(invoice.currency),
      lines,
      taxes: taxSubtotals.parse(invoice.taxes),
      netMinor: invoice.netMinor,
      taxMinor: invoice.taxMinor,
      grossMinor: invoice.grossMinor,
    })
    await takeBackAllocations({ req, invoiceId })
    const moved = await moveRecord({
      req,
      collection: 'invoices',
      id: invoiceId,
      to: 'credited',
      reason: internalNote || reason,
      data: { paidMinor: 0 },
      what: 'invoice',
    })
    if (!moved.ok) return moved
    await releaseClaims({ req, invoiceId })

    const note = await req.payload.create({
      collection: 'invoices',
      data: {
        state: 'draft',
        kind: 'credit-note',
        creditOf: invoiceId,
        client: idOf(invoice.client) ?? '',
        legalEntity: idOf(invoice.legalEntity) ?? '',
        contact: idOf(invoice.contact),
        jobOrder: idOf(invoice.jobOrder),
        placement: idOf(invoice.placement),
        email: invoice.email ?? null,
        purchaseOrder: invoice.purchaseOrder ?? null,
        note: reason,
        serviceFromOn: invoice.serviceFromOn ?? null,
        serviceUntilOn: invoice.serviceUntilOn ?? null,
        termsDays: invoice.termsDays,
        paidMinor: 0,
        ...totalsOf(credit),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await writeLines({ req, invoiceId: note.id, invoice: credit, lines })
    const issued = await sealAndIssue({ req, invoice: note, data: totalsOf(credit), lines })
    if (!issued.ok) return issued
    return ok({ invoiceId, creditNoteId: note.id, number: issued.value.number })
  },
})

import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, enqueue, lockRecord, moveRecord } from '#plugins/kernel'
import { currencyCode, ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { idOf } from '#plugins/placements/domain'
import { computeInvoice, invoiceDueOn, partyOf, type SellerSnapshot } from '../domain'
import { renderInvoiceQueue } from '../jobs/render-invoice-pdf'
import { storedLines } from '../queries/stored-lines'
import { takeNumber } from './take-number'
import { totalsOf } from './write-draft'

/** From here on the invoice is a document: numbered, dated, frozen, printed and sent. */
export const issueInvoice = defineCommand({
  name: 'issue-invoice',
  summary: 'Issues a draft invoice: gives it its number and date and freezes it.',
  input: z.object({ invoiceId: z.uuid('Choose an invoice.') }),
  allow: { staff: 'invoices.issue' },
  run: async ({ input: { invoiceId }, ctx: { req } }) => {
    const invoice = await lockRecord({ req, collection: 'invoices', id: invoiceId })
    if (!invoice) return refuseMissing('invoice')
    if (invoice.state !== 'draft')
      return refuseState({
        code: 'already-issued',
        message: 'Only a draft can be issued.',
      })
    const currency = currencyCode.parse(invoice.currency)
    const totals = computeInvoice({
      lines: await storedLines({ req, invoiceId }),
      currency,
    })
    if (!totals.ok) return totals
    if (totals.value.grossMinor <= 0)
      return refuseState({
        code: 'nothing-to-pay',
        message: 'This invoice comes to nothing. Void the draft, or credit the earlier invoice.',
      })
    return await sealAndIssue({ req, invoice, data: totalsOf(totals.value) })
  },
})

/** Snapshots the parties, takes the number last, and moves the draft; the PDF follows in a job. */
export const sealAndIssue = async ({
  req,
  invoice,
  data,
}: {
  req: PayloadRequest
  invoice: DataFromCollectionSlug<'invoices'>
  data: ReturnType<typeof totalsOf>
}): Promise<Result<{ invoiceId: string; number: string; issueOn: string; dueOn: string }>> => {
  const client = await req.payload.findByID({
    collection: 'client-corporations',
    id: idOf(invoice.client) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const entity = await req.payload.findByID({
    collection: 'legal-entities',
    id: idOf(invoice.legalEntity) ?? '',
    depth: 0,
    req,
    overrideAccess: true,
  })
  const buyer = partyOf({
    name: client.name,
    address: client.billingAddress,
    taxId: client.taxId ?? null,
  })
  const stamp = await takeNumber({
    req,
    legalEntityId: entity.id,
    kind: invoice.kind,
    prefix: entity.invoicePrefix,
    zone: entity.zone,
  })
  const dueOn = invoiceDueOn({
    documentType: invoice.kind === 'credit-note' ? '381' : '380',
    issuedOn: stamp.issueOn,
    terms: { kind: 'net', days: invoice.termsDays },
  })
  const moved = await moveRecord({
    req,
    collection: 'invoices',
    id: invoice.id,
    to: 'issued',
    data: { ...data, ...stamp, dueOn, seller: sellerOf(entity), buyer },
    what: 'invoice',
  })
  if (!moved.ok) return moved
  await enqueue({ req, queue: renderInvoiceQueue, data: { invoiceId: invoice.id } })
  return ok({ invoiceId: invoice.id, number: stamp.number, issueOn: stamp.issueOn, dueOn })
}

const sellerOf = (entity: DataFromCollectionSlug<'legal-entities'>): SellerSnapshot => ({
  ...partyOf({
    name: entity.name,
    address: entity.address,
    taxId: entity.taxId ?? null,
    email: entity.email ?? null,
  }),
  bank: {
    accountName: entity.name,
    bankName: entity.bankName ?? '',
    lines: [
      ...(entity.iban ? [{ label: 'Account', value: entity.iban }] : []),
      ...(entity.bic ? [{ label: 'Routing', value: entity.bic }] : []),
    ],
  },
})

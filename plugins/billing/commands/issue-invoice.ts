import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, enqueue, lockRecord, moveRecord, publish } from '#plugins/kernel'
import { currencyCode, ok, refuseMissing, refuseState, type Result } from '#plugins/kernel/domain'
import { idOf } from '#plugins/placements/domain'
import { computeInvoice, invoiceDueOn, partyOf, type SellerSnapshot } from '../domain'
import { renderInvoiceQueue } from '../jobs/render-invoice-pdf'
import { recipientOf } from '../queries/recipient'
import { storedLines, type StoredLine } from '../queries/stored-lines'
import { hasHoursTakenBack } from '../queries/taken-back'
import { lockBillableTime } from './lock-billable-time'
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
    await lockBillableTime({
      req,
      clientId: idOf(invoice.client) ?? '',
      legalEntityId: idOf(invoice.legalEntity) ?? '',
    })
    if (await hasHoursTakenBack({ req, invoiceId }))
      return refuseState({
        code: 'hours-changed',
        message: 'The hours changed; drop the draft and make it again.',
      })
    const currency = currencyCode.parse(invoice.currency)
    const lines = await storedLines({ req, invoiceId })
    const totals = computeInvoice({ lines, currency })
    if (!totals.ok) return totals
    const { grossMinor } = totals.value
    if (invoice.kind === 'credit-note' ? grossMinor >= 0 : grossMinor <= 0)
      return refuseState({
        code: 'nothing-to-pay',
        message: 'This draft comes to nothing. Drop it and make it again.',
      })
    return await sealAndIssue({ req, invoice, data: totalsOf(totals.value), lines })
  },
})

export type IssuedDocument = {
  invoiceId: string
  number: string
  issueOn: string
  dueOn: string
  /** False: nobody to send it to; a billing e-mail is missing. */
  isMailed: boolean
}

/** Snapshots the parties, takes the number last, and moves the draft; the PDF follows in a job. */
export const sealAndIssue = async ({
  req,
  invoice,
  data,
  lines,
}: {
  req: PayloadRequest
  invoice: DataFromCollectionSlug<'invoices'>
  data: ReturnType<typeof totalsOf>
  lines: readonly Pick<StoredLine, 'description' | 'detail'>[]
}): Promise<Result<IssuedDocument>> => {
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
  const seller = sellerOf(entity)
  const refusal = await refuseUnprintable({
    seller,
    buyer,
    note: invoice.note,
    purchaseOrder: invoice.purchaseOrder,
    lines: lines.map(({ description, detail }) => ({ description, detail })),
  })
  if (refusal) return refusal
  const recipient = await recipientOf({ req, invoice })
  const stamp = await takeNumber({
    req,
    legalEntityId: entity.id,
    kind: invoice.kind,
    prefix: entity.invoicePrefix,
    digits: entity.invoiceNumberDigits ?? 6,
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
    // Every other issue of the series waits from here to the commit: what is known is not read again.
    locked: invoice,
    to: 'issued',
    data: { ...data, ...stamp, dueOn, seller, buyer },
    what: 'invoice',
  })
  if (!moved.ok) return moved
  await enqueue({ req, queue: renderInvoiceQueue, data: { invoiceId: invoice.id } })
  if (recipient === null)
    await publish({
      req,
      event: {
        name: 'invoice.without-recipient',
        subject: { kind: 'invoice', id: invoice.id },
        clientId: client.id,
        ballIn: 'agency',
      },
    })
  return ok({
    invoiceId: invoice.id,
    number: stamp.number,
    issueOn: stamp.issueOn,
    dueOn,
    isMailed: recipient !== null,
  })
}

/** An invoice cannot be changed: it is not issued with words that its paper cannot show. */
const refuseUnprintable = async (paper: object) => {
  // Heavy, and only needed here.
  const { unprintableWords } = await import('../pdf/unprintable-words')
  const words = await unprintableWords(paper)
  return words !== null
    ? refuseState({
        code: 'cannot-be-printed',
        message: `No font can print ${words}. Write it otherwise and issue again.`,
      })
    : null
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

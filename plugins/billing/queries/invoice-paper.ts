import type { PayloadRequest } from 'payload'

import { currencyCode, money } from '#plugins/kernel/domain'
import { idOf } from '#plugins/placements/domain'
import { paperStyleFor, partySnapshot, sellerSnapshot, taxSubtotals } from '../domain'
import type { InvoicePaper, InvoicePaperLine } from '../pdf/invoice-paper'
import { storedLines, type StoredLine } from './stored-lines'

/**
 * What an issued invoice shows on paper, from its own frozen columns alone. As it was at issue:
 * nothing paid yet. Called by the printing job.
 */
export const invoicePaper = async ({
  req,
  invoiceId,
  paymentUrl,
}: {
  req: PayloadRequest
  invoiceId: string
  paymentUrl: string | null
}): Promise<InvoicePaper> => {
  const invoice = await req.payload.findByID({
    collection: 'invoices',
    id: invoiceId,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const correctedId = idOf(invoice.creditOf)
  const corrected = correctedId
    ? await req.payload.findByID({
        collection: 'invoices',
        id: correctedId,
        depth: 0,
        req,
        overrideAccess: true,
      })
    : null
  const currency = currencyCode.parse(invoice.currency)
  const amount = (amountMinor: number) => money({ amountMinor, currency })
  const seller = sellerSnapshot.parse(invoice.seller)
  const lines = await storedLines({ req, invoiceId })
  if (!invoice.number || !invoice.issueOn || !invoice.issuedAt)
    throw new Error(`The invoice ${invoiceId} has no number.`)
  return {
    kind: invoice.kind,
    number: invoice.number,
    ...(corrected?.number ? { corrects: corrected.number } : {}),
    ...paperStyleFor(seller.country),
    createdAt: invoice.issuedAt,
    issuedOn: invoice.issueOn,
    dueOn: invoice.kind === 'invoice' ? (invoice.dueOn ?? null) : null,
    servicePeriod:
      invoice.serviceFromOn && invoice.serviceUntilOn
        ? { from: invoice.serviceFromOn, to: invoice.serviceUntilOn }
        : null,
    seller,
    buyer: partySnapshot.parse(invoice.buyer),
    references: invoice.purchaseOrder
      ? [{ label: 'Purchase order', value: invoice.purchaseOrder }]
      : [],
    lines: lines.map((line) => paperLine({ line, amount })),
    taxes: taxSubtotals
      .parse(invoice.taxes)
      .filter(({ rateBp }) => rateBp > 0)
      .map(({ basisMinor, rateBp, taxMinor }) => ({
        label: seller.country === 'US' ? 'Sales tax' : 'VAT',
        basisPoints: rateBp,
        net: amount(basisMinor),
        tax: amount(taxMinor),
      })),
    net: amount(invoice.netMinor),
    tax: amount(invoice.taxMinor),
    gross: amount(invoice.grossMinor),
    paid: amount(0),
    due: amount(invoice.grossMinor),
    bank: seller.bank,
    paymentUrl: invoice.kind === 'invoice' ? paymentUrl : null,
    notes: invoice.note ? [invoice.note] : [],
  }
}

const paperLine = ({
  line,
  amount,
}: {
  line: StoredLine
  amount: (minor: number) => InvoicePaperLine['net']
}): InvoicePaperLine => {
  const { quantity } = line
  const isPremium = quantity.unit === 'hour' && quantity.ratio.num !== quantity.ratio.den
  return {
    description: line.description,
    ...(line.detail ? { detail: line.detail } : {}),
    ...(quantity.unit === 'hour'
      ? { quantity: { minutes: quantity.minutes }, rateE4: quantity.rateE4 }
      : { quantity: { units: quantity.quantityE4 / 10_000 }, rateE4: quantity.priceE4 }),
    ...(isPremium ? { ratio: quantity.ratio } : {}),
    net: amount(line.netMinor),
  }
}

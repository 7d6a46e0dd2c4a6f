import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, sqlOf, wholeNumber } from '#plugins/kernel'
import {
  can,
  currencyCode,
  holdsLink,
  isUuid,
  ok,
  refuseMissing,
  type Actor,
  type Result,
} from '#plugins/kernel/domain'
import { checkoutProgress } from '#plugins/payments'
import { invoicePayPurpose } from '../commands/pay-invoice'
import {
  isOpenInvoice,
  isOverdue,
  isPublishedInvoice,
  partySnapshot,
  sellerSnapshot,
  taxSubtotals,
} from '../domain'
import { storedLines, type StoredLine } from './stored-lines'

const invoiceRow = z.object({
  id: z.string(),
  client_id: z.string(),
  number: z.string().nullable(),
  kind: z.enum(['invoice', 'credit-note']),
  state: z.string(),
  issue_on: z.string().nullable(),
  due_on: z.string().nullable(),
  service_from_on: z.string().nullable(),
  service_until_on: z.string().nullable(),
  currency: currencyCode,
  net_minor: wholeNumber,
  tax_minor: wholeNumber,
  gross_minor: wholeNumber,
  paid_minor: wholeNumber,
  purchase_order: z.string().nullable(),
  note: z.string().nullable(),
  document_id: z.string().nullable(),
  seller: sellerSnapshot.nullable(),
  buyer: partySnapshot.nullable(),
  taxes: taxSubtotals,
  today: z.string(),
  corrects: z.string().nullable(),
})

export type InvoiceForClient = ReturnType<typeof shownTo>

/**
 * An issued invoice as its client sees it: by the link, in the portal, or staff looking on. Nothing
 * of pay, margin or notes inside the house. Reads only: coming back from a payment books nothing.
 */
export const invoiceForClient = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<Result<InvoiceForClient>> => {
  const row = isUuid(invoiceId)
    ? await sqlOf(req).first({
        schema: invoiceRow,
        text: `select i.id, i.client_id, i.number, i.kind, i.state, i.issue_on, i.due_on,
            i.service_from_on, i.service_until_on, i.currency, i.net_minor, i.tax_minor,
            i.gross_minor, i.paid_minor, i.purchase_order, i.note, i.document_id, i.seller, i.buyer,
            i.taxes, to_char(now() at time zone e.zone, 'YYYY-MM-DD') as today,
            o.number as corrects
          from invoices i join legal_entities e on e.id = i.legal_entity_id
            left join invoices o on o.id = i.credit_of_id
          where i.id = $1`,
        values: [invoiceId],
      })
    : null
  if (!row || !isPublishedInvoice(row.state) || !maySee({ actor: actorOf(req), row }))
    return refuseMissing('invoice')
  const lines = await storedLines({ req, invoiceId })
  const payment = await checkoutProgress({ req, subject: { kind: 'invoice', id: invoiceId } })
  return ok(shownTo({ row, lines, payment }))
}

/** Whether the actor may see an issued invoice: clients their own, whoever opened its link that one. */
const maySee = ({
  actor,
  row,
}: {
  actor: Actor
  row: { id: string; client_id: string }
}): boolean =>
  can({ actor, permission: 'invoices.read' }) ||
  (actor.kind === 'portal' && actor.contactId !== null && actor.clientId === row.client_id) ||
  holdsLink({ actor, purpose: invoicePayPurpose, subject: { kind: 'invoice', id: row.id } })

const shownTo = ({
  row,
  lines,
  payment,
}: {
  row: z.output<typeof invoiceRow>
  lines: readonly StoredLine[]
  payment: Awaited<ReturnType<typeof checkoutProgress>>
}) => ({
  invoiceId: row.id,
  number: row.number ?? '',
  kind: row.kind,
  state: row.state,
  isOpen: isOpenInvoice(row.state) && row.kind === 'invoice',
  isOverdue:
    row.kind === 'invoice' && isOverdue({ state: row.state, dueOn: row.due_on, today: row.today }),
  issueOn: row.issue_on,
  dueOn: row.due_on,
  serviceFromOn: row.service_from_on,
  serviceUntilOn: row.service_until_on,
  currency: row.currency,
  netMinor: row.net_minor,
  taxMinor: row.tax_minor,
  grossMinor: row.gross_minor,
  paidMinor: row.paid_minor,
  openMinor: isOpenInvoice(row.state) ? row.gross_minor - row.paid_minor : 0,
  purchaseOrder: row.purchase_order,
  note: row.note,
  corrects: row.corrects,
  documentId: row.document_id,
  seller: row.seller,
  buyer: row.buyer,
  taxes: row.taxes,
  /** How far the payment page is; only the books say what is paid. */
  payment,
  lines: lines.map(({ description, detail, netMinor, quantity, tax }) => ({
    description,
    detail,
    quantity,
    taxRateBp: tax.rateBp,
    netMinor,
  })),
})

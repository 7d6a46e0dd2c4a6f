import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'
import { ok, type CurrencyCode, type Day, type Result } from '#plugins/kernel/domain'
import { computeInvoice, type ComputedInvoice, type InvoiceLine } from '../domain'
import { findBillTo } from '../queries/bill-to'

/** What an invoice may hold only once: an evaluated bill line, or the fee of a placement. */
export type Claim = { kind: 'bill-line' | 'placement-fee'; id: string }

export type NewInvoiceLine = InvoiceLine & {
  detail: string | null
  placementId: string | null
  timesheetId: string | null
  claims: readonly Claim[]
}

export type NewDraft = {
  /** Absent: an invoice. */
  kind?: 'invoice' | 'credit-note'
  clientId: string
  legalEntityId: string
  currency: CurrencyCode
  lines: readonly NewInvoiceLine[]
  /** Settled by lines that cancel each other out: on this invoice, on no line. */
  settledClaims?: readonly Claim[]
  contactId?: string | null
  jobOrderId?: string | null
  placementId?: string | null
  purchaseOrder?: string | null
  note?: string | null
  service?: { from: Day; until: Day } | null
}

/**
 * Writes a draft invoice with its lines and claims, in the caller's transaction. Refuses what the
 * arithmetic refuses. A claim held by another live invoice is a bug of the caller, who has looked
 * under a lock: the database throws.
 */
export const writeDraft = async ({
  req,
  draft,
}: {
  req: PayloadRequest
  draft: NewDraft
}): Promise<Result<{ invoiceId: string; grossMinor: number }>> => {
  const billTo = await findBillTo({ req, ...draft })
  if (!billTo.ok) return billTo
  const computed = computeInvoice({ lines: draft.lines, currency: draft.currency })
  if (!computed.ok) return computed
  const invoice = await req.payload.create({
    collection: 'invoices',
    data: {
      state: 'draft',
      kind: draft.kind ?? 'invoice',
      client: draft.clientId,
      legalEntity: draft.legalEntityId,
      contact: draft.contactId ?? billTo.value.contactId,
      email: billTo.value.email,
      jobOrder: draft.jobOrderId ?? null,
      placement: draft.placementId ?? null,
      purchaseOrder: draft.purchaseOrder ?? null,
      note: draft.note ?? null,
      serviceFromOn: draft.service?.from ?? null,
      serviceUntilOn: draft.service?.until ?? null,
      termsDays: billTo.value.termsDays,
      paidMinor: 0,
      ...totalsOf(computed.value),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  const lineIds = await writeLines({
    req,
    invoiceId: invoice.id,
    invoice: computed.value,
    lines: draft.lines,
  })
  await writeClaims({
    req,
    invoiceId: invoice.id,
    claims: [
      ...draft.lines.flatMap(({ claims }, index) =>
        claims.map((claim) => ({ ...claim, lineId: lineIds[index] ?? null })),
      ),
      ...(draft.settledClaims ?? []).map((claim) => ({ ...claim, lineId: null })),
    ],
  })
  return ok({ invoiceId: invoice.id, grossMinor: computed.value.grossMinor })
}

export const totalsOf = ({ currency, grossMinor, netMinor, taxMinor, taxes }: ComputedInvoice) => ({
  currency,
  netMinor,
  taxMinor,
  grossMinor,
  taxes: taxes.map((tax) => ({ ...tax })),
})

/** All lines in one statement. Returns their ids in order. */
export const writeLines = async ({
  req,
  invoiceId,
  invoice,
  lines,
}: {
  req: PayloadRequest
  invoiceId: string
  invoice: ComputedInvoice
  lines: readonly Pick<NewInvoiceLine, 'detail' | 'placementId' | 'timesheetId'>[]
}): Promise<string[]> => {
  const rows = await sqlOf(req).rows({
    schema: z.object({ id: z.string() }),
    text: `insert into invoice_lines (id, invoice_id, position, description, detail, unit,
        quantity_minutes, quantity_e4, rate_e4, ratio_num, ratio_den, net_minor, tax_rate_bp,
        tax_category, placement_id, timesheet_id)
      select uuid_v7(), $1, position, description, detail, unit::enum_invoice_lines_unit,
        quantity_minutes, quantity_e4, rate_e4, ratio_num, ratio_den, net_minor, tax_rate_bp,
        tax_category::enum_invoice_lines_tax_category, placement_id, timesheet_id
      from jsonb_to_recordset($2::jsonb) as line(position integer, description text, detail text,
        unit text, quantity_minutes numeric, quantity_e4 numeric, rate_e4 numeric,
        ratio_num numeric, ratio_den numeric, net_minor numeric, tax_rate_bp numeric,
        tax_category text, placement_id uuid, timesheet_id uuid)
      order by position
      returning id`,
    values: [
      invoiceId,
      JSON.stringify(
        invoice.lines.map((line, index) => ({
          position: index + 1,
          description: line.description,
          detail: lines[index]?.detail ?? null,
          ...quantityColumns(line),
          net_minor: line.netMinor,
          tax_rate_bp: line.tax.rateBp,
          tax_category: line.tax.category,
          placement_id: lines[index]?.placementId ?? null,
          timesheet_id: lines[index]?.timesheetId ?? null,
        })),
      ),
    ],
  })
  return rows.map(({ id }) => id)
}

const quantityColumns = ({ quantity }: InvoiceLine) =>
  quantity.unit === 'hour'
    ? {
        unit: quantity.unit,
        quantity_minutes: quantity.minutes,
        quantity_e4: null,
        rate_e4: quantity.rateE4,
        ratio_num: quantity.ratio.num,
        ratio_den: quantity.ratio.den,
      }
    : {
        unit: quantity.unit,
        quantity_minutes: null,
        quantity_e4: quantity.quantityE4,
        rate_e4: quantity.priceE4,
        ratio_num: 1,
        ratio_den: 1,
      }

const writeClaims = async ({
  req,
  invoiceId,
  claims,
}: {
  req: PayloadRequest
  invoiceId: string
  claims: readonly (Claim & { lineId: string | null })[]
}): Promise<void> => {
  if (claims.length === 0) return
  await sqlOf(req).run({
    text: `insert into invoice_claims (invoice_id, invoice_line_id, bill_line_id, fee_placement_id)
      select $1, line_id, case when kind = 'bill-line' then subject_id end,
        case when kind = 'placement-fee' then subject_id end
      from jsonb_to_recordset($2::jsonb) as claim(kind text, subject_id uuid, line_id uuid)`,
    values: [
      invoiceId,
      JSON.stringify(
        claims.map(({ id, kind, lineId }) => ({ kind, subject_id: id, line_id: lineId })),
      ),
    ],
  })
}

/** Gives back what a dropped or credited invoice held, so that it can be invoiced again. */
export const releaseClaims = async ({
  req,
  invoiceId,
}: {
  req: PayloadRequest
  invoiceId: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update invoice_claims set released_at = now()
      where invoice_id = $1 and released_at is null`,
    values: [invoiceId],
  })
}

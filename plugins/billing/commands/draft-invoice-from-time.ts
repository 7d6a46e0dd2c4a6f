import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import {
  calendarDay,
  currencyCode,
  type Day,
  isUuid,
  ok,
  refuseState,
  type Result,
} from '#plugins/kernel/domain'
import {
  describeGroup,
  detailOfGroup,
  type DraftGrouping,
  type DraftLine,
  invoiceDraftFrom,
  lineTaxFor,
} from '../domain'
import { type BillTo, findBillTo } from '../queries/bill-to'
import { invoicesTakenBackBy } from '../queries/taken-back'
import { unbilledLinesOf, type UnbilledLine } from '../queries/unbilled-time'
import { lockBillableTime } from './lock-billable-time'
import { writeDraft, type NewInvoiceLine } from './write-draft'

/** Approved hours as invoices; each bill line lands on exactly one live invoice. */
export const draftInvoiceFromTime = defineCommand({
  name: 'draft-invoice-from-time',
  summary:
    'Drafts an invoice per currency over the approved hours of a client that are not invoiced yet; a credit note where more was taken back.',
  input: z.object({
    clientId: z.string().refine(isUuid, 'Choose a client.'),
    legalEntityId: z.string().refine(isUuid, 'Choose the legal entity that issues it.'),
    /** Weeks that end by this day are taken. */
    throughOn: calendarDay,
    groupBy: z.enum(['placement', 'timesheet']).default('timesheet'),
    /** Only hours billed in this currency; absent: a draft for each. */
    currency: currencyCode.nullish(),
  }),
  allow: { staff: 'invoices.write' },
  run: async ({ input, ctx: { req } }) => {
    await lockBillableTime({ req, ...input })
    const billTo = await findBillTo({ req, ...input })
    if (!billTo.ok) return billTo
    const unbilled = await unbilledLinesOf({ req, ...input })
    const wanted = unbilled.filter(({ currency }) => !input.currency || currency === input.currency)
    const drafts: { invoiceId: string; kind: DraftKind; currency: string; grossMinor: number }[] =
      []
    for (const currency of [...new Set(wanted.map((line) => line.currency))].sort()) {
      const billLines = wanted.filter((line) => line.currency === currency)
      // Hours and their exact reversals: they wait for what comes instead.
      if (billLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) === 0) continue
      const draft = await draftOver({ req, input, billTo: billTo.value, billLines })
      if (!draft.ok) return draft
      drafts.push({ ...draft.value, currency })
    }
    const [first] = drafts
    if (!first)
      return refuseState({
        code: 'nothing-to-bill',
        message: wanted[0]
          ? 'These hours come to nothing: there is no invoice to make.'
          : 'There are no approved hours to bill.',
      })
    return ok({ invoiceId: first.invoiceId, grossMinor: first.grossMinor, drafts })
  },
})

type DraftKind = 'invoice' | 'credit-note'

/** One draft over the lines of one currency: an invoice, or a credit note when they come to less than nothing. */
const draftOver = async ({
  req,
  input,
  billTo,
  billLines,
}: {
  req: PayloadRequest
  input: { clientId: string; legalEntityId: string; throughOn: Day; groupBy: DraftGrouping }
  billTo: BillTo
  billLines: readonly UnbilledLine[]
}): Promise<Result<{ invoiceId: string; kind: DraftKind; grossMinor: number }>> => {
  const draft = invoiceDraftFrom({
    // A rate in the terms was chosen for this placement; else the law of the day decides.
    billLines: billLines.map((line) => ({
      ...line,
      taxRateBp: line.taxRateBp ?? billTo.taxRateOn(line.weekEndsOn),
    })),
    groupBy: input.groupBy,
    taxOf: ({ taxRateBp }) => lineTaxFor(taxRateBp),
    describe: ({ earnCode, placementId }) =>
      describeGroup({
        earnCode,
        jobTitle: billLines.find((line) => line.placementId === placementId)?.jobTitle ?? '',
      }),
  })
  if (!draft.ok) return draft
  const { currency, lines, settledBillLineIds } = draft.value
  const isCredit = billLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) < 0
  const corrected = isCredit
    ? await invoicesTakenBackBy({ req, billLineIds: billLines.map((line) => line.billLineId) })
    : []
  const purchaseOrders = [...new Set(billLines.map(({ purchaseOrder }) => purchaseOrder))]
  const isOneOrder = purchaseOrders.length === 1
  const kind = isCredit ? 'credit-note' : 'invoice'
  const written = await writeDraft({
    req,
    draft: {
      kind,
      clientId: input.clientId,
      legalEntityId: input.legalEntityId,
      currency,
      lines: lines.map((line) => withOrigin({ line, billLines, isOneOrder })),
      settledClaims: settledBillLineIds.map((id) => ({ kind: 'bill-line', id })),
      purchaseOrder: isOneOrder ? (purchaseOrders[0] ?? null) : null,
      note: corrected.length > 0 ? `Corrects ${corrected.join(', ')}.` : null,
      service: serviceOf({ billLines, throughOn: input.throughOn }),
    },
  })
  return written.ok ? ok({ ...written.value, kind }) : written
}

const serviceOf = ({
  billLines,
  throughOn,
}: {
  billLines: readonly UnbilledLine[]
  throughOn: Day
}) => ({
  from: billLines.map(({ weekStartsOn }) => weekStartsOn).sort()[0] ?? throughOn,
  until:
    billLines
      .map(({ weekEndsOn }) => weekEndsOn)
      .sort()
      .at(-1) ?? throughOn,
})

const withOrigin = ({
  line,
  billLines,
  isOneOrder,
}: {
  line: DraftLine
  billLines: readonly UnbilledLine[]
  isOneOrder: boolean
}): NewInvoiceLine => {
  const held = new Set(line.billLineIds)
  return {
    lineId: line.lineId,
    description: line.description,
    detail: detailOfGroup({
      members: billLines.filter(({ billLineId }) => held.has(billLineId)),
      purchaseOrder: isOneOrder ? null : line.group.purchaseOrder,
    }),
    quantity: line.quantity,
    tax: line.tax,
    placementId: line.group.placementId,
    timesheetId: line.group.timesheetId,
    claims: line.billLineIds.map((id) => ({ kind: 'bill-line', id })),
  }
}

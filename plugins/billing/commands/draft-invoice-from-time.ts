import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand, sqlOf } from '#plugins/kernel'
import { calendarDay, isUuid, refuseState } from '#plugins/kernel/domain'
import {
  describeGroup,
  detailOfGroup,
  type DraftLine,
  invoiceDraftFrom,
  lineTaxFor,
} from '../domain'
import { findBillTo } from '../queries/bill-to'
import { unbilledLinesOf, type UnbilledLine } from '../queries/unbilled-time'
import { writeDraft, type NewInvoiceLine } from './write-draft'

/** Approved hours as an invoice; each bill line lands on exactly one live invoice. */
export const draftInvoiceFromTime = defineCommand({
  name: 'draft-invoice-from-time',
  summary: 'Drafts an invoice over the approved hours of a client that are not invoiced yet.',
  input: z.object({
    clientId: z.string().refine(isUuid, 'Choose a client.'),
    legalEntityId: z.string().refine(isUuid, 'Choose the legal entity that issues it.'),
    /** Weeks that end by this day are taken. */
    throughOn: calendarDay,
    groupBy: z.enum(['placement', 'timesheet']).default('timesheet'),
  }),
  allow: { staff: 'invoices.write' },
  run: async ({ input, ctx: { req } }) => {
    await lockTimeOf({ req, ...input })
    const billTo = await findBillTo({ req, ...input })
    if (!billTo.ok) return billTo
    const billLines = await unbilledLinesOf({ req, ...input })
    const taxRates = new Map(
      billLines.map(({ placementId, taxRateBp }) => [
        placementId,
        taxRateBp ?? billTo.value.taxRateBp,
      ]),
    )
    const draft = invoiceDraftFrom({
      billLines,
      groupBy: input.groupBy,
      taxOf: ({ placementId }) => lineTaxFor(taxRates.get(placementId) ?? 0),
      describe: ({ earnCode, placementId }) =>
        describeGroup({
          earnCode,
          jobTitle: billLines.find((line) => line.placementId === placementId)?.jobTitle ?? '',
        }),
    })
    if (!draft.ok) return draft
    const { currency, lines, settledBillLineIds } = draft.value
    if (billLines.reduce((sum, { amountMinor }) => sum + amountMinor, 0) <= 0)
      return refuseState({
        code: 'nothing-to-bill',
        message: 'These hours come to nothing or less: there is no invoice to make.',
      })
    const purchaseOrders = new Set(billLines.map(({ purchaseOrder }) => purchaseOrder))
    const weeks = billLines.map(({ weekEndsOn, weekStartsOn }) => ({ weekEndsOn, weekStartsOn }))
    return await writeDraft({
      req,
      draft: {
        clientId: input.clientId,
        legalEntityId: input.legalEntityId,
        currency,
        lines: lines.map((line) => withOrigin({ line, billLines })),
        settledClaims: settledBillLineIds.map((id) => ({ kind: 'bill-line', id })),
        purchaseOrder: purchaseOrders.size === 1 ? ([...purchaseOrders][0] ?? null) : null,
        service: {
          from: weeks.map(({ weekStartsOn }) => weekStartsOn).sort()[0] ?? input.throughOn,
          until:
            weeks
              .map(({ weekEndsOn }) => weekEndsOn)
              .sort()
              .at(-1) ?? input.throughOn,
        },
      },
    })
  },
})

/** Two drafts over the same client's time come one after the other: the second finds what is left. */
const lockTimeOf = async ({
  req,
  clientId,
  legalEntityId,
}: {
  req: PayloadRequest
  clientId: string
  legalEntityId: string
}): Promise<void> => {
  await sqlOf(req).run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`bill:${legalEntityId}:${clientId}`],
  })
}

const withOrigin = ({
  line,
  billLines,
}: {
  line: DraftLine
  billLines: readonly UnbilledLine[]
}): NewInvoiceLine => {
  const held = new Set(line.billLineIds)
  const members = billLines.filter(({ billLineId }) => held.has(billLineId))
  return {
    lineId: line.lineId,
    description: line.description,
    detail: detailOfGroup(members),
    quantity: line.quantity,
    tax: line.tax,
    placementId: line.group.placementId,
    timesheetId: line.group.timesheetId,
    claims: line.billLineIds.map((id) => ({ kind: 'bill-line', id })),
  }
}

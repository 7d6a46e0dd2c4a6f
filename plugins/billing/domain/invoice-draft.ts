import {
  type CurrencyCode,
  type Failure,
  ok,
  type Ratio,
  type Result,
  refuse,
} from '#plugins/kernel/domain'
import type { BillLine, EarnCode } from '#plugins/timekeeping/domain'
import { type InvoiceLine, type LineTax, lineNet, lumpSum } from './invoice-line'

/** A bill line with the id it is kept under. */
export type StoredBillLine = Pick<
  BillLine,
  | 'placementId'
  | 'timesheetId'
  | 'earnCode'
  | 'minutes'
  | 'rateE4'
  | 'ratio'
  | 'amountMinor'
  | 'currency'
> & {
  billLineId: string
  /** The rate of tax on the day of the service. */
  taxRateBp: number
  purchaseOrder: string | null
}

/** One line per placement, code and rate; or the same split by timesheet. */
export type DraftGrouping = 'placement' | 'timesheet'

export type DraftGroup = {
  placementId: string
  /** Null when several sheets are on the line. */
  timesheetId: string | null
  earnCode: EarnCode
  ratio: Ratio
  taxRateBp: number
  purchaseOrder: string | null
}

export type DraftLine = InvoiceLine & {
  group: DraftGroup
  billLineIds: string[]
  /** What rounding the whole line once differs from the bill lines rounded singly. */
  roundingMinor: number
}

export type InvoiceDraft = { currency: CurrencyCode; lines: DraftLine[] }

/**
 * Makes invoice lines from evaluated bill lines: those of one placement, code, rate, premium, tax
 * rate and purchase order become one line, in order of first appearance; reversals net off, and a group that nets to
 * nothing is left out (its bill lines are in `settledBillLineIds`). Refuses an empty list and mixed
 * currencies.
 */
export const invoiceDraftFrom = ({
  billLines,
  groupBy,
  taxOf,
  describe,
}: {
  billLines: readonly StoredBillLine[]
  groupBy: DraftGrouping
  taxOf: (group: DraftGroup) => LineTax
  describe: (group: DraftGroup) => string
}): Result<InvoiceDraft & { settledBillLineIds: string[] }, Failure> => {
  const [first] = billLines
  if (!first) {
    return refuse<Failure>({
      kind: 'state',
      code: 'nothing-to-bill',
      message: 'There are no approved hours to bill.',
    })
  }
  const { currency } = first
  if (billLines.some((line) => line.currency !== currency)) {
    return refuse<Failure>({
      kind: 'state',
      code: 'mixed-currencies',
      message: 'These hours are billed in several currencies. Make one invoice for each.',
    })
  }
  const lines: DraftLine[] = []
  const settledBillLineIds: string[] = []
  for (const [lineId, members] of groupsOf({ billLines, groupBy })) {
    const line = draftLine({ lineId, members, groupBy, currency, taxOf, describe })
    if (line) lines.push(line)
    else settledBillLineIds.push(...members.map((member) => member.billLineId))
  }
  return ok({ currency, lines, settledBillLineIds })
}

const groupsOf = ({
  billLines,
  groupBy,
}: {
  billLines: readonly StoredBillLine[]
  groupBy: DraftGrouping
}): Map<string, StoredBillLine[]> => {
  const groups = new Map<string, StoredBillLine[]>()
  for (const line of billLines) {
    const { placementId, timesheetId, earnCode, purchaseOrder, rateE4, ratio, taxRateBp } = line
    const lineId = [
      placementId,
      ...(groupBy === 'timesheet' ? [timesheetId] : []),
      earnCode,
      rateE4,
      `${ratio.num}/${ratio.den}`,
      taxRateBp,
      purchaseOrder ?? '',
    ].join(':')
    groups.set(lineId, [...(groups.get(lineId) ?? []), line])
  }
  return groups
}

const draftLine = ({
  lineId,
  members,
  groupBy,
  currency,
  taxOf,
  describe,
}: {
  lineId: string
  members: readonly StoredBillLine[]
  groupBy: DraftGrouping
  currency: CurrencyCode
  taxOf: (group: DraftGroup) => LineTax
  describe: (group: DraftGroup) => string
}): DraftLine | null => {
  const [first] = members
  const minutes = members.reduce((sum, member) => sum + member.minutes, 0)
  const amountMinor = members.reduce((sum, member) => sum + member.amountMinor, 0)
  if (!first || (minutes === 0 && amountMinor === 0)) return null

  const { placementId, earnCode, purchaseOrder, rateE4, ratio, taxRateBp } = first
  const timesheetIds = new Set(members.map((member) => member.timesheetId))
  const timesheetId = groupBy === 'timesheet' || timesheetIds.size === 1 ? first.timesheetId : null
  const group = { placementId, timesheetId, earnCode, ratio, taxRateBp, purchaseOrder }
  const quantity =
    minutes === 0 || earnCode === 'BONUS'
      ? lumpSum({ amountMinor, currency })
      : { unit: 'hour' as const, minutes, rateE4, ratio }
  return {
    lineId,
    description: describe(group),
    quantity,
    tax: taxOf(group),
    group,
    billLineIds: members.map((member) => member.billLineId),
    roundingMinor: lineNet({ quantity, currency }).amountMinor - amountMinor,
  }
}

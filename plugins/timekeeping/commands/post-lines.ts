import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf, wholeNumber } from '#plugins/kernel'
import { isCurrencyCode } from '#plugins/kernel/domain'
import { earnCodes } from '../domain/earn-code'
import type { EvaluatedLine, LineSide } from '../domain/evaluated-line'
import { linesToPost, type LineToPost, type PostedLine } from '../domain/line-changes'
import type { WeekKey } from '../domain/week-key'

/** The client of each sheet. */
export type SheetClients = ReadonlyMap<string, string>

/**
 * Adds to one side of a week's book what it lacks, and returns how many lines that were. The caller
 * holds the week, so positions count on without a gap.
 */
export const postLines = async <Side extends LineSide>({
  req,
  week,
  side,
  next,
  clients,
  evaluation,
}: {
  req: PayloadRequest
  week: WeekKey
  side: Side
  next: readonly EvaluatedLine<Side>[]
  clients: SheetClients
  evaluation: string
}): Promise<number> => {
  const posted = await postedLines({ req, week, side })
  const lines = linesToPost({ posted: posted.lines, next })
  if (lines.length === 0) return 0
  const rows = lines.map((line, index) =>
    rowOf({
      line,
      position: posted.lines.length + index + 1,
      clientId: clients.get(line.timesheetId) ?? posted.clients.get(line.timesheetId),
    }),
  )
  await sqlOf(req).run({
    text: `insert into ${tables[side]} (id, candidate_id, legal_entity_id, week_starts_on, evaluation,
        placement_id, timesheet_id, client_id, earn_code, minutes, rate_e4, ratio_num, ratio_den,
        amount_minor, currency, rule_set, rule_set_version, line_key, position, reversal_of_id, trace)
      select uuid_v7(), $1, $2, $3, $4, x.placement_id, x.timesheet_id, x.client_id, x.earn_code,
        x.minutes, x.rate_e4, x.ratio_num, x.ratio_den, x.amount_minor, x.currency, x.rule_set,
        x.rule_set_version, x.line_key, x.position, x.reversal_of_id, x.trace
      from jsonb_to_recordset($5::jsonb) as x(placement_id uuid, timesheet_id uuid, client_id uuid,
        earn_code text, minutes numeric, rate_e4 numeric, ratio_num numeric, ratio_den numeric,
        amount_minor numeric, currency text, rule_set text, rule_set_version numeric, line_key text,
        position numeric, reversal_of_id uuid, trace jsonb)
      order by x.position`,
    values: [
      week.candidateId,
      week.legalEntityId,
      week.weekStartsOn,
      evaluation,
      JSON.stringify(rows),
    ],
  })
  return lines.length
}

const tables: Record<LineSide, string> = { pay: 'pay_lines', bill: 'bill_lines' }

const lineRow = z.object({
  id: z.string(),
  placement_id: z.string(),
  timesheet_id: z.string(),
  client_id: z.string(),
  earn_code: z.enum(earnCodes),
  minutes: wholeNumber,
  rate_e4: wholeNumber,
  ratio_num: wholeNumber,
  ratio_den: wholeNumber,
  amount_minor: wholeNumber,
  currency: z.string().refine(isCurrencyCode),
  rule_set: z.string(),
  rule_set_version: wholeNumber,
  line_key: z.string(),
})

const postedLines = async <Side extends LineSide>({
  req,
  week,
  side,
}: {
  req: PayloadRequest
  week: WeekKey
  side: Side
}): Promise<{ lines: PostedLine<Side>[]; clients: SheetClients }> => {
  const rows = await sqlOf(req).rows({
    schema: lineRow,
    text: `select id, placement_id, timesheet_id, client_id, earn_code, minutes, rate_e4, ratio_num,
        ratio_den, amount_minor, currency, rule_set, rule_set_version, line_key
      from ${tables[side]}
      where candidate_id = $1 and legal_entity_id = $2 and week_starts_on = $3
      order by position`,
    values: [week.candidateId, week.legalEntityId, week.weekStartsOn],
  })
  return {
    lines: rows.map((row) => ({
      id: row.id,
      side,
      key: row.line_key,
      placementId: row.placement_id,
      timesheetId: row.timesheet_id,
      earnCode: row.earn_code,
      minutes: row.minutes,
      rateE4: row.rate_e4,
      ratio: { num: row.ratio_num, den: row.ratio_den },
      amountMinor: row.amount_minor,
      currency: row.currency,
      ruleSet: `${row.rule_set}@${row.rule_set_version}`,
      // What was reckoned then stays with its own line; a change is told by the new one.
      trace: [],
    })),
    clients: new Map(rows.map((row) => [row.timesheet_id, row.client_id])),
  }
}

const rowOf = <Side extends LineSide>({
  line,
  position,
  clientId,
}: {
  line: LineToPost<Side>
  position: number
  clientId: string | undefined
}) => {
  if (!clientId) throw new Error(`The timesheet ${line.timesheetId} has no client.`)
  const [ruleSet, version] = line.ruleSet.split('@')
  return {
    placement_id: line.placementId,
    timesheet_id: line.timesheetId,
    client_id: clientId,
    earn_code: line.earnCode,
    minutes: line.minutes,
    rate_e4: line.rateE4,
    ratio_num: line.ratio.num,
    ratio_den: line.ratio.den,
    amount_minor: line.amountMinor,
    currency: line.currency,
    rule_set: ruleSet,
    rule_set_version: Number(version),
    line_key: line.key,
    position,
    reversal_of_id: line.reversalOf,
    trace: line.trace,
  }
}

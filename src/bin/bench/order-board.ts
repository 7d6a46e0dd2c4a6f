import { z } from 'zod'

import type { Bench, Workload } from './workload'

/** Cards per column, as on the board of the admin. */
const mostCards = 50
const mostBytes = 300_000

/** The board of one order: every stage with its count, its first cards and what is next for each. */
export const orderBoard = ({
  bench: { rest, db },
  orderId,
}: {
  bench: Bench
  orderId: string
}): Workload => {
  const path = `/api/job-orders/${orderId}/board`
  const product = async () => await rest.get(path)
  const raw = async () => await db.query<Record<string, unknown>>(boardSql, [orderId, mostCards])
  return {
    name: 'B4 board of an order',
    call: 'GET /api/job-orders/<id>/board',
    product,
    raw,
    target: { p95Ms: 400, ratio: 2 },
    differences: async () => {
      const { length } = Buffer.from(await rest.text(path))
      if (length > mostBytes) return [`the board is ${length} bytes, and ${mostBytes} are allowed`]
      const one = JSON.stringify(columnsOf(shownBoard.parse(await product())))
      const other = JSON.stringify(columnsOf(boardOf((await raw()).rows)))
      if (one === other) return []
      const at = [...one].findIndex((letter, place) => letter !== other[place])
      return [`from ${one.slice(at - 60, at + 60)}, by SQL ${other.slice(at - 60, at + 60)}`]
    },
  }
}

const text = z.string().nullable()

const shownBoard = z.object({
  columns: z.array(
    z.object({
      stageId: z.string(),
      name: z.string(),
      state: z.string(),
      count: z.number(),
      cards: z.array(
        z.object({
          submissionId: z.string(),
          candidateId: z.string(),
          candidateName: z.string(),
          headline: text,
          rank: text,
          decision: text,
          interview: z.object({ state: z.string(), startsAt: z.string() }).nullable(),
          offerState: text,
        }),
      ),
    }),
  ),
})

type ShownBoard = z.output<typeof shownBoard>

/** What is compared: the parsed board, without what only one of the two tells. */
const columnsOf = ({ columns }: ShownBoard) => columns

const boardOf = (rows: readonly Record<string, unknown>[]): ShownBoard => {
  const columns = new Map<string, Record<string, unknown> & { cards: unknown[] }>()
  for (const row of rows) {
    const id = String(row.stage_id)
    const column = columns.get(id) ?? {
      stageId: id,
      name: row.name,
      state: row.state,
      count: row.count,
      cards: [],
    }
    columns.set(id, column)
    if (row.submission_id !== null)
      column.cards.push({
        submissionId: row.submission_id,
        candidateId: row.candidate_id,
        candidateName: row.candidate_name,
        headline: row.headline,
        rank: row.rank,
        decision: row.decision,
        interview:
          row.interview_at instanceof Date
            ? { state: row.interview_state, startsAt: row.interview_at.toISOString() }
            : null,
        offerState: row.offer_state,
      })
  }
  return shownBoard.parse({ columns: [...columns.values()] })
}

const boardSql = `
select stage.id as stage_id, stage.name, stage.state,
  (select count(*)::integer from submissions where job_order_id = $1 and stage_id = stage.id) as count,
  card.id as submission_id, card.candidate_id, card.rank,
  candidate.first_name || ' ' || candidate.last_name as candidate_name, candidate.headline,
  (select decision::text from shortlist_items
    where submission_id = card.id order by created_at desc limit 1) as decision,
  interview.state as interview_state, interview.starts_at as interview_at,
  (select state from offers where submission_id = card.id order by version desc limit 1) as offer_state
from stages stage
left join lateral (
  select id, candidate_id, rank from submissions
  where job_order_id = $1 and stage_id = stage.id order by rank collate "C", id limit $2
) card on true
left join candidates candidate on candidate.id = card.candidate_id
left join lateral (
  select state, starts_at from interviews
  where submission_id = card.id and state in ('proposed', 'scheduled') order by starts_at limit 1
) interview on true
order by stage.position, stage.name, stage.id, card.rank collate "C", card.id`

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { can, isUuid } from '#plugins/kernel/domain'
import { cardsAtOnce, noFilter, type BoardFilter } from '../domain/board-filter'

const card = z
  .object({
    submission_id: z.string(),
    candidate_id: z.string(),
    candidate_name: z.string(),
    candidate_ref: z.string().nullable(),
    headline: z.string().nullable(),
    rank: z.string().nullable(),
    source: z.string(),
    answer: z.string().nullable(),
    is_knock_out: z.boolean(),
    has_cv: z.boolean(),
    entered_stage_at: instant.nullable(),
    days_in_stage: wholeNumber,
    decision: z.string().nullable(),
    interview_state: z.string().nullable(),
    interview_at: instant.nullable(),
    interview_zone: z.string().nullable(),
    offer_state: z.string().nullable(),
    representation: z.string().nullable(),
    advised: wholeNumber,
    advised_against: wholeNumber,
  })
  .transform((row) => ({
    submissionId: row.submission_id,
    candidateId: row.candidate_id,
    candidateName: row.candidate_name,
    candidateRef: row.candidate_ref,
    headline: row.headline,
    rank: row.rank,
    source: row.source,
    answer: row.answer,
    isKnockOut: row.is_knock_out,
    hasCv: row.has_cv,
    enteredStageAt: row.entered_stage_at,
    daysInStage: row.days_in_stage,
    /** The client's last word on the shortlist. */
    decision: row.decision,
    interview:
      row.interview_state && row.interview_at && row.interview_zone
        ? { state: row.interview_state, startsAt: row.interview_at, zone: row.interview_zone }
        : null,
    offerState: row.offer_state,
    /** The state of the newest right to represent that was asked for. */
    representation: row.representation,
    /** What the client’s people said on their scorecards. */
    scorecards: { for: row.advised, against: row.advised_against },
  }))

export type BoardCard = z.output<typeof card>

export type BoardColumn = {
  /** Null for submissions whose stage was deleted. */
  stageId: string | null
  name: string
  state: string
  colour: string | null
  /** Takes nobody new; it is there because somebody still stands in it. */
  isHidden: boolean
  /** All submissions of the column that the filter lets through; `cards` holds the first of them. */
  count: number
  cards: BoardCard[]
}

/**
 * The board of an order in one statement: every stage as a column with its count and first cards.
 * Null when there is no such order or the reader has no right to it.
 */
export const board = async ({
  req,
  jobOrderId,
  filter = noFilter,
  cardsAsked = {},
}: {
  req: PayloadRequest
  jobOrderId: string
  filter?: BoardFilter
  /** Columns of which more cards are wanted than are read at once. */
  cardsAsked?: Readonly<Record<string, number>>
}): Promise<BoardColumn[] | null> => {
  if (!can({ actor: actorOf(req), permission: 'pipeline.read' }) || !isUuid(jobOrderId)) return null
  const rows = await sqlOf(req).rows({
    schema: z.looseObject({
      stage_id: z.string().nullable(),
      name: z.string(),
      state: z.string(),
      colour: z.string().nullable(),
      is_hidden: z.boolean(),
      count: wholeNumber,
      submission_id: z.string().nullable(),
    }),
    text: boardSql,
    values: [
      jobOrderId,
      cardsAtOnce,
      JSON.stringify(cardsAsked),
      filter.source,
      filter.days,
      filter.label,
      filter.colleague,
    ],
  })
  if (rows.length === 0) return null
  const columns = new Map<string, BoardColumn>()
  for (const row of rows) {
    const key = row.stage_id ?? `without ${row.state}`
    const column = columns.get(key) ?? {
      stageId: row.stage_id,
      name: row.name,
      state: row.state,
      colour: row.colour,
      isHidden: row.is_hidden,
      count: row.count,
      cards: [],
    }
    columns.set(key, column)
    if (row.submission_id !== null) column.cards.push(card.parse(row))
  }
  return [...columns.values()]
}

const boardSql = `
with chosen as (
  select id from job_orders where id = $1 and deleted_at is null
), cards as (
  select submission.*,
    row_number() over column_order as place,
    count(*) over (partition by submission.stage_id,
      case when submission.stage_id is null then submission.state end) as count
  from submissions submission
  join chosen on chosen.id = submission.job_order_id
  where ($4::text is null or submission.source::text = $4)
    and ($5::int is null or
      coalesce(submission.entered_stage_at, submission.created_at) <= now() - make_interval(days => $5))
    and ($6::uuid is null or exists (select from candidates_rels put
      where put.parent_id = submission.candidate_id and put.path = 'labels' and put.labels_id = $6))
    and ($7::uuid is null
      or exists (select from candidates owned
        where owned.id = submission.candidate_id and owned.owner_id = $7)
      or exists (select from submissions_rels credited
        where credited.parent_id = submission.id and credited.path = 'creditedTo'
          and credited.users_id = $7))
  window column_order as (
    partition by submission.stage_id, case when submission.stage_id is null then submission.state end
    order by submission.rank collate "C" nulls last, submission.id)
), columns as (
  select stage.id as stage_id, stage.name, stage.state, stage.colour, stage.position,
    coalesce(stage.is_hidden, false) as is_hidden, coalesce(max(cards.count), 0) as count
  from stages stage left join cards on cards.stage_id = stage.id
  group by stage.id
  having not coalesce(stage.is_hidden, false) or max(cards.count) > 0
  union all
  select null, cards.state, cards.state, null, 100000, false, max(cards.count)
  from cards where cards.stage_id is null group by cards.state
)
select columns.stage_id, columns.name, columns.state, columns.colour,
  columns.is_hidden, columns.count,
  cards.id as submission_id, candidate.id as candidate_id,
  candidate.first_name || ' ' || candidate.last_name as candidate_name,
  candidate.ref as candidate_ref, candidate.headline, cards.rank, cards.source::text as source,
  cards.answer, coalesce(cards.is_knock_out, false) as is_knock_out,
  cards.cv_id is not null as has_cv, cards.entered_stage_at,
  greatest(0, floor(extract(epoch from now() - coalesce(cards.entered_stage_at, cards.created_at))
    / 86400)) as days_in_stage,
  item.decision, interview.state as interview_state, interview.starts_at as interview_at,
  interview.zone as interview_zone, offer.state as offer_state, representation.state as representation,
  coalesce(scorecard.advised, 0) as advised, coalesce(scorecard.advised_against, 0) as advised_against
from chosen cross join columns
left join cards on cards.place <= coalesce(
    ($3::jsonb ->> coalesce(columns.stage_id::text, 'without ' || columns.state))::int, $2) and (cards.stage_id = columns.stage_id
  or (cards.stage_id is null and columns.stage_id is null and cards.state = columns.state))
left join candidates candidate on candidate.id = cards.candidate_id
left join lateral (
  select decision::text as decision from shortlist_items
  where submission_id = cards.id order by created_at desc limit 1
) item on true
left join lateral (
  select state, starts_at, zone from interviews where submission_id = cards.id
    and state in ('proposed', 'scheduled') order by starts_at limit 1
) interview on true
left join lateral (
  select state from offers where submission_id = cards.id order by version desc limit 1
) offer on true
left join lateral (
  select state from representations where submission_id = cards.id order by created_at desc limit 1
) representation on true
left join lateral (
  select count(*) filter (where card.recommendation in ('strong_yes', 'yes')) as advised,
    count(*) filter (where card.recommendation in ('strong_no', 'no')) as advised_against
  from interviews talk join scorecards card on card.interview_id = talk.id
  where talk.submission_id = cards.id
) scorecard on true
order by columns.position, columns.name, columns.stage_id, columns.state,
  cards.rank collate "C" nulls last, cards.id`

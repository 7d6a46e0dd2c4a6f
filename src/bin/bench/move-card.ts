import { z } from 'zod'

import { rankBetween } from '#plugins/pipeline/domain'
import { differences, type Document } from './documents'
import { inTransaction, oneRow } from './in-transaction'
import type { Bench, Workload } from './workload'

/** A command: a card goes to the end of the next column, with its marks and its event. */
export const moveCard = async ({
  bench: { rest, db, turns },
  orderId,
  staffId,
}: {
  bench: Bench
  orderId: string
  staffId: string
}): Promise<Workload> => {
  const { rows: cards } = await db.query<{ id: string }>(
    'select id from submissions where job_order_id = $1 order by rank collate "C"',
    [orderId],
  )
  const { id: toStageId } = await oneRow<{ id: string }>({
    db,
    text: `select id from stages where state = 'screening' order by position limit 1`,
    values: [],
  })
  const cardAt = ({ turn, shift }: { turn: number; shift: 0 | 1 }): string => {
    const card = cards[turn * 2 + shift]
    if (!card) throw new Error('There are too few cards to move.')
    return card.id
  }
  const idsOf = (shift: 0 | 1) =>
    Array.from({ length: turns }, (_, turn) => cardAt({ turn, shift }))
  return {
    name: 'B4 command: move a card',
    call: 'POST /api/commands/move-submission',
    target: { ratio: 5 },
    product: async (turn) =>
      await rest.post({
        path: '/api/commands/move-submission',
        body: { submissionId: cardAt({ turn, shift: 0 }), toStageId },
      }),
    raw: async (turn) =>
      await inTransaction({
        db,
        run: async () => await moveRow({ db, id: cardAt({ turn, shift: 1 }), toStageId, staffId }),
      }),
    differences: async () => {
      const product = await stored({ db, ids: idsOf(0) })
      const raw = await stored({ db, ids: idsOf(1) })
      const { ranks, cards: moved } = await oneRow<{ ranks: number; cards: number }>({
        db,
        text: `select count(distinct rank)::integer as ranks, count(*)::integer as cards
          from submissions where job_order_id = $1 and stage_id = $2`,
        values: [orderId, toStageId],
      })
      return [
        ...(moved === turns * 2 ? [] : [`${moved} cards were moved instead of ${turns * 2}`]),
        ...(ranks === moved ? [] : [`${moved} cards have ${ranks} places`]),
        ...differences({ what: 'card', product, raw }),
      ]
    },
  }
}

type Submission = {
  id: string
  state: string
  job_order_id: string
  candidate_id: string
  client_id: string
  stage_id: string | null
  rank: string | null
  entered_stage_at: Date | null
}

const moveRow = async ({
  db,
  id,
  toStageId,
  staffId,
}: {
  db: Bench['db']
  id: string
  toStageId: string
  staffId: string
}): Promise<void> => {
  const known = await oneRow<{ job_order_id: string }>({
    db,
    text: 'select job_order_id from submissions where id = $1',
    values: [id],
  })
  await db.query('select * from job_orders where id = $1 for update', [known.job_order_id])
  const card = await oneRow<Submission>({
    db,
    text: 'select * from submissions where id = $1 for update',
    values: [id],
  })
  const { state } = await oneRow<{ state: string }>({
    db,
    text: 'select state from stages where id = $1',
    values: [toStageId],
  })
  const { rank: last } = await oneRow<{ rank: string | null }>({
    db,
    text: `select max(rank collate "C") as rank from submissions
      where job_order_id = $1 and stage_id = $2`,
    values: [card.job_order_id, toStageId],
  })
  const moved = await oneRow<Submission & { responded_at: Date | null }>({
    db,
    text: `update submissions set state = $2, stage_id = $3, rank = $4, entered_stage_at = now(),
        responded_at = coalesce(responded_at, now()), updated_at = now()
      where id = $1 returning *`,
    values: [id, state, toStageId, rankBetween({ after: last, before: null })],
  })
  const event = await oneRow<{ id: string }>({
    db,
    text: `insert into domain_events (name, subject_type, subject_id, person_type, person_id, client_id,
        order_id, actor_kind, actor_id, from_state, to_state, changes, command)
      values ('submission.screening-begun', 'submission', $1, 'candidate', $2, $3, $4, 'staff', $5,
        $6, $7, $8, 'move-submission') returning id`,
    values: [
      id,
      card.candidate_id,
      card.client_id,
      card.job_order_id,
      staffId,
      card.state,
      state,
      JSON.stringify({
        state: [card.state, moved.state],
        stage: [card.stage_id, moved.stage_id],
        enteredStageAt: [card.entered_stage_at, moved.entered_stage_at],
        respondedAt: [null, moved.responded_at],
      }),
    ],
  })
  await db.query(`select pg_notify('placewright_events', $1)`, [JSON.stringify({ id: event.id })])
}

const storedRow = z.record(z.string(), z.unknown())

/** The cards as they stand, each with what was told of it, without what must differ. */
const stored = async ({
  db,
  ids,
}: {
  db: Bench['db']
  ids: readonly string[]
}): Promise<Document[]> => {
  const { rows } = await db.query(
    `select state, stage_id, source, reject_reason, rank is not null as has_rank,
      entered_stage_at is not null as has_entered, responded_at is not null as has_answer,
      array(select jsonb_build_object('name', event.name, 'from', from_state, 'to', to_state,
          'isOfPerson', person_type = 'candidate' and person_id = candidate_id::text,
          'isOfOrder', order_id = job_order_id::text, 'actor', actor_kind, 'by', actor_id,
          'command', command, 'states', changes -> 'state', 'stages', changes -> 'stage',
          'fields', (select array_agg(name order by name) from jsonb_object_keys(changes) as name))
        from domain_events event
        where subject_type = 'submission' and subject_id = submission.id::text order by at) as events
    from submissions submission join unnest($1::uuid[]) with ordinality as asked (id, place)
      using (id)
    order by place`,
    [ids],
  )
  return z.array(storedRow).parse(rows)
}

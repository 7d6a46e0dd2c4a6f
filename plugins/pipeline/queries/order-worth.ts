import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { sqlOf, wholeNumber } from '#plugins/kernel'
import { minorDigitsOf } from '#plugins/kernel/domain'
import { effortCost, expectedValue, fillChance } from '../domain/expected-value'
import { closedOrderStates } from '../domain/job-order-workflow'
import { wholeValueOfOpening } from '../domain/order-value'
import type { Grade } from '../domain/qualification-choices'
import type { Order } from './qualification-facts'

/**
 * What working on an order is worth, in minor units of its currency: the chance of filling it by the
 * desk’s own history × what its free openings bring − what the planned work costs.
 */
export const orderWorth = async ({
  req,
  order,
  grade,
}: {
  req: PayloadRequest
  order: Order
  grade: Grade
}): Promise<number> => {
  const row = await sqlOf(req).first({
    schema: worthRow,
    text: worthText,
    values: [
      order.id,
      idOf(order.owner),
      idOf(order.client),
      grade,
      order.category?.trim() ?? '',
      closedOrderStates,
    ],
  })
  if (!row) throw new Error(`The job order ${order.id} is gone.`)
  const value = wholeValueOfOpening({ order, minorDigits: minorDigitsOf(order.currency) })
  const free = row.openings === 0 ? order.openingsCount : row.free
  return expectedValue({
    chance: fillChance({
      desk: { reached: row.desk_filled, of: row.desk },
      narrower: [
        { reached: row.grade_filled, of: row.grade },
        { reached: row.client_filled, of: row.client },
        { reached: row.category_filled, of: row.category },
      ],
    }),
    valueMinor: value === null ? null : value * free,
    costMinor: effortCost({
      grade,
      plannedEffortMinutes: order.plannedEffortMinutes ?? null,
      // An hour costs what it costs where the work is done; amounts of two currencies are not added.
      hourCostMinor: row.hour_currency === order.currency ? row.hour_cost : 0,
    }),
  })
}

const worthRow = z.object({
  desk: wholeNumber,
  desk_filled: wholeNumber,
  grade: wholeNumber,
  grade_filled: wholeNumber,
  client: wholeNumber,
  client_filled: wholeNumber,
  category: wholeNumber,
  category_filled: wholeNumber,
  openings: wholeNumber,
  free: wholeNumber,
  hour_cost: wholeNumber,
  hour_currency: z.string().nullable(),
})

const worthText = `with history as (
    select o.grade::text as grade, o.client_id, lower(btrim(coalesce(o.category, ''))) as category,
      exists (select from openings where job_order_id = o.id and state = 'filled') as is_filled
    from job_orders o join users u on u.id = o.owner_id
    where o.id <> $1 and o.deleted_at is null and o.state = any($6) and o.activated_at is not null
      and o.closed_at > now() - interval '730 days'
      and u.office_id is not distinct from (select office_id from users where id = $2)),
  counted as (
    select count(*) as desk, count(*) filter (where is_filled) as desk_filled,
      count(*) filter (where grade = $4) as grade,
      count(*) filter (where is_filled and grade = $4) as grade_filled,
      count(*) filter (where grade = $4 and client_id = $3) as client,
      count(*) filter (where is_filled and grade = $4 and client_id = $3) as client_filled,
      count(*) filter (where grade = $4 and client_id = $3 and category = lower($5)) as category,
      count(*) filter (where is_filled and grade = $4 and client_id = $3
        and category = lower($5)) as category_filled
    from history)
  select counted.*,
    (select count(*) from openings where job_order_id = $1) as openings,
    (select count(*) from openings where job_order_id = $1 and state in ('open', 'reserved')) as free,
    coalesce(entity.hour_cost_minor, 0) as hour_cost, entity.currency as hour_currency
  from counted left join legal_entities entity on entity.id = coalesce(
    (select legal_entity_id from client_corporations where id = $3),
    (select id from legal_entities order by created_at, id limit 1))`

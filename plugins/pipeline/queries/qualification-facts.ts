import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { countMatchingCandidates } from '#plugins/crm'
import { idOf } from '#plugins/crm/domain'
import { instant, sqlOf, wholeNumber } from '#plugins/kernel'
import { minorDigitsOf, stateFrom, type Day } from '#plugins/kernel/domain'
import { employmentTypes } from '../domain/employment-type'
import { intakeClarity } from '../domain/intake-clarity'
import { closedOrderStates, isWorkedOn, jobOrderWorkflow } from '../domain/job-order-workflow'
import type { OrderSigns } from '../domain/order-grade'
import { valueOfOpening } from '../domain/order-value'
import type { QualificationFacts } from '../domain/qualification-facts'
import { medianOf, weekdayHoursBetween } from '../domain/weekday-hours'
import { todayAtWork, zoneOfWork } from './clock-of-work'

export type Order = DataFromCollectionSlug<'job-orders'>

/** How far back an agency’s own history is asked. */
const historyDays = 730
/** Enough answers for a median, and no more than a screen’s worth of work. */
const mostDecisions = 50

/** Everything that an order’s grade is made of, as it stands now. */
export const qualificationFacts = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<{ facts: QualificationFacts; signs: OrderSigns }> => {
  const clientId = idOf(order.client)
  const today = await todayAtWork({ req, order })
  const zone = (await zoneOfWork({ req, order })) ?? 'UTC'
  const row = await sqlOf(req).first({
    schema: factsRow,
    text: factsText,
    values: [
      order.id,
      clientId,
      idOf(order.decisionMaker),
      order.category?.trim() ?? '',
      closedOrderStates,
    ],
  })
  if (!row) throw new Error(`The client of the job order ${order.id} is gone.`)
  const decisions = await decisionsOf({ req, clientId })
  const hours = decisions.map(({ sentAt, decidedAt }) =>
    weekdayHoursBetween({ from: sentAt, to: decidedAt, zone }),
  )
  const { matches, left } = await matchesFor({ req, order, today })
  const state = stateFrom({ workflow: jobOrderWorkflow, value: order.state })
  const isPermanent = order.employmentType === 'permanent'
  return {
    facts: {
      today,
      employmentType: order.employmentType,
      terms: {
        signedOn: row.terms_signed_on,
        validUntilOn: row.terms_valid_until_on,
        covers: row.terms_cover,
      },
      isOnCreditStop: row.is_on_credit_stop,
      decisionMaker: order.decisionMaker
        ? { isReachable: row.is_decision_maker_reachable ?? false }
        : null,
      vacancyApproval: order.vacancyApproval ?? 'unknown',
      pay: {
        offered: isPermanent
          ? (order.salaryToMinor ?? order.salaryFromMinor ?? null)
          : (order.payRateE4 ?? null),
        p25: (isPermanent ? order.salaryP25Minor : order.payP25RateE4) ?? null,
        p50: (isPermanent ? order.salaryP50Minor : order.payP50RateE4) ?? null,
        hasException: Boolean(order.payException?.trim()),
      },
      advertCheck: order.advertCheck ?? 'unknown',
      hasWorkLocation: Boolean(order.workLocation),
      startsOn: order.startsOn ?? null,
      urgency: order.urgency ?? null,
      hasConsequence: Boolean(order.consequence?.trim()),
      openSinceOn: order.openSinceOn ?? null,
      hasSearchedInternally: order.hasSearchedInternally ?? false,
      feeKind: order.feeKind ?? null,
      exclusivityUntilOn: order.exclusivityUntilOn ?? null,
      competingAgencies: order.competingAgencies ?? null,
      interviewSlots: order.interviewSlots ?? 0,
      feedbackSlaHours: order.feedbackSlaHours ?? null,
      valueRatioBp: await valueRatioBp({ req, order }),
      matches,
      categoryFill: { reached: row.category_filled, of: row.category_ended },
      client: {
        isNew: row.client_ended === 0 && decisions.length === 0,
        fill: { reached: row.client_filled, of: row.client_ended },
        medianFeedbackHours: medianOf(hours),
        paysWithinTerms: row.payment_habit === null ? null : row.payment_habit === 'in_time',
      },
      clarity: intakeClarity({ ...order }),
    },
    signs:
      state && isWorkedOn(state)
        ? {
            sentWithoutInterview: row.interviews > 0 ? 0 : row.sent,
            lateAnswers: row.late_answers,
            daysAtRest: row.days_at_rest,
            poolLeft: row.considered > 0 ? left : null,
            isAnsweredEarly: await isAnsweredEarly({ req, order, zone }),
          }
        : notWorkedOn,
  }
}

const notWorkedOn: OrderSigns = {
  sentWithoutInterview: 0,
  lateAnswers: 0,
  daysAtRest: null,
  poolLeft: null,
  isAnsweredEarly: false,
}

const factsRow = z.object({
  terms_signed_on: z.string().nullable(),
  terms_valid_until_on: z.string().nullable(),
  terms_cover: z.array(z.enum(employmentTypes)),
  is_on_credit_stop: z.boolean(),
  payment_habit: z.enum(['in_time', 'late']).nullable(),
  is_decision_maker_reachable: z.boolean().nullable(),
  category_filled: wholeNumber,
  category_ended: wholeNumber,
  client_filled: wholeNumber,
  client_ended: wholeNumber,
  sent: wholeNumber,
  considered: wholeNumber,
  interviews: wholeNumber,
  late_answers: wholeNumber,
  days_at_rest: wholeNumber.nullable(),
})

/** Orders that were worked on and ended; of them those with somebody placed. */
const factsText = `select client.terms_signed_on, client.terms_valid_until_on,
    array(select value::text from client_corporations_terms_cover where parent_id = client.id) as terms_cover,
    coalesce(client.is_on_credit_stop, false) as is_on_credit_stop,
    client.payment_habit::text as payment_habit,
    (select coalesce(email, '') <> '' or coalesce(phone, '') <> '' from client_contacts
      where id = $3 and deleted_at is null) as is_decision_maker_reachable,
    coalesce(category.filled, 0) as category_filled, coalesce(category.ended, 0) as category_ended,
    ended.filled as client_filled, ended.ended as client_ended,
    (select count(*) from submissions where job_order_id = $1 and client_submitted_at is not null) as sent,
    (select count(*) from submissions where job_order_id = $1) as considered,
    (select count(*) from interviews where job_order_id = $1 and state not in ('cancelled', 'declined')) as interviews,
    (select count(*) from clocks where order_id = $1::text and kind = 'shortlist-decision'
      and (state = 'missed' or (state in ('running', 'paused') and overdue_at is not null))) as late_answers,
    (select extract(day from now() - max(moved.at))::int from (
      select coalesce(activated_at, received_at, created_at) as at from job_orders where id = $1
      union all
      select max(coalesce(entered_stage_at, created_at)) from submissions where job_order_id = $1
      union all select max(created_at) from interviews where job_order_id = $1
      union all select max(updated_at) from shortlists where job_order_id = $1
      union all select max(updated_at) from offers where job_order_id = $1) moved) as days_at_rest
  from client_corporations client
  cross join lateral (
    select count(*) filter (where exists (
        select from openings where job_order_id = o.id and state = 'filled')) as filled,
      count(*) as ended
    from job_orders o where o.client_id = client.id and o.state = any($5) and o.activated_at is not null
      and o.deleted_at is null and o.closed_at > now() - interval '${historyDays} days') ended
  left join lateral (
    select count(*) filter (where p.state = 'filled') as filled, count(*) as ended
    from job_orders o join openings p on p.job_order_id = o.id and p.state in ('filled', 'cancelled')
    where $4 <> '' and lower(btrim(o.category)) = lower($4) and o.deleted_at is null) category on true
  where client.id = $2`

const decisionsOf = async ({ req, clientId }: { req: PayloadRequest; clientId: string }) =>
  await sqlOf(req).rows({
    schema: z
      .object({ sent_at: instant, decided_at: instant })
      .transform((row) => ({ sentAt: row.sent_at, decidedAt: row.decided_at })),
    text: `select shortlist.sent_at, item.decided_at from shortlists shortlist
      join shortlist_items item on item.shortlist_id = shortlist.id
      where shortlist.client_id = $1 and shortlist.sent_at is not null
        and item.decided_at >= shortlist.sent_at
      order by item.decided_at desc limit ${mostDecisions}`,
    values: [clientId],
  })

/** Whether the newest answered shortlist came back in less time than was agreed. */
const isAnsweredEarly = async ({
  req,
  order,
  zone,
}: {
  req: PayloadRequest
  order: Order
  zone: string
}): Promise<boolean> => {
  if (!order.feedbackSlaHours) return false
  const row = await sqlOf(req).first({
    schema: z.object({ sent_at: instant, answered_at: instant }),
    text: `select shortlist.sent_at, max(item.decided_at) as answered_at from shortlists shortlist
      join shortlist_items item on item.shortlist_id = shortlist.id
      where shortlist.job_order_id = $1 and shortlist.state = 'answered'
        and shortlist.sent_at is not null and item.decided_at >= shortlist.sent_at
      group by shortlist.id, shortlist.sent_at order by shortlist.sent_at desc limit 1`,
    values: [order.id],
  })
  return (
    row !== null &&
    weekdayHoursBetween({ from: row.sent_at, to: row.answered_at, zone }) < order.feedbackSlaHours
  )
}

/** How many fit and are free by the start, and how many of them are not on the order yet. */
const matchesFor = async ({
  req,
  order,
  today,
}: {
  req: PayloadRequest
  order: Order
  today: Day
}): Promise<{ matches: number | null; left: number | null }> => {
  const onOrder = await sqlOf(req).rows({
    schema: z.object({ candidate_id: z.string(), is_out: z.boolean() }),
    text: `select candidate_id, state in ('rejected', 'withdrawn') as is_out
      from submissions where job_order_id = $1 limit 2000`,
    values: [order.id],
  })
  const wanted = {
    req,
    skills: order.mustHaves ?? [],
    credentialTypeIds: (order.credentialTypes ?? []).map((type) => idOf(type)),
    availableBy: order.startsOn && order.startsOn > today ? order.startsOn : today,
    // Four are as good as forty for the score.
    most: 4,
  }
  return {
    matches: await countMatchingCandidates({
      ...wanted,
      without: onOrder.filter(({ is_out }) => is_out).map((row) => row.candidate_id),
    }),
    left: await countMatchingCandidates({
      ...wanted,
      without: onOrder.map((row) => row.candidate_id),
      most: 1,
    }),
  }
}

const pricedRow = z.object({
  pay: z.coerce.number().nullable(),
  bill: z.coerce.number().nullable(),
  burden: z.coerce.number().nullable(),
  salary_from: z.coerce.number().nullable(),
  salary_to: z.coerce.number().nullable(),
  fee_bp: z.coerce.number().nullable(),
  fee_flat: z.coerce.number().nullable(),
  week: z.coerce.number().nullable(),
})

/** What one opening brings over what the desk’s median opening of a year brings, in basis points. */
const valueRatioBp = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<number | null> => {
  const minorDigits = minorDigitsOf(order.currency)
  const own = valueOfOpening({ order, minorDigits })
  if (own === null) return null
  const rows = await sqlOf(req).rows({
    schema: pricedRow,
    text: `select pay_rate_e4 as pay, bill_rate_e4 as bill, burden_bp as burden,
        salary_from_minor as salary_from, salary_to_minor as salary_to, fee_bp, fee_flat_minor as fee_flat,
        hours_per_week_minutes as week
      from job_orders o join users u on u.id = o.owner_id
      where o.id <> $1 and o.deleted_at is null and o.currency = $2
        and (o.employment_type = 'permanent') = $3
        and u.office_id is not distinct from (select office_id from users where id = $4)
        and o.created_at > now() - interval '1 year'
      order by o.created_at desc limit 200`,
    values: [order.id, order.currency, order.employmentType === 'permanent', idOf(order.owner)],
  })
  const values = rows.flatMap((row) => {
    const value = valueOfOpening({
      order: {
        employmentType: order.employmentType,
        payRateE4: row.pay,
        billRateE4: row.bill,
        burdenBp: row.burden,
        salaryFromMinor: row.salary_from,
        salaryToMinor: row.salary_to,
        feeBp: row.fee_bp,
        feeFlatMinor: row.fee_flat,
        hoursPerWeekMinutes: row.week,
      },
      minorDigits,
    })
    return value === null ? [] : [value]
  })
  const median = medianOf([...values, own])
  return median === null || median <= 0 ? null : Math.round((own * 10_000) / median)
}

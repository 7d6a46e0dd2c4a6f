import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, lockRecord, sqlOf } from '#plugins/kernel'
import { isClosedOrder } from '../domain/job-order-workflow'
import { judgeOrder, type Judgement } from '../domain/order-grade'
import { priorityOf } from '../domain/expected-value'
import type { Grade } from '../domain/qualification-choices'
import type { QualificationTrigger } from '../domain/qualification-triggers'
import { gradeOverride } from '../queries/grade-override'
import { orderWorth } from '../queries/order-worth'
import { qualificationFacts, type Order } from '../queries/qualification-facts'
import { orderStateOf } from './lock-submission'

export type Graded = { qualificationId: string | null; grade: Grade; score: number }

/**
 * Judges an order anew and keeps the judgement as a row of its own when anything about it changed; an
 * order that is over keeps its last grade. A manager’s grade holds until it ends.
 */
export const gradeOrder = async ({
  req,
  jobOrderId,
  trigger,
  reason = null,
  isAlwaysKept = false,
}: {
  req: PayloadRequest
  jobOrderId: string
  /** Null: told from what has changed since the last time. */
  trigger: QualificationTrigger | null
  reason?: string | null
  /** Kept also when nothing has changed: somebody asked for it. */
  isAlwaysKept?: boolean
}): Promise<Graded | null> => {
  const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
  if (!order || isClosedOrder(orderStateOf(order))) return null
  const judged = judgeOrder(await qualificationFacts({ req, order }))
  const override = await gradeOverride({ req, jobOrderId })
  const grade = override?.grade ?? judged.grade
  const worth = await orderWorth({ req, order, grade })
  await keepOnOrder({ req, jobOrderId, grade, score: judged.score, worth })
  const last = await lastQualification({ req, jobOrderId })
  const isSame =
    last !== null &&
    last.grade === grade &&
    last.score === judged.score &&
    last.marks === marksOf(judged)
  if (isSame && !isAlwaysKept) return { qualificationId: null, grade, score: judged.score }
  const { id } = await req.payload.create({
    collection: 'qualifications',
    data: {
      jobOrder: jobOrderId,
      grade,
      score: judged.score,
      gradeBefore: last?.grade ?? null,
      scoreBefore: last?.score ?? null,
      trigger: trigger ?? triggerOf({ judged, before: last?.signs ?? [] }),
      reason: reason ?? (judged.signs.map(({ why }) => why).join(' ') || null),
      gates: [...judged.gates],
      parts: [...judged.parts],
      signs: [...judged.signs],
      expectedValueMinor: worth,
      currency: order.currency,
      by: staffIn(req),
      expiresAt: override?.until ?? null,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return { qualificationId: id, grade, score: judged.score }
}

const staffIn = (req: PayloadRequest): string | null => {
  const actor = actorOf(req)
  return actor.kind === 'staff' ? actor.id : null
}

/** By SQL: a grade is no change of the order’s own, which its guards would judge whole again. */
const keepOnOrder = async ({
  req,
  jobOrderId,
  grade,
  score,
  worth,
}: {
  req: PayloadRequest
  jobOrderId: string
  grade: Grade
  score: number
  worth: number
}): Promise<void> => {
  await sqlOf(req).run({
    text: `update job_orders set grade = $2, score = $3, expected_value_minor = $4, priority = $5,
        graded_at = now()
      where id = $1`,
    values: [jobOrderId, grade, score, worth, priorityOf(worth)],
  })
}

const keyed = z.array(z.object({ key: z.string() }).loose())

const lastQualification = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<{
  grade: Grade | null
  score: number
  marks: string
  signs: readonly string[]
} | null> => {
  const { docs } = await req.payload.find({
    collection: 'qualifications',
    where: { jobOrder: { equals: jobOrderId } },
    sort: ['-createdAt', '-id'],
    limit: 1,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const [last] = docs
  if (!last) return null
  const gates = z
    .array(z.object({ key: z.string(), isPassed: z.boolean() }).loose())
    .parse(last.gates)
  const signs = keyed.parse(last.signs).map(({ key }) => key)
  return {
    grade: last.grade,
    score: last.score,
    marks: marksText({ gates, signs }),
    signs,
  }
}

const marksOf = ({ gates, signs }: Judgement): string =>
  marksText({ gates, signs: signs.map(({ key }) => key) })

const marksText = ({
  gates,
  signs,
}: {
  gates: readonly { key: string; isPassed: boolean }[]
  signs: readonly string[]
}): string =>
  [
    ...gates.filter(({ isPassed }) => isPassed).map(({ key }) => key),
    '|',
    ...signs.toSorted((one, other) => one.localeCompare(other)),
  ].join(' ')

const triggerOf = ({
  judged,
  before,
}: {
  judged: Judgement
  before: readonly string[]
}): QualificationTrigger => {
  const fresh = judged.signs.find(({ key }) => !before.includes(key))
  if (fresh) return fresh.key
  return before.some((key) => !judged.signs.some((sign) => sign.key === key))
    ? 'settled'
    : 'terms_changed'
}

/** Gates that are known to be wrong hold an order in qualification, unless a manager has decided. */
export const refusedGates = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<readonly string[]> => {
  const { gates } = judgeOrder(await qualificationFacts({ req, order }))
  const refused = gates.filter(({ isRefused, key }) => isRefused && key !== 'credit')
  if (refused.length === 0) return []
  return (await gradeOverride({ req, jobOrderId: order.id })) ? [] : refused.map(({ why }) => why)
}

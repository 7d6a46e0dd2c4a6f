import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf } from '#plugins/kernel'
import { can } from '#plugins/kernel/domain'
import { isQualificationTrigger, qualificationTriggers } from '../domain/qualification-triggers'
import type { Grade } from '../domain/qualification-choices'
import { judgeOrder } from '../domain/order-grade'
import { qualificationFacts } from './qualification-facts'
import { gradeOverride } from './grade-override'
import { playbookOfOrder, type ShownPlaybook } from './playbook-of-order'

const gateShape = z.object({
  key: z.string(),
  label: z.string(),
  isPassed: z.boolean(),
  isRefused: z.boolean(),
  why: z.string(),
})
const partShape = z.object({
  key: z.string(),
  label: z.string(),
  points: z.number(),
  most: z.number(),
  why: z.array(z.string()).readonly(),
})
const signShape = z.object({ key: z.string(), isUp: z.boolean(), why: z.string() })

export type ShownQualification = {
  /** Null while it was never graded: then the rest is how it would be. */
  grade: Grade | null
  score: number
  gates: readonly z.output<typeof gateShape>[]
  parts: readonly z.output<typeof partShape>[]
  signs: readonly z.output<typeof signShape>[]
  override: { grade: Grade; until: string; reason: string | null } | null
  playbook: ShownPlaybook | null
  /** Null: the reader does not see fees. */
  worth: { amountMinor: number; currency: string } | null
  history: readonly {
    id: string
    grade: Grade
    gradeBefore: Grade | null
    score: number
    scoreBefore: number | null
    because: string
    reason: string | null
    by: string | null
    at: string
  }[]
}

const mostHistory = 30

/** How an order stands with its gates, its score and its grades so far; null when it may not be seen. */
export const qualificationOfOrder = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<ShownQualification | null> => {
  if (!can({ actor: actorOf(req), permission: 'orders.read' })) return null
  const order = await req.payload.findByID({
    collection: 'job-orders',
    id: jobOrderId,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!order) return null
  const { docs } = await req.payload.find({
    collection: 'qualifications',
    where: { jobOrder: { equals: order.id } },
    sort: ['-createdAt', '-id'],
    limit: mostHistory,
    depth: 1,
    req,
    overrideAccess: true,
  })
  const [last] = docs
  const seesWorth = can({ actor: actorOf(req), permission: 'rates.read' })
  const override = await gradeOverride({ req, jobOrderId: order.id })
  const shown = last
    ? {
        grade: last.grade,
        score: last.score,
        gates: z.array(gateShape).parse(last.gates),
        parts: z.array(partShape).parse(last.parts),
        signs: z.array(signShape).parse(last.signs),
      }
    : { ...judgeOrder(await qualificationFacts({ req, order })), grade: null }
  return {
    ...shown,
    override: override && {
      ...override,
      reason: docs.find(({ trigger }) => trigger === 'override')?.reason ?? null,
    },
    playbook: await playbookOfOrder({ req, jobOrderId: order.id }),
    worth:
      seesWorth && last
        ? { amountMinor: order.expectedValueMinor ?? 0, currency: order.currency }
        : null,
    history: docs.map((row) => ({
      id: row.id,
      grade: row.grade,
      gradeBefore: row.gradeBefore ?? null,
      score: row.score,
      scoreBefore: row.scoreBefore ?? null,
      because: isQualificationTrigger(row.trigger) ? qualificationTriggers[row.trigger] : '',
      reason: row.reason ?? null,
      by: typeof row.by === 'object' && row.by ? row.by.name : null,
      at: row.createdAt,
    })),
  }
}

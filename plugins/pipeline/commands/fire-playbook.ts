import type { DataFromCollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'

import { idOf } from '#plugins/crm/domain'
import { databaseNow, lockRecord, sqlOf } from '#plugins/kernel'
import { dropTasks, dueInWorkingTime, putTask } from '#plugins/work'
import { isClosedOrder } from '../domain/job-order-workflow'
import { firstMatch, marksOf, stepText, type PlaybookFacts } from '../domain/playbook'
import type { StepRole } from '../domain/playbook-choices'
import { countOpenings } from '../domain/opening-counts'
import { todayAtWork } from '../queries/clock-of-work'
import { gradeOverride } from '../queries/grade-override'
import { openingStatesOf } from '../queries/opening-states'
import type { Order } from '../queries/qualification-facts'
import { orderStateOf } from './lock-submission'

type Run = DataFromCollectionSlug<'playbook-runs'>
type Playbook = DataFromCollectionSlug<'playbooks'>

/**
 * Lets the first playbook that matches an order work on it: its steps become tasks. Where another one
 * was at work, its open steps are dropped; where it is the same, nothing happens. An order that is over
 * has none. Safe to run twice.
 */
export const firePlaybook = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<void> => {
  const order = await lockRecord({ req, collection: 'job-orders', id: jobOrderId })
  if (!order) return
  const running = await runningOn({ req, jobOrderId })
  const isOver = isClosedOrder(orderStateOf(order))
  const playbook = isOver || !order.grade ? null : await playbookFor({ req, order })
  if (running && playbook && idOf(running.playbook) === playbook.id) return
  if (running) await endRun({ req, run: running })
  if (playbook) await startRun({ req, order, playbook })
}

const runningOn = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<Run | null> => {
  const { docs } = await req.payload.find({
    collection: 'playbook-runs',
    where: { jobOrder: { equals: jobOrderId }, endedAt: { exists: false } },
    limit: 1,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

const playbookFor = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<Playbook | null> => {
  const { docs } = await req.payload.find({
    collection: 'playbooks',
    where: { isActive: { equals: true } },
    sort: ['position', 'createdAt'],
    limit: 200,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const candidates = docs.map((playbook) => ({
    playbook,
    condition: {
      grades: playbook.grades ?? [],
      employmentTypes: playbook.employmentTypes ?? [],
      clientTiers: playbook.clientTiers ?? [],
      feeKinds: playbook.feeKinds ?? [],
      marks: playbook.marks ?? [],
    },
  }))
  const facts = await factsOf({ req, order })
  return firstMatch({ playbooks: candidates, facts })?.playbook ?? null
}

const factsOf = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<PlaybookFacts> => {
  const client = await req.payload.findByID({
    collection: 'client-corporations',
    id: idOf(order.client),
    depth: 0,
    req,
    overrideAccess: true,
  })
  const openings = countOpenings(await openingStatesOf({ req, jobOrderId: order.id })).wanted
  return {
    grade: order.grade ?? 'C',
    employmentType: order.employmentType,
    clientTier: client.tier ?? 'standard',
    feeKind: order.feeKind ?? null,
    marks: marksOf({
      today: await todayAtWork({ req, order }),
      startsOn: order.startsOn ?? null,
      urgency: order.urgency ?? null,
      exclusivityUntilOn: order.exclusivityUntilOn ?? null,
      feeKind: order.feeKind ?? null,
      openings: openings || order.openingsCount,
      isOverridden: (await gradeOverride({ req, jobOrderId: order.id })) !== null,
      isOutsideNiche: order.isOutsideNiche ?? false,
    }),
  }
}

const endRun = async ({ req, run }: { req: PayloadRequest; run: Run }): Promise<void> => {
  await dropTasks({
    req,
    about: { kind: 'job-order', id: idOf(run.jobOrder) },
    sourceKeyPrefix: stepKey({ runId: run.id }),
  })
  await req.payload.update({
    collection: 'playbook-runs',
    id: run.id,
    data: { endedAt: await databaseNow(req) },
    req,
    overrideAccess: true,
    depth: 0,
  })
}

const startRun = async ({
  req,
  order,
  playbook,
}: {
  req: PayloadRequest
  order: Order
  playbook: Playbook
}): Promise<void> => {
  const startedAt = await databaseNow(req)
  const fired = await firedBy({ req, jobOrderId: order.id })
  const people = await peopleOf({ req, order })
  const values = { client: people.clientName, title: order.title, missing: fired.missing }
  const run = await req.payload.create({
    collection: 'playbook-runs',
    data: {
      jobOrder: order.id,
      playbook: playbook.id,
      name: playbook.name,
      qualification: fired.id,
      startedAt,
      messages: playbook.steps.map(({ message }) =>
        message ? stepText({ text: message, values }).slice(0, 4_000) : null,
      ),
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  const told = new Set<string>()
  for (const [at, step] of playbook.steps.entries()) {
    const ownerId = people.byRole[step.role]
    await putTask({
      req,
      task: {
        title: stepText({ text: step.title, values }).slice(0, 200),
        ...(step.text ? { note: stepText({ text: step.text, values }).slice(0, 4_000) } : {}),
        dueAt: await dueInWorkingTime({
          req,
          ownerId,
          from: startedAt,
          minutes: step.dueMinutes,
        }),
        priority: step.dueMinutes <= 60 ? 'high' : 'normal',
        ownerId,
        about: { kind: 'job-order', id: order.id },
        source: 'playbook',
        sourceKey: stepKey({ runId: run.id, at }),
        // One word to the owner for a playbook, and one to everybody else who has a step in it.
        isQuiet: told.has(ownerId),
      },
    })
    told.add(ownerId)
  }
}

/** The tasks of a run by the number of their step; without one the beginning that all of them share. */
const stepKey = ({ runId, at }: { runId: string; at?: number }): string =>
  `playbook:${runId}:${at ?? ''}`

const gateRows = z.array(z.object({ label: z.string(), isPassed: z.boolean() }).loose())

const firedBy = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<{ id: string | null; missing: string }> => {
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
  if (!last) return { id: null, missing: 'nothing' }
  const missing = gateRows.parse(last.gates).filter(({ isPassed }) => !isPassed)
  return {
    id: last.id,
    missing:
      missing.map(({ label }) => label.toLowerCase()).join(', ') || `the score of ${last.score}`,
  }
}

/** Who has which role on this order. Whoever is not there or may not sign in any more is stood in for by the owner. */
const peopleOf = async ({
  req,
  order,
}: {
  req: PayloadRequest
  order: Order
}): Promise<{ clientName: string; byRole: Record<StepRole, string> }> => {
  const owner = idOf(order.owner)
  const row = await sqlOf(req).first({
    schema: z.object({
      client_name: z.string(),
      client_owner: z.string().nullable(),
      manager: z.string().nullable(),
    }),
    text: `select client.name as client_name,
        (select id from users where id = client.owner_id and not coalesce(is_disabled, false)) as client_owner,
        (select manager.id from users owner join users manager on manager.id = owner.reports_to_id
          where owner.id = $2 and not coalesce(manager.is_disabled, false)) as manager
      from client_corporations client where client.id = $1`,
    values: [idOf(order.client), owner],
  })
  if (!row) throw new Error(`The client of the job order ${order.id} is gone.`)
  return {
    clientName: row.client_name,
    byRole: { owner, manager: row.manager ?? owner, client_owner: row.client_owner ?? owner },
  }
}

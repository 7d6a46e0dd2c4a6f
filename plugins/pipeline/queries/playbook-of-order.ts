import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { instant, sqlOf } from '#plugins/kernel'

const stepRow = z.object({
  id: z.string(),
  title: z.string(),
  state: z.string(),
  due_at: instant.nullable(),
  owner_name: z.string().nullable(),
  source_key: z.string(),
})

const keptMessages = z.array(z.string().nullable())

export type ShownPlaybook = {
  name: string
  startedAt: string
  steps: readonly {
    id: string
    title: string
    state: string
    dueAt: string | null
    owner: string | null
    /** What may be written to the client in this step. */
    message: string | null
  }[]
}

/** The playbook at work on an order with its steps; null while none is. The caller has judged the reader. */
export const playbookOfOrder = async ({
  req,
  jobOrderId,
}: {
  req: PayloadRequest
  jobOrderId: string
}): Promise<ShownPlaybook | null> => {
  const { docs } = await req.payload.find({
    collection: 'playbook-runs',
    where: { jobOrder: { equals: jobOrderId }, endedAt: { exists: false } },
    limit: 1,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const [run] = docs
  if (!run) return null
  const steps = await sqlOf(req).rows({
    schema: stepRow,
    text: `select task.id, task.title, task.state, task.due_at, owner.name as owner_name,
        task.source_key
      from tasks task left join users owner on owner.id = task.owner_id
      where task.about_id = $2 and starts_with(task.source_key, $1) order by task.due_at, task.created_at, task.id limit 50`,
    values: [`playbook:${run.id}:`, jobOrderId],
  })
  const messages = keptMessages.safeParse(run.messages).data ?? []
  return {
    name: run.name,
    startedAt: run.startedAt,
    steps: steps.map((row) => ({
      id: row.id,
      title: row.title,
      state: row.state,
      dueAt: row.due_at,
      owner: row.owner_name,
      message: messages[Number(row.source_key.split(':').at(-1))] ?? null,
    })),
  }
}

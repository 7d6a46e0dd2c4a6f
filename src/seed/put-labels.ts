import type { LabelledKind } from '#plugins/agency/domain'
import { sqlOf } from '#plugins/kernel'
import { z } from 'zod'

import type { Story } from './story'

/** The labels of the agency, and whom its colleagues put them on. */
export const putLabels = async (story: Story): Promise<void> => {
  await story.system(async (req) => {
    for (const { key, ...data } of labels) {
      const created = await req.payload.create({
        collection: 'labels',
        data: { ...data, kinds: [...data.kinds] },
        req,
        overrideAccess: true,
        depth: 0,
      })
      story.ids.keep(`label:${key}`, created.id)
    }
  })
  for (const { kind, table, label, from, count } of marked) {
    const recordIds = await story.system(
      async (req) =>
        await sqlOf(req).rows({
          schema: z.object({ id: z.string() }).transform(({ id }) => id),
          text: `select id from ${table} order by created_at, id offset $1 limit $2`,
          values: [from, count],
        }),
    )
    if (recordIds.length > 0)
      await story.staff({
        as: 'helen',
        command: 'label-records',
        input: { kind, recordIds, add: [story.ids.of(`label:${label}`)] },
      })
  }
}

const labels = [
  { key: 'available', name: 'Available now', colour: '#15803d', kinds: ['candidates'] },
  { key: 'reserve', name: 'Weekend reserve', colour: '#8b5cf6', kinds: ['candidates'] },
  {
    key: 'vip',
    name: 'Key account',
    colour: '#b45309',
    kinds: ['client-corporations', 'client-contacts', 'job-orders'],
  },
  { key: 'urgent', name: 'Urgent', colour: '#b91c1c', kinds: ['job-orders', 'placements'] },
] as const satisfies readonly {
  key: string
  name: string
  colour: string
  kinds: readonly LabelledKind[]
}[]

const marked = [
  { kind: 'candidates', table: 'candidates', label: 'available', from: 0, count: 4 },
  { kind: 'candidates', table: 'candidates', label: 'reserve', from: 3, count: 3 },
  { kind: 'client-corporations', table: 'client_corporations', label: 'vip', from: 0, count: 1 },
  { kind: 'job-orders', table: 'job_orders', label: 'urgent', from: 1, count: 2 },
] as const

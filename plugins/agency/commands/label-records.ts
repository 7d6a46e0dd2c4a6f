import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseInput, refuseMissing, refuseRight } from '#plugins/kernel/domain'
import { labelledKindKeys, labelledKinds, labelsAfter } from '../domain/labelled'

const labelIds = z.array(z.uuid('Choose a label.')).max(50, 'At most 50 labels.').default([])

/** Only what the caller may change: each record is written with the caller's own rights. */
export const labelRecords = defineCommand({
  name: 'label-records',
  summary: 'Put labels on records, or take them away, many at once',
  input: z
    .object({
      kind: z.enum(labelledKindKeys, 'Choose a kind of record that carries labels.'),
      recordIds: z
        .array(z.uuid())
        .min(1, 'Choose at least one record.')
        .max(200, 'At most 200 records at once.'),
      add: labelIds,
      remove: labelIds,
    })
    .refine(({ add, remove }) => add.length + remove.length > 0, {
      message: 'Choose a label to put on or to take away.',
      path: ['add'],
    })
    .refine(({ add, remove }) => !add.some((id) => remove.includes(id)), {
      message: 'A label cannot be put on and taken away at once.',
      path: ['remove'],
    }),
  example: {
    kind: 'candidates',
    recordIds: ['0190a000-0000-7000-8000-000000000001'],
    add: ['0190a000-0000-7000-8000-000000000002'],
  },
  allow: { anyStaff: true },
  run: async ({ input: { kind, recordIds, add, remove }, ctx: { req, payload } }) => {
    const refusal = await judgeLabels({ req, kind, add })
    if (refusal) return refusal
    const mayChange = await payload.collections[kind].config.access.update({ req })
    if (!mayChange) return refuseRight(`You may not change ${labelledKinds[kind].toLowerCase()}.`)
    const ids = [...new Set(recordIds)]
    const { docs } = await payload.find({
      collection: kind,
      where: { id: { in: ids } },
      limit: ids.length,
      sort: 'id',
      depth: 0,
      select: { labels: true },
      req,
      overrideAccess: false,
    })
    if (docs.length < ids.length) return refuseMissing('record')
    let changed = 0
    for (const { id, labels } of docs) {
      const next = labelsAfter({ labels: (labels ?? []).map(idOf), add, remove })
      if (!next) continue
      await payload.update({
        collection: kind,
        id,
        data: { labels: next },
        req,
        overrideAccess: false,
        depth: 0,
      })
      changed += 1
    }
    return ok({ changed })
  },
})

const judgeLabels = async ({
  req,
  kind,
  add,
}: {
  req: PayloadRequest
  kind: (typeof labelledKindKeys)[number]
  add: readonly string[]
}) => {
  if (add.length === 0) return null
  const { docs } = await req.payload.find({
    collection: 'labels',
    where: { and: [{ id: { in: [...add] } }, { kinds: { in: [kind] } }] },
    limit: add.length,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return add.every((id) => docs.some((doc) => doc.id === id))
    ? null
    : refuseInput({
        add: `One of these labels is gone or not meant for ${labelledKinds[kind].toLowerCase()}. Choose from the list.`,
      })
}

const idOf = (value: string | { id: string }): string =>
  typeof value === 'string' ? value : value.id

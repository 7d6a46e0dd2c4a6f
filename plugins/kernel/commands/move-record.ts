import type { CollectionSlug, DataFromCollectionSlug, PayloadRequest } from 'payload'

import { ok, refuseMissing, refuseState, type Result } from '../domain/result'
import { judgeMove, stateFrom } from '../domain/workflow'
import { registryOf } from '../registry/registry'
import { lockRecord } from './lock-record'

/**
 * Moves a record along its workflow: locks the row, judges the move, writes it with other fields.
 * The one way commands change a state; the event follows from the table.
 */
export const moveRecord = async <Slug extends CollectionSlug>({
  req,
  collection,
  id,
  locked,
  to,
  reason,
  data = {},
  what,
}: {
  req: PayloadRequest
  collection: Slug
  id: string
  /** The record as the caller has read it under its lock and not changed since; else it is locked here. */
  locked?: DataFromCollectionSlug<Slug>
  to: string
  reason?: string | null
  /** Other fields written with the move. */
  data?: Partial<DataFromCollectionSlug<Slug>>
  /** The record in the words of a refusal: "submission". */
  what: string
}): Promise<Result<DataFromCollectionSlug<Slug>>> => {
  const workflow = registryOf(req.payload).workflows.get(collection)
  if (!workflow) throw new Error(`The collection ${collection} has no workflow.`)
  const record = locked ?? (await lockRecord({ req, collection, id }))
  if (!record) return refuseMissing(what)
  const from = stateFrom({ workflow, value: Reflect.get(record, 'state') })
  const target = stateFrom({ workflow, value: to })
  if (!from || !target) throw new Error(`${collection} ${id} has no such state: ${to}.`)
  const judged = judgeMove({
    workflow,
    from,
    to: target,
    record: { ...record, ...data },
    reason: reason ?? null,
  })
  if (!judged.ok) return judged
  if (from === to)
    return refuseState({
      code: 'already-there',
      message: `This ${what} is already “${workflow.states[from]?.label}”.`,
    })
  const outer: unknown = req.context.reason
  req.context.reason = reason ?? undefined
  try {
    const updated = await req.payload.update({
      collection,
      id,
      // The table of the workflow, checked above, is what makes `to` a state of this collection.
      data: { ...data, state: to } as never,
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok(withType<DataFromCollectionSlug<Slug>>(updated))
  } finally {
    req.context.reason = outer
  }
}

/** `payload.update` by id without `select` returns the whole document of its collection. */
const withType = <Document>(document: unknown): Document => document as Document

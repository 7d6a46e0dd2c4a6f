import type { PayloadRequest } from 'payload'

import { actorOf, registryOf } from '#plugins/kernel'
import {
  can,
  ok,
  refuseMissing,
  refuseRight,
  type ImportKind,
  type Result,
} from '#plugins/kernel/domain'
import { importHead, type ImportHead } from '../queries/import-head'

/** Locks an import for a colleague who may write what it brings in. */
export const lockImport = async ({
  req,
  importId,
}: {
  req: PayloadRequest
  importId: string
}): Promise<Result<{ head: ImportHead; kind: ImportKind }>> => {
  const head = await importHead({ req, importId, isLocked: true })
  const kind = head && registryOf(req.payload).imports.get(head.kind)
  if (!head || !kind) return refuseMissing('import')
  const actor = actorOf(req)
  if (actor.kind !== 'system' && !can({ actor, permission: kind.permission }))
    return refuseRight(`You may not write ${kind.label.toLowerCase()}.`)
  return ok({ head, kind })
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Endpoint, PayloadRequest } from 'payload'

import { actorOf, registryOf, respondFailure } from '#plugins/kernel'
import {
  can,
  isStorable,
  ok,
  refuseInput,
  refuseRight,
  type ImportKind,
  type Result,
} from '#plugins/kernel/domain'
import { keepTable } from '../commands/keep-table'
import { bodyRefusal, receiveBody } from './receive-body'

const mostBytes = 300 * 1024 * 1024

/**
 * `POST /api/imports/upload?kind=candidates&file=people.csv` with the bytes as body: keeps the rows of a
 * table and says which columns it has. Nothing becomes a record yet.
 */
export const uploadImportEndpoint: Endpoint = {
  path: '/upload',
  method: 'post',
  handler: async (req) => {
    const judged = judgeUpload(req)
    if (!judged.ok) return respondFailure({ failure: judged.failure })
    const folder = await mkdtemp(path.join(tmpdir(), 'placewright-import-'))
    try {
      const file = path.join(folder, 'table')
      const received = await receiveBody({ req, file, mostBytes })
      const refusal = bodyRefusal({ received, mostBytes })
      if (refusal) return respondFailure(refusal)
      const kept = await keepTable({ req, file, ...judged.value })
      return kept.ok
        ? Response.json(
            { importId: kept.value },
            { status: 201, headers: { 'Cache-Control': 'no-store' } },
          )
        : respondFailure({ failure: kept.failure })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const judgeUpload = (req: PayloadRequest): Result<{ kind: ImportKind; fileName: string }> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff' || !can({ actor, permission: 'imports.write' })) return refuseRight()
  const kinds = registryOf(req.payload).imports
  const kind = kinds.get(req.searchParams.get('kind') ?? '')
  if (!kind) return refuseInput({ kind: `Say what the rows are: ${[...kinds.keys()].join(', ')}.` })
  if (!can({ actor, permission: kind.permission }))
    return refuseRight(`You may not write ${kind.label.toLowerCase()}.`)
  const fileName = path.basename(req.searchParams.get('file') ?? '').trim()
  if (!fileName || fileName.length > 200 || !isStorable(fileName))
    return refuseInput({ file: 'Give the name of the file, at most 200 characters.' })
  return ok({ kind, fileName })
}

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
      if (!(await isReceived({ req, file })))
        return respondFailure({
          failure: {
            kind: 'input',
            code: 'body-too-large',
            message: `The file is larger than ${mostBytes / 1024 / 1024} MB. Split it.`,
            fields: { file: 'Split the file.' },
          },
          status: 413,
        })
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

/** Writes the body to disk while it arrives; false when there is more of it than is taken. */
const isReceived = async ({
  req,
  file,
}: {
  req: PayloadRequest
  file: string
}): Promise<boolean> => {
  let size = 0
  const body = req.body
  const chunks = async function* () {
    if (!body) return
    const reader = body.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      size += value.byteLength
      if (size > mostBytes) {
        await reader.cancel()
        return
      }
      yield value
    }
  }
  await pipeline(Readable.from(chunks()), createWriteStream(file))
  return size <= mostBytes
}

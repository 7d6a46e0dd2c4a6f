import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Endpoint } from 'payload'
import { z } from 'zod'

import { respondFailure } from '#plugins/kernel'
import { refuseInput } from '#plugins/kernel/domain'
import { keepFiles } from '../commands/keep-files'
import { importFileCounts, importFiles } from '../queries/import-files'
import { readableImport } from '../queries/import-rows'
import { bodyRefusal, receiveBody } from './receive-body'

const mostBytes = 1024 * 1024 * 1024

/**
 * `POST /api/imports/:id/files` with a ZIP archive as body: keeps its files beside the table. Each
 * becomes a document of the candidate whose row names it, once the rows are brought in.
 */
export const uploadImportFilesEndpoint: Endpoint = {
  path: '/:id/files',
  method: 'post',
  handler: async (req) => {
    const importId = String(req.routeParams?.id)
    const found = await readableImport({ req, importId })
    if (!found.ok) return respondFailure({ failure: found.failure })
    if (!found.value.kind.takesFiles) {
      const { failure } = refuseInput({
        file: `Files come beside candidates only, not beside ${found.value.kind.label.toLowerCase()}.`,
      })
      return respondFailure({ failure })
    }
    const folder = await mkdtemp(path.join(tmpdir(), 'placewright-import-'))
    try {
      const file = path.join(folder, 'files')
      const received = await receiveBody({ req, file, mostBytes })
      const refusal = bodyRefusal({ received, mostBytes })
      if (refusal) return respondFailure(refusal)
      const kept = await keepFiles({ req, importId, file })
      return kept.ok
        ? Response.json(kept.value, { status: 201, headers: { 'Cache-Control': 'no-store' } })
        : respondFailure({ failure: kept.failure })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

const asked = z.object({
  only: z.literal('trouble').nullable().catch(null),
  after: z.coerce.number().int().min(0).max(2_000_000).catch(0),
  limit: z.coerce.number().int().min(1).max(200).catch(50),
})

/** `GET /api/imports/:id/files?only=trouble&after=50`: files beside an import, and how many of each. */
export const importFilesEndpoint: Endpoint = {
  path: '/:id/files',
  method: 'get',
  handler: async (req) => {
    const importId = String(req.routeParams?.id)
    const found = await readableImport({ req, importId })
    if (!found.ok) return respondFailure({ failure: found.failure })
    const { only, after, limit } = asked.parse(
      Object.fromEntries(
        ['only', 'after', 'limit'].map((name) => [name, req.searchParams.get(name)]),
      ),
    )
    const files = await importFiles({
      req,
      importId,
      isTroubleOnly: only !== null,
      after,
      limit,
    })
    return Response.json(
      {
        files,
        next: files.length < limit ? null : (files.at(-1)?.no ?? null),
        counts: await importFileCounts({ req, importId }),
      },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
}

import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { enqueue, inOwnTransaction, sqlOf, takeTurn, type Sql } from '#plugins/kernel'
import { ok, refuseInput, refuseState, type Result } from '#plugins/kernel/domain'
import { fileTypeOf } from '../adapters/file-type'
import { fileProblems, kindOfFile } from '../domain/import-file'
import { isChecked, isOver, takesFilesNow } from '../domain/import-workflow'
import { importHead } from '../queries/import-head'
import { ArchiveRefused, zipFiles, type ZipFile } from '../text/zip-files'
import { bringFilesQueue, matchFiles } from './match-files'

export type KeptFiles = { taken: number; refused: number }

/**
 * Keeps the files of an archive on disk beside the rows of an import, in one transaction. A file that
 * cannot be taken is kept by its name, with the reason. The same archive again changes nothing, and a
 * better one replaces what has not become a document yet.
 */
export const keepFiles = async ({
  req,
  importId,
  file,
}: {
  req: PayloadRequest
  importId: string
  file: string
}): Promise<Result<KeptFiles>> => {
  try {
    return await inOwnTransaction({
      req,
      run: async () => await keepAll({ req, importId, file }),
      keep: (kept) => kept.ok,
    })
  } catch (error) {
    if (error instanceof ArchiveRefused) return refuseInput({ file: error.message })
    throw error
  }
}

const keepAll = async ({
  req,
  importId,
  file,
}: {
  req: PayloadRequest
  importId: string
  file: string
}): Promise<Result<KeptFiles>> => {
  const sql = sqlOf(req)
  // Rows are brought in meanwhile; only a second archive waits.
  await takeTurn({ req, name: `import-files:${importId}` })
  const last = await sql.first({
    schema: z.object({ no: z.number() }),
    text: 'select coalesce(max(no), 0) as no from import_files where import_id = $1',
    values: [importId],
  })
  let no = last?.no ?? 0
  const kept = { taken: 0, refused: 0 }
  for await (const one of zipFiles(file)) {
    no += 1
    const isTaken = await keepOne({ sql, importId, no, one })
    kept[isTaken ? 'taken' : 'refused'] += 1
  }
  if (kept.taken + kept.refused === 0)
    return refuseInput({ file: 'The archive holds no files. Pack the files themselves into it.' })
  const head = await importHead({ req, importId, isLocked: true })
  if (!head || !takesFilesNow(head.state))
    return refuseState({
      code: 'import-over',
      message: 'This import takes no files any more. Begin a new one.',
    })
  if (isChecked(head.state)) await matchFiles({ sql, importId })
  if (isOver(head.state)) await enqueue({ req, queue: bringFilesQueue, data: { importId } })
  return ok(kept)
}

const keepOne = async ({
  sql,
  importId,
  no,
  one,
}: {
  sql: Sql
  importId: string
  no: number
  one: ZipFile
}): Promise<boolean> => {
  const judged = await judgeFile(one)
  await sql.run({
    text: `insert into import_files (import_id, no, path, size, kind, bytes, problem)
      values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (import_id, lower(path)) where path is not null do update
        set size = excluded.size, kind = excluded.kind, bytes = excluded.bytes,
          problem = excluded.problem, row_no = null, whose = null
        where import_files.outcome is null`,
    values: [
      importId,
      no,
      // A name that a database or a screen would trip over is shown without those signs.
      one.path
        .replaceAll(/\p{Cc}/gu, '�')
        .toWellFormed()
        .slice(0, 1_000),
      Math.min(one.size, 2_147_483_647),
      judged.kind,
      judged.bytes,
      judged.problem,
    ],
  })
  return judged.problem === null
}

const judgeFile = async (
  one: ZipFile,
): Promise<{ kind: string | null; bytes: Buffer | null; problem: string | null }> => {
  const content = await one.read()
  if ('problem' in content)
    return { kind: null, bytes: null, problem: fileProblems[content.problem] }
  const asPaper = await fileTypeOf({ bytes: content.bytes, kind: 'other' })
  if (!asPaper.ok) return { kind: null, bytes: null, problem: wordsOf(asPaper.failure) }
  const isPicture = asPaper.value.mimeType.startsWith('image/')
  return { kind: kindOfFile({ path: one.path, isPicture }), bytes: content.bytes, problem: null }
}

const wordsOf = ({
  message,
  fields,
}: {
  message: string
  fields?: Readonly<Record<string, string>>
}): string => fields?.file ?? message

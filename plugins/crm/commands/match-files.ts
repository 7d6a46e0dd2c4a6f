import { z } from 'zod'

import type { Sql } from '#plugins/kernel'
import { cluesOf, ownerOf } from '../domain/import-file'

export const bringFilesQueue = 'bring-files'

const batchSize = 200

/** Whether files of an import wait to become documents. */
export const hasFiles = async ({
  sql,
  importId,
}: {
  sql: Sql
  importId: string
}): Promise<boolean> => {
  const row = await sql.first({
    schema: z.object({ waits: z.boolean() }),
    text: `select exists (select from import_files
      where import_id = $1 and bytes is not null and outcome is null) as waits`,
    values: [importId],
  })
  return row?.waits ?? false
}

/** Says of each file that waits which row of the table it belongs to, or that it is nobody's. */
export const matchFiles = async ({
  sql,
  importId,
}: {
  sql: Sql
  importId: string
}): Promise<void> => {
  for (let after = 0; ; ) {
    const files = await sql.rows({
      schema: z.object({ no: z.number(), path: z.string() }),
      text: `select no, path from import_files
        where import_id = $1 and no > $2 and bytes is not null and outcome is null
          and path is not null
        order by no limit $3`,
      values: [importId, after, batchSize],
    })
    const last = files.at(-1)
    if (!last) return
    after = last.no
    const clues = files.map(({ path }) => cluesOf(path))
    const rows = await sql.rows({
      schema: z
        .object({
          no: z.number(),
          files: z.array(z.string()),
          external_id: z.string().nullable(),
          keys: z.array(z.string()),
        })
        .transform(({ no, files: names, external_id, keys }) => ({
          no,
          files: names,
          number: external_id,
          mails: keys.flatMap((key) => (key.startsWith('email:') ? [key.slice(6)] : [])),
        })),
      text: `select no, coalesce(draft->'files', '[]') as files, external_id,
          coalesce(keys, '[]') as keys
        from import_rows where import_id = $1 and verdict <> 'bad'
          and (draft->'files' ?| $2::text[] or lower(external_id) = any($3::text[])
            or keys ?| $4::text[])
        order by no`,
      values: [
        importId,
        clues.flatMap(({ names }) => names),
        clues.flatMap(({ numbers }) => numbers),
        clues.flatMap(({ mails }) => mails.map((mail) => `email:${mail}`)),
      ],
    })
    const owners = files.map(({ no, path }) => {
      const owner = ownerOf({ path, rows })
      return typeof owner === 'number'
        ? { no, row_no: owner, whose: 'row' }
        : { no, row_no: null, whose: owner }
    })
    await sql.run({
      text: `update import_files f set row_no = g.row_no, whose = g.whose
        from jsonb_to_recordset($2::jsonb) as g (no integer, row_no integer, whose text)
        where f.import_id = $1 and f.no = g.no`,
      values: [importId, JSON.stringify(owners)],
    })
  }
}

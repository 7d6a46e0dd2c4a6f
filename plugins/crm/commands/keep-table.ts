import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PayloadRequest } from 'payload'
import { from as copyFrom } from 'pg-copy-streams'

import { actorOf, inOwnTransaction, sqlOf, transactionClientOf } from '#plugins/kernel'
import { ok, refuseInput, type ImportKind, type Result } from '#plugins/kernel/domain'
import { headersKey } from '../domain/import-mapping'
import { firstColumns } from '../queries/first-columns'
import { fieldsForImport } from '../queries/import-fields'
import { readTable } from '../text/read-table'
import { TableRefused } from '../text/table-refused'

const mostRows = 1_000_000
const mostColumns = 300
/** What a cell of a spreadsheet holds at most. */
const longestCell = 32_767

type Table = { req: PayloadRequest; file: string; kind: ImportKind; fileName: string }

/** Keeps a table on disk as an import with its rows, in one transaction. */
export const keepTable = async (table: Table): Promise<Result<string>> => {
  try {
    return ok(await inOwnTransaction({ req: table.req, run: async () => await keepRows(table) }))
  } catch (error) {
    if (error instanceof TableRefused) return refuseInput({ file: error.message })
    throw error
  }
}

const keepRows = async ({ req, file, kind, fileName }: Table): Promise<string> => {
  const batches = await readTable(file)
  const start = await batches.next()
  const first = start.done ? [] : start.value
  const headers = first.shift()?.map((heading) => cellOf(heading).trim().slice(0, 200))
  if (!headers) throw new TableRefused('empty')
  if (headers.length > mostColumns) throw new TableRefused('too-many-columns')
  const importId = await keepHead({ req, kind, fileName, headers })
  const client = await transactionClientOf(req)
  if (!client) throw new Error('The transaction of this upload is gone.')
  let count = 0
  const lines = async function* () {
    for (let rows = first; ; ) {
      let text = ''
      for (const row of rows) {
        count += 1
        if (count > mostRows) throw new TableRefused('too-many-rows')
        const cells = JSON.stringify(row.slice(0, mostColumns).map(cellOf))
        // The line of headings is row 1, as in a spreadsheet.
        text += `${importId}\t${count + 1}\t${forCopy(cells)}\n`
      }
      if (text) yield text
      const next = await batches.next()
      if (next.done) return
      rows = next.value
    }
  }
  await pipeline(
    Readable.from(lines()),
    client.query(copyFrom('copy import_rows (import_id, no, raw) from stdin')),
  )
  if (count === 0) throw new TableRefused('empty')
  await sqlOf(req).run({
    text: 'update imports set row_count = $2 where id = $1',
    values: [importId, count],
  })
  return importId
}

const keepHead = async ({
  req,
  kind,
  fileName,
  headers,
}: {
  req: PayloadRequest
  kind: ImportKind
  fileName: string
  headers: readonly string[]
}): Promise<string> => {
  const actor = actorOf(req)
  const { fields } = await fieldsForImport({ req, kind })
  const { columns, source } = await firstColumns({ req, kind, headers, fields })
  const { id } = await req.payload.create({
    collection: 'imports',
    data: {
      state: 'uploaded',
      kind: kind.key,
      fileName,
      source,
      headers: [...headers],
      headersKey: headersKey(headers),
      columns,
      dayOrder: 'dmy',
      onDuplicate: 'fill',
      onAlike: 'skip',
      startedBy: actor.kind === 'staff' ? actor.id : null,
      rowCount: 0,
      checkedCount: 0,
      handledCount: 0,
      createdCount: 0,
      filledCount: 0,
      skippedCount: 0,
      failedCount: 0,
      removedCount: 0,
      keptCount: 0,
    },
    req,
    overrideAccess: true,
    depth: 0,
  })
  return id
}

/** Text that Postgres stores: no NUL, no half of a pair, no longer than a spreadsheet has it. */
const cellOf = (text: string | undefined): string =>
  (text ?? '').slice(0, longestCell).replaceAll('\u0000', '').toWellFormed()

/** As the text format of COPY wants it; JSON has no line breaks of its own. */
const forCopy = (json: string): string => json.replaceAll('\\', '\\\\')

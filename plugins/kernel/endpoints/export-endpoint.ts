import type { Endpoint, Where } from 'payload'
import { z } from 'zod'

import { inOwnTransaction } from '../database/transaction'
import { actorOf } from '../commands/actor-of'
import { csvOf } from '../domain/csv'
import { refuseInput } from '../domain/result'
import { publish } from '../events/publish'
import { mostSheetRows, xlsxOf } from '../files/xlsx-stream'
import { exportRecords } from '../queries/export-records'
import { respondFailure } from './respond'

/**
 * `GET /api/export/<collection>?format=csv|xlsx&where=…&search=…&sort=…&own=…`: a list as a file, for
 * staff who see it, written while it is read. Who took which list is told in the audit.
 */
export const exportEndpoint = (): Endpoint => ({
  path: '/export/:collection',
  method: 'get',
  handler: async (req) => {
    const slug = String(req.routeParams?.collection)
    const asked = (name: string) => req.searchParams.get(name) || undefined
    const where = whereIn(asked('where'))
    if (where === null)
      return respondFailure({
        failure: {
          kind: 'input',
          code: 'invalid-input',
          message: 'where must be a condition in JSON.',
          fields: { where: 'Write the condition as JSON.' },
        },
      })
    const format = asked('format') ?? 'csv'
    if (format !== 'csv' && format !== 'xlsx')
      return respondFailure({
        failure: refuseInput({ format: 'Choose csv or xlsx.' }).failure,
      })
    const exported = await exportRecords({
      req,
      slug,
      where,
      search: asked('search'),
      sort: asked('sort'),
      own: asked('own') ?? null,
    })
    if (!exported.ok) return respondFailure({ failure: exported.failure })
    const { label, records, rows } = exported.value
    if (format === 'xlsx' && records >= mostSheetRows)
      return respondFailure({
        failure: refuseInput({
          format: `A sheet holds ${mostSheetRows - 1} records and these are ${records}: take CSV, or filter the list.`,
        }).failure,
      })
    await inOwnTransaction({
      req,
      run: async () =>
        await publish({
          req,
          event: {
            name: 'records.exported',
            subject: { kind: 'user', id: actorOf(req).id },
            changes: { list: [null, slug], records: [null, records] },
          },
        }),
    })
    const parts = format === 'csv' ? csvParts(rows()) : xlsxOf({ sheetName: label, rows: rows() })
    return new Response(streamOf(parts), {
      headers: {
        'Content-Type':
          format === 'csv'
            ? 'text/csv; charset=utf-8'
            : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'Content-Disposition': `attachment; filename="${slug}.${format}"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
})

async function* csvParts(
  pages: AsyncIterable<readonly (readonly (string | null)[])[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('\uFEFF')
  for await (const rows of pages) yield encoder.encode(csvOf(rows))
}

/** Reads on only when the receiver has taken what was there; whoever goes away ends the reading. */
const streamOf = (parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })

/** A condition of Payload's, which is judged like every other by the operation it goes to. */
const whereIn = (text: string | undefined): Where | undefined | null => {
  if (!text) return undefined
  const read = z.record(z.string(), z.custom<Where[string]>()).safeParse(parsed(text))
  return read.success ? read.data : null
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

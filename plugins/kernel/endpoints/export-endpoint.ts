import type { Endpoint, Where } from 'payload'
import { z } from 'zod'

import { inOwnTransaction } from '../database/transaction'
import { actorOf } from '../commands/actor-of'
import { publish } from '../events/publish'
import { exportRecords } from '../queries/export-records'
import { respondFailure } from './respond'

/**
 * `GET /api/export/<collection>?where=…&search=…&sort=…&own=…`: a list as a CSV file, for staff who see
 * it. Who took which list is told in the audit.
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
    const exported = await exportRecords({
      req,
      slug,
      where,
      search: asked('search'),
      sort: asked('sort'),
      own: asked('own') ?? null,
    })
    if (!exported.ok) return respondFailure({ failure: exported.failure })
    const { csv, records } = exported.value
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
    return new Response(csv, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${slug}.csv"`,
        'Cache-Control': 'no-store',
      },
    })
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

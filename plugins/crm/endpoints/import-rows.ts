import type { Endpoint } from 'payload'
import { z } from 'zod'

import { respondFailure } from '#plugins/kernel'
import { csvOf } from '#plugins/kernel/domain'
import { verdictLabels, outcomeLabels } from '../domain/import-words'
import { importCounts, importRows, readableImport, type ImportRow } from '../queries/import-rows'

const asked = z.object({
  verdict: z.enum(['ok', 'bad', 'duplicate', 'alike']).nullable().catch(null),
  outcome: z
    .enum(['created', 'filled', 'skipped', 'failed', 'removed', 'kept'])
    .nullable()
    .catch(null),
  after: z.coerce.number().int().min(0).max(2_000_000).catch(0),
  limit: z.coerce.number().int().min(1).max(200).catch(50),
})

/** `GET /api/imports/:id/rows?verdict=bad&after=51`: rows with their verdicts, and how many of each. */
export const importRowsEndpoint: Endpoint = {
  path: '/:id/rows',
  method: 'get',
  handler: async (req) => {
    const found = await readableImport({ req, importId: String(req.routeParams?.id) })
    if (!found.ok) return respondFailure({ failure: found.failure })
    const wanted = asked.parse(
      Object.fromEntries(
        ['verdict', 'outcome', 'after', 'limit'].map((name) => [name, req.searchParams.get(name)]),
      ),
    )
    const rows = await importRows({ req, ...found.value, ...wanted })
    return Response.json(
      {
        rows,
        next: rows.length < wanted.limit ? null : (rows.at(-1)?.no ?? null),
        counts: await importCounts({ req, importId: found.value.head.id }),
      },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  },
}

const batch = 2_000

/** `GET /api/imports/:id/verdicts`: all rows with verdict and reason as CSV, while they are read. */
export const importVerdictsEndpoint: Endpoint = {
  path: '/:id/verdicts',
  method: 'get',
  handler: async (req) => {
    const found = await readableImport({ req, importId: String(req.routeParams?.id) })
    if (!found.ok) return respondFailure({ failure: found.failure })
    const { head, kind } = found.value
    const { verdict } = asked.parse({ verdict: req.searchParams.get('verdict') })
    let after = 0
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(
          encoder.encode(
            `\uFEFF${csvOf([['Row', 'Verdict', 'Why', 'Repeats', 'Became', ...head.headers]])}`,
          ),
        )
      },
      pull: async (controller) => {
        const rows = await importRows({
          req,
          head,
          kind,
          verdict,
          outcome: null,
          after,
          limit: batch,
        })
        if (rows.length > 0) controller.enqueue(encoder.encode(csvOf(rows.map(lineOf))))
        const last = rows.at(-1)
        if (!last || rows.length < batch) controller.close()
        else after = last.no
      },
    })
    return new Response(body, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="import-${head.id}.csv"`,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      },
    })
  },
}

const lineOf = ({ no, verdict, problems, match, outcome, reason, cells }: ImportRow): string[] => [
  String(no),
  verdict ? verdictLabels[verdict] : '',
  [
    ...problems.map(({ field, message }) => `${field}: ${message}`),
    ...(reason ? [reason] : []),
  ].join(' '),
  match ? (match.title ?? (match.row ? `Row ${match.row}` : '')) : '',
  outcome ? (outcomeLabels[outcome] ?? '') : '',
  ...cells,
]

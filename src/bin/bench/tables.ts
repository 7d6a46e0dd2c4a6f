import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

import { typescriptFile } from '../steps/programs.mjs'
import { copyToRows, exportOf, importByHand, tableText } from './table-data'
import type { Rest } from './rest'
import { searchPath } from './search-candidates'
import { quantile } from './statistics'
import type pg from 'pg'

/** A piece of work on many rows, done once by each side. */
export type TableResult = {
  name: string
  rows: number
  productRowsPerSecond: number
  rawRowsPerSecond: number
  /** The most memory that the process which did it held. */
  peakMegabytes: number | null
  /** How slow a recruiter’s searches were meanwhile (p95); null where nobody searched. */
  others: { beforeMs: number; duringMs: number } | null
  /** What was demanded and not kept, in words. */
  misses: string[]
  differences: string[]
}

type Given = { rest: Rest; db: pg.Client; rows: number; webPid: number | null }

/**
 * Tables in and out: an import of candidates, of which a twentieth is not usable and a tenth repeats
 * somebody, against COPY and INSERT … SELECT, and a list as CSV against COPY TO.
 */
export const measureTables = async (given: Given): Promise<TableResult[]> => [
  await measureImport(given),
  await measureExport(given),
]

const importShown = z.object({
  state: z.string(),
  createdCount: z.number(),
  skippedCount: z.number(),
  columns: z.array(z.string().nullable()),
})

const measureImport = async ({ rest, db, rows }: Given): Promise<TableResult> => {
  const { text, fine } = tableText({ rows, domain: 'table.test' })
  let turn = 0
  const search = async () => {
    const began = performance.now()
    await rest.get(searchPath(turn))
    turn += 1
    return performance.now() - began
  }
  const before: number[] = []
  while (turn < 60) before.push(await search())
  const worker = await startWorker(db)
  try {
    const began = performance.now()
    const { importId } = z
      .object({ importId: z.string() })
      .parse(await rest.send({ path: '/api/imports/upload?kind=candidates&file=table.csv', text }))
    const read = async () => importShown.parse(await rest.get(`/api/imports/${importId}?depth=0`))
    const during: number[] = []
    const reached = async (states: readonly string[]) => {
      for (;;) {
        const shown = await read()
        if (states.includes(shown.state)) return shown
        during.push(await search())
        await sleep(100)
      }
    }
    const { columns } = await read()
    const command = async (name: string, body: object) =>
      await rest.post({ path: `/api/commands/${name}`, body: { importId, ...body } })
    await command('map-import', { columns })
    await reached(['checked'])
    await command('start-import', {})
    const done = await reached(['done', 'stopped'])
    const seconds = (performance.now() - began) / 1_000
    const raw = await importByHand({ db, rows })
    const told = await eventsOf({ db, importId })
    const peakMegabytes = peakOf(worker.pid)
    const others = {
      beforeMs: quantile({ samples: before, share: 0.95 }),
      duringMs: during.length > 0 ? quantile({ samples: during, share: 0.95 }) : 0,
    }
    const share = raw.seconds / seconds
    return {
      name: 'B11 import of candidates (5 % bad, 10 % repeated)',
      rows,
      productRowsPerSecond: rows / seconds,
      rawRowsPerSecond: rows / raw.seconds,
      peakMegabytes,
      others,
      misses: [
        ...(share >= 0.3 ? [] : ['30 % of SQL']),
        ...(rows / seconds >= 3_000 ? [] : ['3,000 rows/s']),
        ...(peakMegabytes === null || peakMegabytes <= 300 ? [] : ['300 MB']),
        ...(others.duringMs <= others.beforeMs * 2 ? [] : ['others ≤ 2×']),
        ...(others.duringMs <= 150 ? [] : ['others ≤ 150 ms']),
      ],
      differences: [
        ...(done.state === 'done' ? [] : [`the import ended as ${done.state}`]),
        ...(done.createdCount === fine
          ? []
          : [`${done.createdCount} candidates came in instead of ${fine}`]),
        ...(raw.made === fine ? [] : [`by SQL ${raw.made} instead of ${fine}`]),
        ...(told === fine ? [] : [`${told} events for ${fine} candidates`]),
      ],
    }
  } finally {
    await worker.stop()
  }
}

const measureExport = async ({ rest, db, webPid }: Given): Promise<TableResult> => {
  if (webPid !== null) forgetPeakOf(webPid)
  const began = performance.now()
  const file = await exportOf(await rest.open('/api/export/candidates?format=csv'))
  const seconds = (performance.now() - began) / 1_000
  const raw = await copyToRows(db)
  return {
    name: 'B12 list of candidates as CSV',
    rows: file.records,
    productRowsPerSecond: file.records / seconds,
    rawRowsPerSecond: raw.rows / raw.seconds,
    peakMegabytes: webPid === null ? null : peakOf(webPid),
    others: null,
    misses: (file.records * raw.seconds) / (seconds * raw.rows) >= 0.25 ? [] : ['25 % of SQL'],
    differences: file.records === raw.rows ? [] : [`${file.records} records, by SQL ${raw.rows}`],
  }
}

const eventsOf = async ({ db, importId }: { db: pg.Client; importId: string }): Promise<number> => {
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::integer as count from domain_events
      where request_id = $1 and name = 'candidate.created'`,
    [importId],
  )
  return rows[0]?.count ?? 0
}

/** A worker of its own, so that it is there only while rows are brought in. */
const startWorker = async (db: pg.Client): Promise<{ pid: number; stop: () => Promise<void> }> => {
  const child = spawn(
    process.execPath,
    typescriptFile({ root: process.cwd(), file: 'src/bin/worker.ts' }),
    { env: process.env, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const { pid } = child
  if (pid === undefined) throw new Error('The worker of the bench could not be started.')
  // What it takes to read the product is not the import's.
  while (!(await hasWorker(db))) {
    if (child.exitCode !== null) throw new Error('The worker of the bench ended at once.')
    await sleep(200)
  }
  return {
    pid,
    stop: async () => {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

const hasWorker = async (db: pg.Client): Promise<boolean> => {
  const { rows } = await db.query('select worker_id from worker_heartbeats limit 1')
  return rows.length > 0
}

/** From now on the most memory that a process holds is counted anew, where the system does so. */
const forgetPeakOf = (pid: number): void => {
  const file = `/proc/${pid}/clear_refs`
  if (existsSync(file)) writeFileSync(file, '5')
}

/** The most memory a process ever held, where the system tells it; else null. */
const peakOf = (pid: number): number | null => {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const status = readFileSync(file, 'utf8')
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
}

/** Reads well in a terminal and is Markdown, too. */
export const tableOfTables = (results: readonly TableResult[]): string =>
  [
    '| Table | Rows | SQL rows/s | Product rows/s | Share | Peak MB | Searches’ p95 | Missed | Same |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |',
    ...results.map((one) =>
      [
        '',
        one.name,
        one.rows.toLocaleString('en'),
        Math.round(one.rawRowsPerSecond).toLocaleString('en'),
        Math.round(one.productRowsPerSecond).toLocaleString('en'),
        `${Math.round((one.productRowsPerSecond / one.rawRowsPerSecond) * 100)} %`,
        one.peakMegabytes === null ? '' : String(one.peakMegabytes),
        one.others
          ? `${one.others.beforeMs.toFixed(0)} → ${one.others.duringMs.toFixed(0)} ms`
          : '',
        one.misses.join(', '),
        one.differences.length === 0 ? 'yes' : 'NO',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n')

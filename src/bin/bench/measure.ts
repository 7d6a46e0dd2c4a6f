import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import pg from 'pg'
import { z } from 'zod'

import packageJson from '../../../package.json' with { type: 'json' }
import { env } from '../../env'
import { candidateById } from './candidate-by-id'
import { candidateList } from './candidate-list'
import { candidatesByNext } from './candidates-by-next'
import { createCandidate } from './create-candidate'
import { fill } from './fill'
import { floor } from './floor'
import { listPage } from './list-page'
import { matchOrder } from './match-order'
import { oneRow } from './in-transaction'
import { moveCard } from './move-card'
import { orderBoard } from './order-board'
import { linesOf, tableOf } from './report'
import { signedInRest } from './rest'
import { searchCandidates } from './search-candidates'
import { measureTables, tableOfTables } from './tables'
import { measureAll, turnsIn, type Bench } from './workload'

/** A desk where everybody searches at the same moment. */
const manyClients = 16
const mostTableRows = 100_000

/** What `src/bin/steps/bench-command.mjs` hands over. */
const task = z.object({
  databaseUrl: z.string(),
  url: z.string(),
  email: z.string(),
  token: z.string(),
  candidates: z.number().int().min(1),
  rounds: z.number().int().min(1),
  json: z.string(),
  webPid: z.number().nullable(),
})

/**
 * Fills the database, measures each path through REST against the same work in SQL, prints a table and
 * writes JSON. Ends with 1 when the two sides did not do the same.
 */
const measure = async (): Promise<number> => {
  const { databaseUrl, url, email, token, candidates, rounds, json, webPid } = task.parse(
    JSON.parse(process.env.PLACEWRIGHT_BENCH ?? '{}'),
  )
  const db = new pg.Client({ connectionString: databaseUrl })
  const pool = new pg.Pool({ connectionString: databaseUrl, max: env.DATABASE_POOL })
  await db.connect()
  try {
    const rest = await signedInRest({ url, email, token })
    const bench: Bench = { rest, db, pool, turns: turnsIn(rounds) }
    say(`Filling in ${candidates.toLocaleString('en')} candidates …`)
    const filled = await fill({
      db,
      rest,
      candidates,
      moves: bench.turns * 2,
      onFilled: (count) => {
        if (count % 100_000 === 0) say(`${count.toLocaleString('en')} are in …`)
      },
    })
    const { id: staffId } = await oneRow<{ id: string }>({
      db,
      text: 'select id from users where email = $1',
      values: [email],
    })
    const workloads = [
      floor(bench),
      await candidateById(bench),
      candidateList({ bench, hasTotal: true }),
      candidateList({ bench, hasTotal: false }),
      searchCandidates({ bench, isBroad: false }),
      searchCandidates({ bench, isBroad: true }),
      searchCandidates({ bench, isBroad: false, clients: manyClients }),
      await candidatesByNext({ bench, isDeep: false }),
      await candidatesByNext({ bench, isDeep: true }),
      await listPage({ bench, isDeep: false }),
      await listPage({ bench, isDeep: true }),
      matchOrder({ bench, orderId: filled.matchOrderId }),
      orderBoard({ bench, orderId: filled.boardOrderId }),
      createCandidate({ bench, staffId }),
      await moveCard({ bench, orderId: filled.moveOrderId, staffId }),
    ]
    const results = await measureAll({
      workloads,
      rounds,
      onRound: (round) => say(`Measuring, round ${round} of ${rounds} …`),
    })
    say('Tables in and out …')
    const tables = await measureTables({
      rest,
      db,
      rows: Math.min(candidates, mostTableRows),
      webPid,
    })
    const lines = linesOf(results)
    const { version } = await oneRow<{ version: string }>({
      db,
      text: `select current_setting('server_version') as version`,
      values: [],
    })
    const report = {
      measuredAt: new Date().toISOString(),
      candidates,
      rounds,
      versions: {
        placewright: packageJson.version,
        payload: packageJson.dependencies.payload,
        next: packageJson.dependencies.next,
        node: process.versions.node,
        postgres: version,
      },
      machine: {
        cores: cpus().length,
        processor: cpus()[0]?.model ?? 'unknown',
        memoryBytes: totalmem(),
      },
      results: lines,
      tables,
    }
    writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
    say(`\n${tableOf(lines)}\n\n${tableOfTables(tables)}\n`)
    say(
      `${candidates.toLocaleString('en')} candidates, ${results[0]?.product.calls ?? 0} calls per side; Node ${process.versions.node}, PostgreSQL ${version}, ${cpus().length} cores. Written to ${json}`,
    )
    const wrong = [...results, ...tables].filter(({ differences }) => differences.length > 0)
    for (const { name, differences } of wrong)
      say(`\n${name}: the two sides differ.\n  ${differences.slice(0, 5).join('\n  ')}`)
    return wrong.length === 0 ? 0 : 1
  } finally {
    await pool.end()
    await db.end()
  }
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await measure()

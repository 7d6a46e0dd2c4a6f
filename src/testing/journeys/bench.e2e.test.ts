import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { z } from 'zod'

import { createDatabase, dropDatabase } from '../database'

const run = ({ args, databaseUrl }: { args: string[]; databaseUrl: string }) =>
  spawnSync(process.execPath, ['src/bin/bench.mjs', ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    encoding: 'utf8',
    timeout: 240_000,
  })

const report = z.object({
  candidates: z.number(),
  versions: z.object({ payload: z.string(), postgres: z.string(), node: z.string() }),
  results: z.array(
    z.object({
      name: z.string(),
      ratio: z.number().positive(),
      product: z.object({ medianMs: z.number().positive(), p95Ms: z.number().positive() }),
      raw: z.object({ medianMs: z.number().positive(), p95Ms: z.number().positive() }),
      differences: z.array(z.string()),
    }),
  ),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.number(),
      productRowsPerSecond: z.number().positive(),
      rawRowsPerSecond: z.number().positive(),
      differences: z.array(z.string()),
    }),
  ),
})

describe('npm run bench', () => {
  it('does the same work through REST and by SQL, and refuses a database with data in it', async () => {
    const adminUrl = inject('databaseAdminUrl')
    const name = `placewright_${randomBytes(6).toString('hex')}`
    const databaseUrl = await createDatabase({ adminUrl, name })
    const json = path.join(mkdtempSync(path.join(tmpdir(), 'placewright-bench-')), 'bench.json')
    try {
      const first = run({
        args: ['--candidates', '1000', '--rounds', '1', '--json', json],
        databaseUrl,
      })
      expect(first.status, `${first.stdout}\n${first.stderr}`).toBe(0)
      const { candidates, results, tables } = report.parse(JSON.parse(readFileSync(json, 'utf8')))
      expect(candidates).toBe(1_000)
      expect(results.map((result) => result.name)).toEqual([
        'nothing (the floor of HTTP)',
        'candidate by id',
        'list of 25, with total',
        'list of 25, without total',
        'B1 search: words and filters',
        'B1 search: one broad word',
        'B1 search: words and filters, 16 at once',
        'B2 list by “next”, near the top',
        'B2 list by “next”, deep',
        'B3 page of the list (beside Payload’s own)',
        'B3 page of the list, deep (beside Payload’s own)',
        'B13 who fits an order',
        'B4 board of an order',
        'create a candidate',
        'B4 command: move a card',
      ])
      expect([...results, ...tables].flatMap(({ differences }) => differences)).toEqual([])
      // Every candidate that was filled in, made by a call, brought in by a table and by hand.
      expect(tables.map(({ rows }) => rows > 999)).toEqual([true, true])
      for (const result of results) expect(first.stdout).toContain(`| ${result.name} `)

      const second = run({ args: ['--candidates', '1000'], databaseUrl })
      expect(second.status).toBe(1)
      expect(second.stderr).toContain('is not empty')
    } finally {
      await dropDatabase({ adminUrl, name })
    }
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { unclassified, type PersonalTable, type WordyColumn } from '#plugins/kernel/domain'

const root = process.cwd()

describe('personal data', () => {
  it('is classified: every text and JSON column of every table says what it is', async () => {
    const tables = await listedTables()
    expect(tables.length).toBeGreaterThan(10)
    const columns = wordyColumns()
    expect(columns.length).toBeGreaterThan(100)
    expect(unclassified({ tables, columns })).toEqual([])
  })
})

describe('the judgement of the lists', () => {
  const table: PersonalTable = {
    table: 'people',
    dataClass: 'profiles',
    erased: { email: null },
    plain: ['code'],
  }
  const columns = [
    { table: 'people', column: 'email' },
    { table: 'people', column: 'code' },
    { table: 'people', column: 'state' },
  ]

  it('is content when each column stands in one list', () => {
    expect(unclassified({ tables: [table], columns })).toEqual([])
  })

  it('names a column that nobody classified, and what to do', () => {
    const [problem] = unclassified({
      tables: [table],
      columns: [...columns, { table: 'people', column: 'nickname' }],
    })
    expect(problem).toContain('people.nickname is not classified')
    expect(problem).toContain('plugins/<its plugin>/database/personal-data.ts')
  })

  it('takes no birthday for a day of work', () => {
    expect(
      unclassified({ tables: [], columns: [{ table: 'people', column: 'born_on' }] }),
    ).toHaveLength(1)
    expect(
      unclassified({ tables: [], columns: [{ table: 'people', column: 'starts_on' }] }),
    ).toEqual([])
  })

  it('names a column that stands in two lists or does not exist', () => {
    expect(
      unclassified({ tables: [{ ...table, plain: ['code', 'email'] }], columns }).join(),
    ).toContain('people.email stands in two lists')
    expect(
      unclassified({ tables: [{ ...table, plain: ['code', 'gone'] }], columns }).join(),
    ).toContain('people.gone is classified but is no text or JSON column')
  })

  it('finds people only by columns that are erased', () => {
    expect(
      unclassified({ tables: [{ ...table, identifies: ['code'] }], columns }).join(),
    ).toContain('people.code identifies a person')
  })
})

const moduleSchema = z.object({ personalData: z.array(z.custom<PersonalTable>()) })

const listedTables = async (): Promise<PersonalTable[]> => {
  const tables: PersonalTable[] = []
  for (const plugin of readdirSync(path.join(root, 'plugins'))) {
    const file = path.join(root, 'plugins', plugin, 'database', 'personal-data.ts')
    if (!existing(file)) continue
    const loaded: unknown = await import(pathToFileURL(file).href)
    tables.push(...moduleSchema.parse(loaded).personalData)
  }
  return tables
}

const existing = (file: string): boolean =>
  readdirSync(path.dirname(path.dirname(file))).includes('database') &&
  readdirSync(path.dirname(file)).includes(path.basename(file))

const snapshotSchema = z.object({
  tables: z.record(
    z.string(),
    z.object({
      name: z.string(),
      columns: z.record(z.string(), z.object({ name: z.string(), type: z.string() })),
    }),
  ),
})

const wordy = /^(varchar|text|character varying|char|citext|json|jsonb|bytea|tsvector)\b/

/** As the migrations make them: the newest snapshot of the collections, and the tables made by hand. */
const wordyColumns = (): WordyColumn[] => {
  const folder = path.join(root, 'migrations')
  const names = readdirSync(folder).sort()
  const newest = names.findLast((name) => name.endsWith('.json'))
  if (!newest) throw new Error('There is no snapshot of the schema.')
  const { tables } = snapshotSchema.parse(
    JSON.parse(readFileSync(path.join(folder, newest), 'utf8')),
  )
  const generated = Object.values(tables).flatMap(({ name, columns }) =>
    Object.values(columns)
      .filter(({ type }) => wordy.test(type))
      .map((column) => ({ table: name, column: column.name })),
  )
  const handMade = names
    .filter((name) => name.endsWith('.ts') && !names.includes(name.replace(/\.ts$/, '.json')))
    .flatMap((name) => columnsMadeIn(readFileSync(path.join(folder, name), 'utf8')))
  return [...generated, ...handMade]
}

const columnsMadeIn = (text: string): WordyColumn[] => {
  const [up = ''] = text.split('export async function down')
  const made = [
    ...up.matchAll(
      /create (?:unlogged )?table (?:if not exists )?"?(\w+)"? \(([\s\S]*?)\)(?: partition[^;]*)?;/gi,
    ),
  ].flatMap(([, table = '', body = '']) =>
    body.split(/,\s*(?=\w+ )/).flatMap((line) => columnIn({ table, line })),
  )
  const added = [
    ...up.matchAll(/alter table "?(\w+)"?\s+add column (?:if not exists )?([^;]*);/gi),
  ].flatMap(([, table = '', line = '']) => columnIn({ table, line }))
  return [...made, ...added]
}

const columnIn = ({ table, line }: { table: string; line: string }): WordyColumn[] => {
  const [, column, type] = /^\s*"?(\w+)"? (\w+)/.exec(line) ?? []
  return column && type && wordy.test(type) ? [{ table, column }] : []
}

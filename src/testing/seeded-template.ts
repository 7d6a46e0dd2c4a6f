import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import pg from 'pg'
import { z } from 'zod'

import { typescriptFile } from '../bin/steps/programs.mjs'
import { productHash } from '../bin/steps/source-hash.mjs'
import { startThrowawayPostgres } from '../bin/throwaway-postgres.mjs'
import { createDatabase, testEnv } from './database'

const login = z.object({ role: z.string(), email: z.string(), password: z.string() })

export type DemoLogin = z.output<typeof login>

export type SeededTemplate = {
  databaseAdminUrl: string
  /** Name of the migrated and seeded database to copy. */
  name: string
  /** Its files. */
  dataDir: string
  logins: DemoLogin[]
  stop: () => Promise<void>
}

const name = 'placewright_seeded'

/**
 * A server with one migrated and seeded database; installations run on copies of it. Made once per
 * server: the database itself says of which sources it is and who may sign in.
 */
export const prepareSeededTemplate = async ({
  adminUrl: given,
}: {
  adminUrl: string | undefined
}): Promise<SeededTemplate> => {
  const server = given ? null : await startThrowawayPostgres()
  const databaseAdminUrl = given ?? server?.url
  if (!databaseAdminUrl) throw new Error('There is no database server.')
  const client = new pg.Client({ connectionString: databaseAdminUrl })
  await client.connect()
  try {
    const sources = productHash({ root: process.cwd() })
    const known = await knownMade(client)
    const made =
      known?.sources === sources && existsSync(known.dataDir)
        ? known
        : await make({ client, adminUrl: databaseAdminUrl, sources })
    return {
      databaseAdminUrl,
      name,
      dataDir: made.dataDir,
      logins: made.logins,
      stop: async () => {
        await server?.stop()
      },
    }
  } finally {
    await client.end()
  }
}

const madeOf = z.object({ sources: z.string(), dataDir: z.string(), logins: z.array(login) })

type Made = z.output<typeof madeOf>

const knownMade = async (client: pg.Client): Promise<Made | null> => {
  const { rows } = await client.query<{ made: string | null }>(
    `select shobj_description(oid, 'pg_database') as made from pg_database where datname = $1`,
    [name],
  )
  const made = rows[0]?.made
  return made ? madeOf.parse(JSON.parse(made)) : null
}

const make = async ({
  client,
  adminUrl,
  sources,
}: {
  client: pg.Client
  adminUrl: string
  sources: string
}): Promise<Made> => {
  const env = {
    ...process.env,
    ...testEnv({ databaseUrl: await createDatabase({ adminUrl, name }) }),
    NODE_ENV: 'production' as const,
    DEMO: 'on',
  }
  runProgram({ file: 'src/bin/migrate.ts', env })
  const lines = runProgram({ file: 'src/bin/seed.ts', env }).trim().split('\n')
  const { logins } = z.object({ logins: z.array(login) }).parse(JSON.parse(lines.at(-1) ?? ''))
  const made = { sources, dataDir: env.DATA_DIR, logins }
  // Written last: what was interrupted is made anew.
  await client.query(`comment on database ${name} is ${client.escapeLiteral(JSON.stringify(made))}`)
  return made
}

/** Runs a program of the product to its end and returns what it printed. */
export const runProgram = ({ file, env }: { file: string; env: NodeJS.ProcessEnv }): string => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    typescriptFile({ root: process.cwd(), file }),
    {
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (status !== 0) throw new Error(`${file} failed:\n${stdout}\n${stderr}`)
  return stdout
}

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { z } from 'zod'

import { startThrowawayPostgres } from '../../bin/throwaway-postgres.mjs'
import { createDatabase, testEnv } from '../database'
import { typescriptFile } from '../../bin/steps/programs.mjs'

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

/** A server with one migrated and seeded database; installations run on copies of it. */
export const prepareSeededTemplate = async ({
  adminUrl: given,
}: {
  adminUrl: string | undefined
}): Promise<SeededTemplate> => {
  if (!existsSync('.next/BUILD_ID'))
    throw new Error('There is no build: run `npx next build` first.')
  const server = given ? null : await startThrowawayPostgres()
  const databaseAdminUrl = given ?? server?.url
  if (!databaseAdminUrl) throw new Error('There is no database server.')
  const name = 'placewright_seeded'
  const env = {
    ...process.env,
    ...testEnv({ databaseUrl: await createDatabase({ adminUrl: databaseAdminUrl, name }) }),
    NODE_ENV: 'production' as const,
    DEMO: 'on',
  }
  runProgram({ file: 'src/bin/migrate.ts', env })
  const lines = runProgram({ file: 'src/bin/seed.ts', env }).trim().split('\n')
  const { logins } = z.object({ logins: z.array(login) }).parse(JSON.parse(lines.at(-1) ?? ''))
  return {
    databaseAdminUrl,
    name,
    dataDir: env.DATA_DIR,
    logins,
    stop: async () => {
      await server?.stop()
    },
  }
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

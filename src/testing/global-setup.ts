import { spawnSync } from 'node:child_process'
import type { TestProject } from 'vitest/node'

import { startThrowawayPostgres } from '../bin/throwaway-postgres.mjs'
import { createDatabase, testEnv } from './database'
import { typescriptFile } from '../bin/steps/programs.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseAdminUrl: string
  }
}

export const templateName = 'placewright_template'

/** One server and one migrated template per run; each test file copies the template. */
const setup = async ({ provide }: TestProject): Promise<() => Promise<void>> => {
  const given = process.env.TEST_DATABASE_ADMIN_URL
  const server = given ? null : await startThrowawayPostgres()
  const adminUrl = given ?? server?.url
  if (!adminUrl) throw new Error('There is no database server for the tests.')
  const url = await createDatabase({ adminUrl, name: templateName })
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    typescriptFile({ root: process.cwd(), file: 'src/bin/migrate.ts' }),
    { env: { ...process.env, ...testEnv({ databaseUrl: url }) }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The template could not be migrated:\n${stdout}\n${stderr}`)
  provide('databaseAdminUrl', adminUrl)
  return async () => {
    await server?.stop()
  }
}

export default setup

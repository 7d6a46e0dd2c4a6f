import { getPayload } from 'payload'

import { env } from '#env'
import { ensureDefaultRoles } from '#plugins/agency'
import { ensureLegalTexts, ensurePlaces, ensureRetentionRules, ensureSkills } from '#plugins/crm'
import { poolOf, prepareQueues, requestFor, runParsed } from '#plugins/kernel'
import { ensureDefaultPlaybooks, ensureDefaultStages } from '#plugins/pipeline'
import config from '../../payload.config'
import { migrations } from '../../migrations'
import { demandFinishedRestore } from './steps/restore-journal.mjs'

/** Two processes that start together migrate one after the other. */
const migrationLock = 7_421_001

/** Brings the database to the shape of this version: migrations, queues, roles. Safe to repeat. */
const migrate = async (): Promise<void> => {
  // The restore itself comes by here, to have a schema to restore into.
  if (!process.argv.includes('--restoring')) demandFinishedRestore({ home: env.dataDir })
  const payload = await getPayload({ config, disableOnInit: true })
  const lock = await poolOf(payload).connect()
  try {
    await lock.query('set statement_timeout = 0')
    await lock.query('select pg_advisory_lock($1)', [migrationLock])
    // Payload's type says that a migration takes anything; ours say what they are given.
    await payload.db.migrate({ migrations: migrations as never })
    await prepareQueues({ payload, databaseUrl: env.DATABASE_URL })
    await lock.query('select ensure_event_partitions(12)')
    const req = await requestFor({ payload, actor: { kind: 'system', id: 'migrate' } })
    for (const command of [
      ensureDefaultRoles,
      ensureDefaultStages,
      ensureDefaultPlaybooks,
      ensureRetentionRules,
      ensureLegalTexts,
      ensureSkills,
      ensurePlaces,
    ]) {
      const made = await runParsed({ command, req, input: {} })
      if (!made.ok) throw new Error(made.failure.message)
    }
    const { rows } = await lock.query<{ name: string }>('select name from payload_migrations')
    const applied = new Set(rows.map(({ name }) => name))
    const missing = migrations.filter(({ name }) => !applied.has(name))
    if (missing.length > 0)
      throw new Error(`Not applied: ${missing.map(({ name }) => name).join(', ')}`)
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock])
    lock.release()
  }
  await payload.destroy()
}

await migrate()
process.exit(0)

import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'

const indexes = {
  candidates_unusable: 'candidates (unusable_since) where unusable_since is not null',
  candidates_kept_until: 'candidates (keep_until_on) where keep_until_on is not null',
} as const

/**
 * Who may not be kept, and whose time comes to its end. Outside the transaction of the migration and
 * concurrently, so that candidates are written meanwhile.
 */
export async function up({ payload }: MigrateUpArgs): Promise<void> {
  for (const [name, on] of Object.entries(indexes)) {
    // One that was broken off half way stays behind without being used.
    await payload.db.pool.query(`drop index if exists ${name}`)
    await payload.db.pool.query(`create index concurrently ${name} on ${on}`)
  }
}

export async function down({ payload }: MigrateDownArgs): Promise<void> {
  for (const name of Object.keys(indexes))
    await payload.db.pool.query(`drop index if exists ${name}`)
}

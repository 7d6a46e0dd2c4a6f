import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'

const indexes = {
  outbound_mails_thread: 'outbound_mails (thread) where thread is not null',
  outbound_mails_person: 'outbound_mails (person_id, created_at) where person_id is not null',
  outbound_mails_order: 'outbound_mails (order_id, created_at) where order_id is not null',
  outbound_mails_mailing: 'outbound_mails (mailing, person_id) where mailing is not null',
} as const

/**
 * Letters are found by their person, order, conversation and mailing. Outside the transaction of the
 * migration and concurrently, so that mail goes on leaving meanwhile.
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

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** The admins of an agency that exists may make keys too; the other roles are theirs to decide. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
update roles set permissions = permissions || '["integrations.write"]'::jsonb
  where key = 'admin' and not permissions ? 'integrations.write';
create index api_keys_due on api_keys (expires_at) where state = 'active';
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index api_keys_due;
update roles set permissions = permissions - 'integrations.write' where key = 'admin';
`),
  )
}

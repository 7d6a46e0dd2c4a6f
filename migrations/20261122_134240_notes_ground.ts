import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Notes are found by any part of their words; whoever may see the timeline may write into it. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create index notes_text on notes using gin (text gin_trgm_ops);
create index notes_about on notes (about_kind, about_id, created_at desc);
update roles set permissions = permissions || '["activity.write"]'::jsonb
where permissions @> '["activity.read"]'::jsonb and not permissions @> '["activity.write"]'::jsonb;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
update roles set permissions = permissions - 'activity.write';
drop index notes_about;
drop index notes_text;
`),
  )
}

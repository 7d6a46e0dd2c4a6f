import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What runs is found fast, and no clock has more or less than whole minutes. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create index clocks_live on clocks (due_at) where state in ('running', 'paused');
create index clocks_about on clocks (about_kind, about_id);
alter table clocks add constraint clocks_allowed_minutes_whole
  check (allowed_minutes = trunc(allowed_minutes) and allowed_minutes > 0);
alter table clocks add constraint clocks_ended check ((state in ('running', 'paused')) = (stopped_at is null));
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table clocks drop constraint clocks_ended;
alter table clocks drop constraint clocks_allowed_minutes_whole;
drop index clocks_about, clocks_live;
`),
  )
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The rows of imported tables, from the file to what became of them. One page of a network is one
 * person, as e-mail and phone are; the column is new and empty, so its index is made at once.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table import_rows (
  import_id uuid not null references imports (id) on delete cascade,
  no integer not null,
  raw jsonb,
  verdict text,
  draft jsonb,
  problems jsonb,
  keys jsonb,
  external_id text,
  match_id uuid,
  match_no integer,
  match_by text,
  decision text,
  outcome text,
  outcome_reason text,
  record_id uuid,
  filled jsonb,
  primary key (import_id, no)
);
create index import_rows_record on import_rows (record_id) where record_id is not null;
create index import_rows_match on import_rows (match_id) where match_id is not null;
create index import_rows_external on import_rows (external_id)
  where external_id is not null and record_id is not null;
create index import_rows_waiting on import_rows (import_id, no)
  where verdict is not null and outcome is null;
create unique index candidates_live_page on candidates (profile_url_normalised)
  where deleted_at is null and profile_url_normalised is not null;
update roles set permissions = permissions || '["imports.write"]'::jsonb
where key in ('admin', 'manager') and not permissions @> '["imports.write"]'::jsonb;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index candidates_live_page;
drop table import_rows;
`),
  )
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Files that come beside an imported table, from the archive to the document each became. Their bytes
 * wait here only until then.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table import_files (
  import_id uuid not null references imports (id) on delete cascade,
  no integer not null,
  path text,
  size integer not null,
  kind text,
  bytes bytea,
  problem text,
  row_no integer,
  whose text,
  outcome text,
  document_id uuid,
  primary key (import_id, no)
);
alter table import_files alter column bytes set storage external;
create unique index import_files_path on import_files (import_id, lower(path)) where path is not null;
create index import_files_document on import_files (document_id) where document_id is not null;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`drop table import_files`))
}

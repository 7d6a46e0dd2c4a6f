import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Which rows the demo made, and how they were then, so that exactly these can be removed. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table demo_rows (
  table_name text not null,
  row_key text not null,
  fingerprint text not null,
  remembered_at timestamptz(3) not null default now(),
  primary key (table_name, row_key)
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop table demo_rows;'))
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Values of the agency's own fields are found by containment; a key is given once per kind of record. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index field_definitions_key on field_definitions (applies_to, key);
create index candidates_custom on candidates using gin (custom jsonb_path_ops);
create index client_corporations_custom on client_corporations using gin (custom jsonb_path_ops);
create index client_contacts_custom on client_contacts using gin (custom jsonb_path_ops);
create index job_orders_custom on job_orders using gin (custom jsonb_path_ops);
create index placements_custom on placements using gin (custom jsonb_path_ops);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index placements_custom, job_orders_custom, client_contacts_custom, client_corporations_custom,
  candidates_custom, field_definitions_key;
`),
  )
}

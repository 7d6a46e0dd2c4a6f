import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** An event goes to a receiver once; the look whether anybody listens is by an index. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index webhook_deliveries_once on webhook_deliveries (endpoint_id, event_id)
  where event_id is not null;
create index webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, sequence);
create index webhook_endpoints_choices on webhook_endpoints_texts (text, parent_id)
  where path = 'events';
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index webhook_endpoints_choices;
drop index webhook_deliveries_of_endpoint;
drop index webhook_deliveries_once;
`),
  )
}

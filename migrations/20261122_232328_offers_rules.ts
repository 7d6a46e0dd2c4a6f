import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Roles that have all of the desk’s rights approve offers, too; whole amounts stay whole. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
update roles set permissions = permissions || '["offers.approve"]'::jsonb
where key in ('admin', 'manager') and not permissions @> '["offers.approve"]'::jsonb;
do $$
declare col record;
begin
  for col in
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name in ('offers', 'offer_rules')
      and data_type = 'numeric' and column_name ~ '(_minor|_rate_e4|_e4|_bp|_minutes)$'
      and not exists (select from pg_constraint
        where conname = left(table_name || '_' || column_name, 56) || '_whole')
  loop
    execute format('alter table %I add constraint %I check (%I = trunc(%I) and abs(%I) <= 9007199254740991)',
      col.table_name, left(col.table_name || '_' || col.column_name, 56) || '_whole',
      col.column_name, col.column_name, col.column_name);
  end loop;
end $$;
create unique index offer_rules_one_per_client
  on offer_rules (coalesce(client_id, '00000000-0000-0000-0000-000000000000'::uuid));
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index if exists offer_rules_one_per_client;
update roles set permissions = permissions - 'offers.approve';
`),
  )
}

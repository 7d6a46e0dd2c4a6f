import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What Payload's schema cannot say: whole amounts, days, one live record, frozen rows. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
-- Every amount is a whole number that JavaScript can hold; every day is a real calendar day.
-- Run again after a migration that adds columns.
create function check_amounts_and_days() returns void language plpgsql as $$
declare
  col record;
begin
  for col in
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'public' and table_name in (select tablename from pg_tables)
      and data_type = 'numeric'
      and column_name ~ '(_minor|_rate_e4|_e4|_bp|_minutes)$'
  loop
    execute format('alter table %I drop constraint if exists %I',
      col.table_name, left(col.table_name || '_' || col.column_name, 56) || '_whole');
    execute format('alter table %I add constraint %I check (%I = trunc(%I) and abs(%I) <= 9007199254740991)',
      col.table_name, left(col.table_name || '_' || col.column_name, 56) || '_whole',
      col.column_name, col.column_name, col.column_name);
  end loop;
  for col in
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name in (select tablename from pg_tables)
      and data_type = 'character varying'
      and column_name ~ '(^|_)(on|until)$'
  loop
    execute format('alter table %I drop constraint if exists %I',
      col.table_name, left(col.table_name || '_' || col.column_name, 56) || '_day');
    execute format('alter table %I add constraint %I check (%I is null or (%I ~ ''^\\d{4}-\\d{2}-\\d{2}$'' and %I::date::text = %I))',
      col.table_name, left(col.table_name || '_' || col.column_name, 56) || '_day',
      col.column_name, col.column_name, col.column_name, col.column_name);
  end loop;
end $$;
select check_amounts_and_days();
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw('drop function check_amounts_and_days()'))
}

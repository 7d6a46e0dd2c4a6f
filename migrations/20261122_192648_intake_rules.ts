import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * A grade that was given stays as it was; only the words of its reason may be erased. Roles that exist
 * get the right to decide a grade where they had all of the desk’s rights and oversee colleagues.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create function keep_qualification() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{reason,updated_at,by_id}'::text[] is distinct from
      to_jsonb(old) - '{reason,updated_at,by_id}'::text[] then
    raise exception 'A qualification is never changed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger qualifications_append_only before update on qualifications
  for each row execute function keep_qualification();
create index qualifications_of_order on qualifications (job_order_id, created_at desc);
create index job_orders_overridden on job_orders (override_until) where override_grade is not null;
update roles set permissions = permissions || '["orders.override"]'::jsonb
where key in ('admin', 'manager') and not permissions @> '["orders.override"]'::jsonb;
do $$
declare col record;
begin
  for col in
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and table_name in ('job_orders', 'qualifications', 'legal_entities')
      and data_type = 'numeric' and column_name ~ '(_minor|_rate_e4|_e4|_bp|_minutes)$'
      and not exists (select from pg_constraint
        where conname = left(table_name || '_' || column_name, 56) || '_whole')
  loop
    execute format('alter table %I add constraint %I check (%I = trunc(%I) and abs(%I) <= 9007199254740991)',
      col.table_name, left(col.table_name || '_' || col.column_name, 56) || '_whole',
      col.column_name, col.column_name, col.column_name);
  end loop;
end $$;
alter table qualifications add constraint qualifications_score check (score between 0 and 100);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table qualifications drop constraint qualifications_score;
update roles set permissions = permissions - 'orders.override';
drop index job_orders_overridden;
drop index qualifications_of_order;
drop trigger qualifications_append_only on qualifications;
drop function keep_qualification();
`),
  )
}

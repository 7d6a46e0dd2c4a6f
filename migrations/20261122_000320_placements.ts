import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One live placement per opening and submission; agreed terms never change; days are days. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index placements_opening_taken on placements (opening_id)
  where state not in ('cancelled', 'no_start');
create unique index placements_submission_once on placements (submission_id)
  where state not in ('cancelled', 'no_start');
create index placements_state_days on placements (state, starts_on);
alter table placements add constraint placements_end_after_start
  check (ends_on is null or ends_on >= starts_on);

-- A new agreement is a new row: approved time refers to the version by which it was worked.
create function refuse_terms_change() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'updated_at' is distinct from to_jsonb(old) - 'updated_at' then
    raise exception 'Terms are not changed: a new agreement is a new version' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger placement_terms_frozen before update on placement_terms
  for each row execute function refuse_terms_change();
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop trigger placement_terms_frozen on placement_terms;
drop function refuse_terms_change();
alter table placements drop constraint placements_end_after_start;
drop index placements_state_days;
drop index placements_submission_once;
drop index placements_opening_taken;
`),
  )
}

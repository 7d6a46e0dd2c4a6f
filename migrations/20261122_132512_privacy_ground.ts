import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** A person is erased once; a hold is about one person. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index erasures_person on erasures (person_id);
create index legal_holds_standing on legal_holds (created_at) where released_at is null;
alter table legal_holds add constraint legal_holds_one_person
  check (num_nonnulls(candidate_id, contact_id) = 1);
alter table retention_rules add constraint retention_rules_months
  check (keep_months = trunc(keep_months) and keep_months between 1 and 600);
select check_amounts_and_days();
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table retention_rules drop constraint retention_rules_months;
alter table legal_holds drop constraint legal_holds_one_person;
drop index legal_holds_standing, erasures_person;
`),
  )
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Days that are days, one open question per submission, one set of rules for all clients. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table client_blocks add constraint client_blocks_until_day check (
  until is null or (until ~ '^\\d{4}-\\d{2}-\\d{2}$' and until::date::text = until));
create index client_blocks_standing on client_blocks (candidate_id, client_id)
  where ended_at is null;
alter table representations add constraint representations_valid_on_day check (
  valid_on is null or (valid_on ~ '^\\d{4}-\\d{2}-\\d{2}$' and valid_on::date::text = valid_on));
create unique index representations_one_asked on representations (submission_id)
  where state = 'asked';
create unique index submission_rules_of_all on submission_rules ((client_id is null))
  where client_id is null;
create unique index submission_rules_of_client on submission_rules (client_id)
  where client_id is not null;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index submission_rules_of_client, submission_rules_of_all, representations_one_asked;
alter table representations drop constraint representations_valid_on_day;
drop index client_blocks_standing;
alter table client_blocks drop constraint client_blocks_until_day;
`),
  )
}

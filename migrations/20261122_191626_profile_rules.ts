import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * A word means one skill, also when two write it at once; the index answers which. The check holds for
 * what is written from now on: the column is new, so that there is nothing older to look through.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index skills_keys_unique on skills_texts (text) where path = 'keys';
create index skills_texts_of_skill on skills_texts (parent_id, "order");
alter table candidates add constraint candidates_desired_salary
  check (desired_salary_minor between 0 and 9007199254740992) not valid;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table candidates drop constraint candidates_desired_salary;
drop index skills_texts_of_skill, skills_keys_unique;
`),
  )
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * Who sees confidential data of candidates: the default roles of an agency that is there already; and
 * the drafts that wait for review are found without looking through those that are done. Salaries are
 * judged now by a lock that lets everybody read and write meanwhile.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
update roles set permissions = permissions || '["work-rights.manage"]'::jsonb
  where key in ('admin', 'manager', 'payroll') and not permissions @> '["work-rights.manage"]'::jsonb;
update roles set permissions = permissions || '["payroll-data.manage"]'::jsonb
  where key in ('admin', 'manager', 'payroll') and not permissions @> '["payroll-data.manage"]'::jsonb;
update roles set permissions = permissions || '["eeo.manage"]'::jsonb
  where key = 'admin' and not permissions @> '["eeo.manage"]'::jsonb;
alter table candidates validate constraint candidates_desired_salary;
create index cv_drafts_open on cv_drafts (created_at) where state in ('reading', 'parsed', 'unreadable');
create index cv_drafts_email on cv_drafts (lower(parsed #>> '{email,value}'));
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index cv_drafts_email, cv_drafts_open;
update roles set permissions = permissions - 'work-rights.manage' - 'payroll-data.manage' - 'eeo.manage';
`),
  )
}

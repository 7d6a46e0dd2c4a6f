import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Fast days and boxes, one due per task, and the rights to tasks for roles that exist already. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create index tasks_day on tasks (owner_id, state);
create index tasks_about on tasks (about_kind, about_id) where about_id is not null;
alter table tasks add constraint tasks_due_once check (due_on is null or due_at is null);
alter table tasks add constraint tasks_due_on_day check (
  due_on is null or (due_on ~ '^\\d{4}-\\d{2}-\\d{2}$' and due_on::date::text = due_on));
alter table tasks add constraint tasks_snoozed_until_on_day check (
  snoozed_until_on is null
  or (snoozed_until_on ~ '^\\d{4}-\\d{2}-\\d{2}$' and snoozed_until_on::date::text = snoozed_until_on));

update roles set permissions = permissions || '["tasks.write"]'::jsonb
  where permissions ? 'staff.read' and not permissions ? 'tasks.write';
update roles set permissions = permissions || '["tasks.oversee"]'::jsonb
  where key in ('admin', 'manager') and not permissions ? 'tasks.oversee';
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
update roles set permissions = permissions - 'tasks.write' - 'tasks.oversee';
alter table tasks drop constraint tasks_snoozed_until_on_day;
alter table tasks drop constraint tasks_due_on_day;
alter table tasks drop constraint tasks_due_once;
drop index tasks_about, tasks_day;
`),
  )
}

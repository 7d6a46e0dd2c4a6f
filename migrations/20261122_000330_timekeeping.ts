import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Time that is complete, and lines that are only ever added to. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
alter table time_entries alter column started_at set not null, alter column ended_at set not null;
alter table time_entries add constraint time_entries_in_order check (ended_at > started_at);
alter table time_entries add constraint time_entries_at_most_a_day
  check (ended_at - started_at <= interval '24 hours');
alter table time_entries add constraint time_entries_worked
  check (worked_minutes > 0 and break_minutes >= 0);
create index time_entries_started on time_entries (started_at);
create index timesheets_waiting on timesheets (state, week_starts_on);

-- An invoice, a payslip or an audit may hold a line: a correction is a further line.
create function refuse_line_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: post a reversal', tg_table_name using errcode = '23514';
end $$;
create trigger pay_lines_append_only before update or delete on pay_lines
  for each row execute function refuse_line_change();
create trigger bill_lines_append_only before update or delete on bill_lines
  for each row execute function refuse_line_change();
create unique index pay_lines_position
  on pay_lines (candidate_id, legal_entity_id, week_starts_on, position);
create unique index bill_lines_position
  on bill_lines (candidate_id, legal_entity_id, week_starts_on, position);
create unique index pay_lines_reversed_once on pay_lines (reversal_of_id)
  where reversal_of_id is not null;
create unique index bill_lines_reversed_once on bill_lines (reversal_of_id)
  where reversal_of_id is not null;
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop index bill_lines_reversed_once, pay_lines_reversed_once, bill_lines_position, pay_lines_position;
drop trigger bill_lines_append_only on bill_lines;
drop trigger pay_lines_append_only on pay_lines;
drop function refuse_line_change();
drop index timesheets_waiting, time_entries_started;
alter table time_entries drop constraint time_entries_worked;
alter table time_entries drop constraint time_entries_at_most_a_day;
alter table time_entries drop constraint time_entries_in_order;
alter table time_entries alter column started_at drop not null, alter column ended_at drop not null;
`),
  )
}

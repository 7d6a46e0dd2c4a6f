import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** Gapless numbers, frozen documents, one live invoice per hour, and the views billing reads by. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table invoice_series (
  legal_entity_id uuid not null references legal_entities (id),
  kind text not null check (kind in ('invoice', 'credit-note')),
  year integer not null,
  last integer not null check (last > 0),
  last_issue_on text,
  primary key (legal_entity_id, kind, year)
);

-- A number names one document of its issuer; another legal entity may use the same letters.
create unique index invoices_number_once on invoices (legal_entity_id, kind, number)
  where number is not null;
create unique index invoices_credited_once on invoices (credit_of_id)
  where credit_of_id is not null and state <> 'void';
create index invoices_due on invoices (due_on) where state in ('issued', 'part_paid');
alter table invoices add constraint invoices_numbered check (
  (state in ('draft', 'void')) = (number is null));
alter table invoices add constraint invoices_totals check (gross_minor = net_minor + tax_minor);
alter table invoices add constraint invoices_paid check (
  paid_minor = 0 or (paid_minor > 0 and paid_minor <= gross_minor));
alter table allocations add constraint allocations_not_zero check (amount_minor <> 0);

-- Each evaluated bill line, and each placement's fee, is held by at most one live invoice.
create table invoice_claims (
  id bigint generated always as identity primary key,
  invoice_id uuid not null references invoices (id),
  invoice_line_id uuid references invoice_lines (id),
  bill_line_id uuid references bill_lines (id),
  fee_placement_id uuid references placements (id),
  claimed_at timestamptz(3) not null default now(),
  released_at timestamptz(3),
  check (num_nonnulls(bill_line_id, fee_placement_id) = 1)
);
create unique index invoice_claims_bill_line_once on invoice_claims (bill_line_id)
  where released_at is null;
create unique index invoice_claims_fee_once on invoice_claims (fee_placement_id)
  where released_at is null;
create index invoice_claims_invoice on invoice_claims (invoice_id);

-- What left the house is not rewritten: only what became of it may change.
create function refuse_invoice_change() returns trigger language plpgsql as $$
declare
  open_columns constant text[] := array['state', 'paid_minor', 'document_id', 'document_hash', 'updated_at'];
begin
  if tg_op <> 'UPDATE' then
    raise exception 'An invoice is never deleted: void the draft or credit it' using errcode = '23514';
  end if;
  if old.state <> 'draft' and (
    to_jsonb(new) - open_columns is distinct from to_jsonb(old) - open_columns
    or new.state in ('draft', 'void') and new.state <> old.state
    or old.document_id is not null and
      row(new.document_id, new.document_hash) is distinct from row(old.document_id, old.document_hash)
  ) then
    raise exception 'An issued invoice is never changed: credit it' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger invoices_frozen before update or delete on invoices
  for each row execute function refuse_invoice_change();
create trigger invoices_no_truncate before truncate on invoices
  for each statement execute function refuse_invoice_change();

create function refuse_invoice_line_change() returns trigger language plpgsql as $$
declare
  parent uuid;
begin
  if tg_op = 'TRUNCATE' then
    raise exception 'Invoice lines are never deleted' using errcode = '23514';
  end if;
  foreach parent in array case tg_op
    when 'INSERT' then array[new.invoice_id]
    when 'DELETE' then array[old.invoice_id]
    else array[old.invoice_id, new.invoice_id] end
  loop
    if exists (select from invoices where id = parent and state <> 'draft') then
      raise exception 'The lines of an issued invoice are never changed' using errcode = '23514';
    end if;
  end loop;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger invoice_lines_frozen before insert or update or delete on invoice_lines
  for each row execute function refuse_invoice_line_change();
create trigger invoice_lines_no_truncate before truncate on invoice_lines
  for each statement execute function refuse_invoice_line_change();

create trigger allocations_append_only before update or delete on allocations
  for each row execute function refuse_change();
create trigger allocations_no_truncate before truncate on allocations
  for each statement execute function refuse_change();

-- No payment settles more than it brought, whoever writes.
create function check_allocated() returns trigger language plpgsql as $$
begin
  perform 1 from payments where id = new.payment_id for update;
  if (select coalesce(sum(amount_minor), 0) from allocations where payment_id = new.payment_id)
     > (select amount_minor from payments where id = new.payment_id) then
    raise exception 'More than the payment brought is allocated' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger allocations_within_payment after insert on allocations
  for each row execute function check_allocated();

-- The one place that knows the tables of time and placements: what may be invoiced, and by which terms.
create view unbilled_time as
select b.id as bill_line_id, b.client_id, b.legal_entity_id, b.placement_id, b.timesheet_id,
  b.candidate_id, concat_ws(' ', c.first_name, c.last_name) as candidate_name, p.title as job_title,
  b.week_starts_on, to_char(b.week_starts_on::date + 6, 'YYYY-MM-DD') as week_ends_on, b.earn_code,
  b.minutes, b.rate_e4, b.ratio_num, b.ratio_den, b.amount_minor, b.currency, t.tax_rate_bp,
  t.purchase_order
from bill_lines b
  join placements p on p.id = b.placement_id
  join candidates c on c.id = b.candidate_id
  left join lateral (
    select tax_rate_bp, purchase_order from placement_terms
    where placement_id = b.placement_id and effective_from_on::date <= b.week_starts_on::date + 6
    order by effective_from_on desc, version desc limit 1
  ) t on true
where not exists (
  select from invoice_claims held where held.bill_line_id = b.id and held.released_at is null);

create view placement_fees as
select p.id as placement_id, p.state, p.client_id, p.legal_entity_id, p.job_order_id,
  p.title as job_title, concat_ws(' ', c.first_name, c.last_name) as candidate_name,
  coalesce(p.actual_start_on, p.starts_on) as starts_on, t.currency, t.fee_minor, t.tax_rate_bp,
  t.purchase_order,
  exists (select from invoice_claims held
    where held.fee_placement_id = p.id and held.released_at is null) as is_invoiced
from placements p
  join candidates c on c.id = p.candidate_id
  left join lateral (
    select currency, fee_minor, tax_rate_bp, purchase_order from placement_terms
    where placement_id = p.id order by effective_from_on desc, version desc limit 1
  ) t on true;

create view payments_left as
select p.id, p.ref, p.client_id, p.currency, p.amount_minor,
  p.amount_minor - coalesce((select sum(a.amount_minor) from allocations a where a.payment_id = p.id), 0)
    as left_minor
from payments p where p.state = 'succeeded';

select check_amounts_and_days();
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop view payments_left, placement_fees, unbilled_time;
drop trigger allocations_within_payment on allocations;
drop trigger allocations_no_truncate on allocations;
drop trigger allocations_append_only on allocations;
drop trigger invoice_lines_no_truncate on invoice_lines;
drop trigger invoice_lines_frozen on invoice_lines;
drop trigger invoices_no_truncate on invoices;
drop trigger invoices_frozen on invoices;
drop function check_allocated();
drop function refuse_invoice_line_change();
drop function refuse_invoice_change();
drop table invoice_claims;
alter table allocations drop constraint allocations_not_zero;
alter table invoices drop constraint invoices_paid;
alter table invoices drop constraint invoices_totals;
alter table invoices drop constraint invoices_numbered;
drop index invoices_due, invoices_credited_once, invoices_number_once;
drop table invoice_series;
`),
  )
}

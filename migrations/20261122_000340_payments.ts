import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** One row per event and per payment of a payment service; received money is never rewritten. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create unique index webhook_events_once on webhook_events (provider, event_id);
create unique index payments_once on payments (provider, provider_ref) where provider_ref is not null;
create unique index payment_attempts_session_once on payment_attempts (provider, session_id)
  where session_id is not null;
create index payment_attempts_subject on payment_attempts (subject_kind, subject_id);
create index payment_attempts_live on payment_attempts (created_at)
  where state in ('creating', 'open', 'processing');

alter table payments add constraint payments_not_negative check (amount_minor >= 0);
alter table payment_attempts add constraint payment_attempts_positive check (amount_minor > 0);

-- What was paid, in which currency and by whom is a fact; only what became of it may be written.
create function refuse_payment_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then
    raise exception 'A payment is never deleted' using errcode = '23514';
  end if;
  if row(new.id, new.amount_minor, new.currency, new.provider, new.provider_ref, new.received_on,
         new.is_live, new.ref)
     is distinct from
     row(old.id, old.amount_minor, old.currency, old.provider, old.provider_ref, old.received_on,
         old.is_live, old.ref) then
    raise exception 'A payment is never rewritten' using errcode = '23514';
  end if;
  if old.state = 'succeeded' and new.state <> 'succeeded' then
    raise exception 'A received payment stays received' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger payments_frozen before update or delete on payments
  for each row execute function refuse_payment_change();
create trigger payments_no_truncate before truncate on payments
  for each statement execute function refuse_payment_change();

select check_amounts_and_days();
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop trigger payments_no_truncate on payments;
drop trigger payments_frozen on payments;
drop function refuse_payment_change();
alter table payment_attempts drop constraint payment_attempts_positive;
alter table payments drop constraint payments_not_negative;
drop index payment_attempts_live, payment_attempts_subject, payment_attempts_session_once,
  payments_once, webhook_events_once;
`),
  )
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/** What stands below the collections: extensions, id function, events, links, limits, counters. */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create extension if not exists unaccent;
create extension if not exists citext;
create extension if not exists pgcrypto;

-- UUID version 7 (RFC 9562) for Postgres 15 to 17, which have no function of their own.
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

create table domain_events (
  id uuid not null default uuid_v7(),
  name text not null,
  at timestamptz(3) not null default clock_timestamp(),
  subject_type text not null,
  subject_id text not null,
  person_type text,
  person_id text,
  client_id text,
  order_id text,
  actor_kind text not null,
  actor_id text,
  on_behalf_of text,
  from_state text,
  to_state text,
  reason text,
  ball_in text,
  changes jsonb,
  request_id text,
  command text,
  schema_version smallint not null default 1,
  xact xid8 not null default pg_current_xact_id(),
  primary key (id, at)
) partition by range (at);
create table domain_events_default partition of domain_events default;
create index domain_events_subject on domain_events (subject_type, subject_id, at desc);
create index domain_events_person on domain_events (person_id, at desc) where person_id is not null;
create index domain_events_client on domain_events (client_id, at desc) where client_id is not null;
create index domain_events_order on domain_events (order_id, at desc) where order_id is not null;
create index domain_events_at on domain_events (at desc);

-- Months ahead get a partition each; what falls outside lands in the default one, never on the floor.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '23514';
end $$;
create function ensure_event_partitions(months_ahead integer) returns integer language plpgsql as $$
declare
  first_day date; made integer := 0; partition_name text;
begin
  for step in 0..months_ahead loop
    first_day := date_trunc('month', now() at time zone 'UTC')::date + make_interval(months => step);
    partition_name := 'domain_events_' || to_char(first_day, 'YYYY_MM');
    if to_regclass(partition_name) is null then
      begin
        execute format(
          'create table %I partition of domain_events for values from (%L) to (%L)',
          partition_name, first_day::text || ' 00:00:00+00',
          (first_day + interval '1 month')::date::text || ' 00:00:00+00');
        -- A trigger for whole statements does not pass from the table on to its partitions.
        execute format(
          'create trigger %I before truncate on %I for each statement execute function refuse_change()',
          partition_name || '_no_truncate', partition_name);
        made := made + 1;
      exception when check_violation then
        -- The default partition already holds rows of that month: they stay there.
        null;
      end;
    end if;
  end loop;
  return made;
end $$;
select ensure_event_partitions(12);

-- Personal values of events, apart, so that erasing a person can empty them and hashes still hold.
create table domain_event_personal (
  event_id uuid primary key,
  values jsonb not null
);

create table event_seals (
  no bigint generated always as identity primary key,
  sealed_at timestamptz(3) not null default now(),
  event_ids uuid[] not null,
  row_hashes text[] not null,
  previous_hash text not null,
  hash text not null
);

create trigger domain_events_append_only before update or delete on domain_events
  for each row execute function refuse_change();
create trigger domain_events_no_truncate before truncate on domain_events
  for each statement execute function refuse_change();
create trigger domain_events_default_no_truncate before truncate on domain_events_default
  for each statement execute function refuse_change();
create trigger event_seals_append_only before update or delete on event_seals
  for each row execute function refuse_change();
create trigger event_seals_no_truncate before truncate on event_seals
  for each statement execute function refuse_change();

create table access_links (
  id uuid primary key default uuid_v7(),
  nonce text not null,
  token_hash text not null unique,
  purpose text not null,
  subject_kind text not null,
  subject_id text not null,
  person_kind text,
  person_id text,
  expires_at timestamptz(3) not null,
  spent_by_act boolean not null,
  spent_at timestamptz(3),
  revoked_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index access_links_subject on access_links (subject_kind, subject_id, purpose);

create table command_keys (
  id text primary key,
  body_hash text not null,
  status integer,
  body jsonb,
  claimed_at timestamptz(3) not null default now()
);
create index command_keys_age on command_keys (claimed_at);

create unlogged table rate_limits (
  bucket text not null,
  key text not null,
  window_start timestamptz not null,
  used integer not null,
  primary key (bucket, key, window_start)
);
create index rate_limits_age on rate_limits (window_start);

create table counters (name text primary key, value bigint not null);

create unlogged table worker_heartbeats (
  worker_id text primary key,
  seen_at timestamptz(3) not null
);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop table worker_heartbeats, counters, rate_limits, command_keys, access_links, event_seals,
  domain_event_personal, domain_events;
drop function ensure_event_partitions(integer);
drop function refuse_change();
drop function uuid_v7();
`),
  )
}

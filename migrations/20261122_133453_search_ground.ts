import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * The words by which records are found from anywhere, kept by triggers. The rows that exist are put
 * in by the migration after this one, so that none of their tables is locked meanwhile.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table search_entries (
  kind text not null,
  record_id uuid not null,
  words tsvector not null,
  folded text not null,
  related uuid[] not null,
  primary key (kind, record_id)
);
create index search_entries_words on search_entries using gin (kind, words);
create index search_entries_folded on search_entries using gin (kind, folded gin_trgm_ops);
create index search_entries_related on search_entries using gin (kind, related);

-- Without case and accents.
create function search_fold(given text) returns text language sql stable parallel safe as $$
  select lower(unaccent(coalesce(given, '')))
$$;

create function search_lexemes(given text) returns text[] language sql stable parallel safe as $$
  select coalesce(array_agg(distinct left(word, 60)), '{}')
  from regexp_split_to_table(search_fold(left(given, 1000)), '[^[:alnum:]]+') word where word <> ''
$$;

-- Digits of a phone as they are dialled from abroad and, without what stands before, at home.
create function search_phone(given text) returns text[] language sql immutable parallel safe as $$
  select case when length(digits) < 6 then '{}'::text[]
    else array[digits, right(digits, 9)] end
  from regexp_replace(coalesce(given, ''), '[^0-9]+', '', 'g') digits
$$;

create function search_prefixes(given text) returns tsquery language sql stable parallel safe as $$
  select string_agg(
    case when word ~ '^[0-9]{10,}$'
      then '(' || quote_literal(word) || ':* | ' || quote_literal(right(word, 9)) || ':*)'
      else quote_literal(word) || ':*' end, ' & ')::tsquery
  from unnest(search_lexemes(case when given ~ '^[0-9 ()+./-]+$'
    and length(regexp_replace(given, '[^0-9]+', '', 'g')) > 6
    then regexp_replace(given, '[^0-9]+', '', 'g') else given end)) word
$$;

create function search_put(of_kind text, id uuid, said text, phone text, leads_to uuid[])
returns void language sql as $$
  insert into search_entries (kind, record_id, words, folded, related)
  values (of_kind, id, array_to_tsvector(search_lexemes(said) || search_phone(phone)),
    left(search_fold(said), 400), array_remove(leads_to, null))
  on conflict (kind, record_id) do update
    set words = excluded.words, folded = excluded.folded, related = excluded.related
$$;

-- The one place that says by what a record is found.
create function search_put_row(of_kind text, r jsonb) returns void language plpgsql as $$
declare
  id uuid := (r ->> 'id')::uuid;
  client uuid := (r ->> 'client_id')::uuid;
begin
  if r ->> 'deleted_at' is not null then
    delete from search_entries where kind = of_kind and record_id = id;
    return;
  end if;
  case of_kind
    when 'candidate' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'first_name',
      r ->> 'last_name', r ->> 'ref', r ->> 'email', r ->> 'city', r ->> 'headline'),
      r ->> 'phone', '{}');
    when 'client-contact' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'first_name',
      r ->> 'last_name', r ->> 'email', r ->> 'job_title'), r ->> 'phone', array[client]);
    when 'client' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'name', r ->> 'ref',
      r ->> 'email', r ->> 'industry'), r ->> 'phone', '{}');
    when 'job-order' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'title', r ->> 'ref'),
      null, array[client, (r ->> 'contact_id')::uuid]);
    when 'order-request' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'ref',
      r ->> 'company', r ->> 'contact_name', r ->> 'email', r ->> 'job_title'), r ->> 'phone',
      array[client, (r ->> 'contact_id')::uuid]);
    when 'placement' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'title', r ->> 'ref'),
      null, array[client, (r ->> 'candidate_id')::uuid]);
    when 'invoice' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'number',
      r ->> 'purchase_order'), null, array[client]);
    when 'timesheet' then perform search_put(of_kind, id, concat_ws(' ', r ->> 'ref',
      r ->> 'week_starts_on'), null, array[client, (r ->> 'candidate_id')::uuid]);
  end case;
end $$;

create function search_follow() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from search_entries where kind = tg_argv[0] and record_id = old.id;
    return null;
  end if;
  perform search_put_row(tg_argv[0], to_jsonb(new));
  return null;
end $$;

-- Typing mistakes: words alike. In a function, because the measure is a setting.
create function search_alike(kinds text[], given text, most integer)
returns table (kind text, record_id uuid, likeness real) language sql stable
set pg_trgm.word_similarity_threshold = '0.45' as $$
  select k.kind, hit.record_id, hit.likeness
  from unnest(kinds) k(kind) cross join lateral (
    select near.record_id, word_similarity(search_fold(given), near.folded) as likeness
    from search_entries near
    where near.kind = k.kind and search_fold(given) <% near.folded
    order by likeness desc limit most) hit
$$;

${kinds
  .map(
    ({ kind, table, columns }) => `
create trigger ${table}_searched after insert or delete or update of ${columns} on ${table}
  for each row execute function search_follow('${kind}');`,
  )
  .join('')}
`),
  )
}

/** A change of other columns costs nothing. */
const kinds = [
  {
    kind: 'candidate',
    table: 'candidates',
    columns: 'first_name, last_name, ref, email, phone, city, headline, deleted_at',
  },
  {
    kind: 'client-contact',
    table: 'client_contacts',
    columns: 'first_name, last_name, email, phone, job_title, client_id, deleted_at',
  },
  {
    kind: 'client',
    table: 'client_corporations',
    columns: 'name, ref, email, phone, industry, deleted_at',
  },
  {
    kind: 'job-order',
    table: 'job_orders',
    columns: 'title, ref, client_id, contact_id, deleted_at',
  },
  {
    kind: 'order-request',
    table: 'order_requests',
    columns: 'ref, company, contact_name, email, phone, job_title, client_id, contact_id',
  },
  { kind: 'placement', table: 'placements', columns: 'title, ref, client_id, candidate_id' },
  { kind: 'invoice', table: 'invoices', columns: 'number, purchase_order, client_id' },
  {
    kind: 'timesheet',
    table: 'timesheets',
    columns: 'ref, week_starts_on, client_id, candidate_id',
  },
]

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
${kinds.map(({ table }) => `drop trigger ${table}_searched on ${table};`).join('\n')}
drop function search_alike;
drop function search_follow;
drop function search_put_row;
drop function search_put;
drop function search_prefixes;
drop function search_phone;
drop function search_lexemes;
drop function search_fold;
drop table search_entries;
`),
  )
}

import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * People are found near a place by their postcode or town, and by when somebody last spoke with them.
 * Where nobody gave degrees, `place_spot` says where a postcode or town lies; `candidate_last_contact`
 * reads notes, calls and mails. Candidates from before are put in anew by the job `rebuild-search`,
 * which is asked for here, and by whoever changes a place.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
-- Somebody of whom no place is known is not at the other end of the earth.
alter function kilometres(point, point) strict;

-- Rules of accents do not change by themselves: an index may be built on them.
create function place_fold(given text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(lower(public.unaccent('public.unaccent', coalesce(given, ''))),
    '[^[:alnum:]]+', ' ', 'g'))
$$;

create function place_key(postcode text) returns text language sql immutable parallel safe as $$
  select nullif(upper(regexp_replace(coalesce(postcode, ''), '[^[:alnum:]]+', '', 'g')), '')
$$;

-- A postcode and the areas it lies in. In Great Britain the letters in front are an area of their own;
-- elsewhere an area is a beginning of at least two signs.
create function place_keys(country text, postcode text) returns text[]
language sql immutable parallel safe as $$
  select case when key is null then '{}'::text[]
    when country = 'GB' then array_remove(array[key, outward,
      nullif(regexp_replace(outward, '([0-9])[A-Z]$', '\\1'), outward),
      substring(outward from '^[A-Z]{1,2}')], null)
    else array(select left(key, size) from generate_series(least(length(key), 16), 2, -1) size) end
  from (
    select key, coalesce(substring(key from '^([A-Z]{1,2}[0-9][0-9A-Z]?)[0-9][A-Z]{2}$'), key) as outward
    from (select place_key(postcode) as key) whole
  ) parts
$$;

create index places_postcode on places (country, place_key(postcode)) where postcode is not null;
create index places_name on places (place_fold(name) text_pattern_ops);
create index places_key on places (place_key(postcode) text_pattern_ops) where postcode is not null;

-- Where a postcode lies, by the longest beginning that is known; else the town, when only one town of
-- the country and region is called so (as far as 60 km apart counts as one). Else nothing: no guess.
create function place_spot(of_country text, of_postcode text, of_town text, of_region text)
returns point language sql stable as $$
  select coalesce(
    (select point(avg(p.longitude::float8), avg(p.latitude::float8)) from places p
      where p.country = coalesce(of_country, '') and p.postcode is not null
        and place_key(p.postcode) = any(place_keys(of_country, of_postcode))
      group by length(place_key(p.postcode)) order by length(place_key(p.postcode)) desc limit 1),
    (select case when max(p.latitude) - min(p.latitude) < 0.55
        and (max(p.longitude) - min(p.longitude)) * cos(radians(avg(p.latitude)::float8)) < 0.55
      then point(avg(p.longitude::float8), avg(p.latitude::float8)) end
      from places p
      where place_fold(of_town) <> '' and place_fold(p.name) = place_fold(of_town)
        and (of_country is null or p.country = of_country)
        and (place_fold(of_region) = '' or p.region is null
          or place_fold(p.region) = place_fold(of_region)
          or not exists (select from places same where place_fold(same.name) = place_fold(of_town)
            and (of_country is null or same.country = of_country)
            and place_fold(same.region) = place_fold(of_region)))))
$$;

-- How far the rebuilding of the search has come; no row: nothing to do.
create table candidate_search_rebuild (
  is_one boolean primary key default true check (is_one),
  asked_at timestamptz not null default now(),
  with_papers boolean not null default false,
  done_to uuid
);

create function candidate_search_ask_rebuild(papers boolean) returns void language sql as $$
  insert into candidate_search_rebuild (with_papers) values (papers)
  on conflict (is_one) do update set asked_at = clock_timestamp(), done_to = null,
    with_papers = candidate_search_rebuild.with_papers or excluded.with_papers
$$;

create function places_changed() returns trigger language plpgsql as $$
begin
  perform candidate_search_ask_rebuild(false);
  return null;
end $$;
create trigger places_found_by after insert or update or delete on places
  for each statement execute function places_changed();

-- When somebody of the agency last spoke with a candidate or wrote to them. A call that nobody answered
-- is none, nor is a mail that did not leave.
create function candidate_last_contact(person uuid) returns timestamptz language sql stable as $$
  select (greatest(
    (select max(coalesce(n.called_at, n.created_at)) from notes n
      where n.about_kind = 'candidate' and n.about_id = person::text and n.removed_at is null
        and (n.outcome is null or n.outcome::text not in ('no-answer', 'wrong-number'))),
    (select max(coalesce(n.called_at, n.created_at)) from submissions s
      join notes n on n.about_id = s.id::text and n.about_kind = 'submission'
      where s.candidate_id = person and n.removed_at is null
        and (n.outcome is null or n.outcome::text not in ('no-answer', 'wrong-number'))),
    (select max(m.sent_at) from candidates c join outbound_mails m on m."to" = c.email_normalised
      where c.id = person and m.state = 'sent')))::timestamptz(3)
$$;

create function candidates_contacted(people uuid[]) returns void language sql as $$
  update candidates c set last_contact_at = now_known.at
  from (
    select locked.id, candidate_last_contact(locked.id) as at
    from (select id from candidates where id = any(people) order by id for no key update) locked
  ) now_known
  where c.id = now_known.id and c.last_contact_at is distinct from now_known.at
$$;

create function notes_contacted() returns trigger language plpgsql as $$
declare
  people uuid[];
begin
  select array_agg(distinct person) into people from (
    select changed.about_id::uuid as person from changed where changed.about_kind = 'candidate'
    union all
    select s.candidate_id from changed join submissions s on s.id = changed.about_id::uuid
      where changed.about_kind = 'submission'
  ) told;
  if people is not null then perform candidates_contacted(people); end if;
  return null;
end $$;
${(['insert', 'update', 'delete'] as const)
  .map(
    (event) => `create trigger notes_contact_by_${event} after ${event} on notes
  referencing ${event === 'delete' ? 'old' : 'new'} table as changed for each statement
  execute function notes_contacted();`,
  )
  .join('\n')}

create function mails_contacted() returns trigger language plpgsql as $$
declare
  people uuid[];
begin
  select array_agg(c.id) into people from candidates c where c.email_normalised = new."to";
  if people is not null then perform candidates_contacted(people); end if;
  return null;
end $$;
create trigger mails_contact_by_insert after insert on outbound_mails
  for each row when (new.state = 'sent') execute function mails_contacted();
create trigger mails_contact_by_update after update of state on outbound_mails
  for each row when (new.state = 'sent' and old.state is distinct from new.state)
  execute function mails_contacted();

alter table candidate_search add column last_contact_at timestamptz not null default '-infinity';
create index candidate_search_contact on candidate_search (last_contact_at, candidate_id);
${rewritten(changes)}
select candidate_search_ask_rebuild(false);
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
${rewritten(changes.map(([from, to]) => [to, from]))}
drop index candidate_search_contact;
alter table candidate_search drop column last_contact_at;
drop trigger mails_contact_by_update on outbound_mails;
drop trigger mails_contact_by_insert on outbound_mails;
drop function mails_contacted;
drop trigger notes_contact_by_insert on notes;
drop trigger notes_contact_by_update on notes;
drop trigger notes_contact_by_delete on notes;
drop function notes_contacted;
drop function candidates_contacted;
drop function candidate_last_contact;
drop trigger places_found_by on places;
drop function places_changed;
drop function candidate_search_ask_rebuild;
drop table candidate_search_rebuild;
drop function place_spot;
alter function kilometres(point, point) called on null input;
drop index places_key;
drop index places_name;
drop index places_postcode;
drop function place_keys;
drop function place_key;
drop function place_fold;
`),
  )
}

const spot = `case when c.latitude is not null and c.longitude is not null
      then point(c.longitude::float8, c.latitude::float8) end`

/** What `candidate_search_refresh` says instead. */
const changes: readonly (readonly [string, string])[] = [
  [`    ${spot},`, `    coalesce(${spot}, place_spot(c.country, c.postcode, c.city, c.region)),`],
  ['credentials, credentials_until)\n', 'credentials, credentials_until, last_contact_at)\n'],
  [
    `coalesce(papers_held.until, '{}')\n`,
    `coalesce(papers_held.until, '{}'), coalesce(c.last_contact_at, '-infinity')\n`,
  ],
  [
    'credentials_until = excluded.credentials_until\n',
    'credentials_until = excluded.credentials_until, last_contact_at = excluded.last_contact_at\n',
  ],
]

const rewritten = (pairs: readonly (readonly [string, string])[]): string => `
do $rewrite$
declare
  definition text := pg_get_functiondef('candidate_search_refresh(uuid[], uuid[])'::regprocedure);
begin
${pairs
  .map(
    ([from, to]) => `  if position($part$${from}$part$ in definition) = 0 then
    raise exception 'candidate_search_refresh is not as it was delivered';
  end if;
  definition := replace(definition, $part$${from}$part$, $part$${to}$part$);`,
  )
  .join('\n')}
  execute definition;
end $rewrite$;`

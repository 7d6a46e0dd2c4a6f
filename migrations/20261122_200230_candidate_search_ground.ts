import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * One row per candidate who may be found: words, skills as numbers, place, times, pay and credentials,
 * so that a search reads one table. What changes a candidate notes the id; at the commit all that a
 * transaction has noted is put in anew at once. The rows of candidates that exist come in by the
 * migration after this one.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table candidate_search (
  candidate_id uuid primary key,
  created_at timestamptz not null,
  state text not null,
  owner_id uuid,
  words tsvector not null,
  papers tsvector not null,
  folded text not null,
  skills integer[] not null,
  skill_years integer[] not null,
  labels uuid[] not null,
  spot point,
  available_from date,
  free datemultirange not null,
  away datemultirange not null,
  employment text[] not null,
  pay_rate_e4 bigint,
  salary_minor bigint,
  currency text,
  credentials uuid[] not null,
  credentials_until date[] not null
);
alter table candidate_search alter column words set statistics 500;
create index candidate_search_words on candidate_search using gin (words);
create index candidate_search_folded on candidate_search using gin (folded gin_trgm_ops);
create index candidate_search_skills on candidate_search using gin (skills);
create index candidate_search_labels on candidate_search using gin (labels);
create index candidate_search_credentials on candidate_search using gin (credentials);
create index candidate_search_spot on candidate_search using gist (spot);
create index candidate_search_newest on candidate_search (created_at desc, candidate_id desc);
create index candidate_search_state on candidate_search (state, created_at desc, candidate_id desc);
create index candidate_search_owner on candidate_search (owner_id, created_at desc, candidate_id desc);

-- What a transaction still has to put in anew at its commit; empty between transactions.
create unlogged table candidate_search_due (
  transaction xid8 not null default pg_current_xact_id(),
  candidate_id uuid not null,
  with_papers boolean not null,
  primary key (transaction, candidate_id)
);
create unlogged table candidate_search_bell (
  transaction xid8 primary key default pg_current_xact_id()
);

-- The words of a text as they are compared: C++ and C# stay what they are.
create function candidate_words(given text) returns text language sql stable parallel safe as $$
  select regexp_replace(
    regexp_replace(
      regexp_replace(search_fold(given), '([[:alnum:]])[+][+]', '\\1plusplus ', 'g'),
      '([[:alnum:]])#', '\\1sharp ', 'g'),
    '[^[:alnum:]]+', ' ', 'g')
$$;

create function candidate_vector(given text, weight "char") returns tsvector
language sql stable parallel safe as $$
  select setweight(to_tsvector('simple', candidate_words(given)), weight)
$$;

-- What somebody typed as one condition: several words in it stand beside each other.
create function candidate_term(given text, weights text, is_prefix boolean) returns tsquery
language sql stable parallel safe as $$
  select coalesce(string_agg(quote_literal(left(token, 200)) || ':'
      || case when is_prefix and place = last_place then '*' else '' end || weights,
    ' <-> ' order by place), '')::tsquery
  from (
    select token, place, max(place) over () as last_place
    from ts_parse('default', candidate_words(given)) with ordinality parsed(kind, token, place)
    where kind <> 12 and trim(token) <> ''
  ) tokens
$$;

create function candidate_phone(digits text) returns tsquery language sql immutable parallel safe as $$
  select ('(' || quote_literal(digits) || ':* | ' || quote_literal(right(digits, 9)) || ':*)')::tsquery
$$;

-- A day that is none is taken for one near it, so that no change of a candidate fails by it.
create function candidate_day(given text) returns date language sql immutable parallel safe as $$
  select case when given ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
    then (left(given, 7) || '-01')::date + (substr(given, 9, 2)::integer - 1) end
$$;

-- Kilometres along the surface of the earth.
create function kilometres(one point, other point) returns double precision
language sql immutable parallel safe as $$
  select 12742 * asin(least(1, sqrt(
    sin(radians(other[1] - one[1]) / 2) ^ 2 + cos(radians(one[1])) * cos(radians(other[1]))
      * sin(radians(other[0] - one[0]) / 2) ^ 2)))
$$;

-- Who may be found: nobody erased, merged or in the bin, and nobody who took back every consent.
create view searchable_candidates as
  select c.id from candidates c
  where c.deleted_at is null and c.state <> 'anonymised'
    and to_jsonb(c) ->> 'merged_into_id' is null
    and not coalesce((select bool_and(consent.withdrawn_at is not null) from consents consent
      where consent.candidate_id = c.id and consent.purpose::text in ('application', 'talent-pool')),
      false);

-- The one place that says by what a candidate is found. The text of papers is read again only for
-- those in papers_of and for those who had no row.
create function candidate_search_refresh(people uuid[], papers_of uuid[]) returns void
language sql as $$
  delete from candidate_search s where s.candidate_id = any(people)
    and not exists (select from searchable_candidates c where c.id = s.candidate_id);
  insert into candidate_search (candidate_id, created_at, state, owner_id, words, papers, folded,
    skills, skill_years, labels, spot, available_from, free, away, employment, pay_rate_e4,
    salary_minor, currency, credentials, credentials_until)
  select c.id, c.created_at, c.state, c.owner_id,
    candidate_vector(concat_ws(' ', c.headline, history.titles), 'A')
      || candidate_vector(concat_ws(' ', said.skills, known.names), 'B')
      || candidate_vector(concat_ws(' ', c.first_name, c.last_name, c.ref, c.email, c.city, c.region,
        c.postcode, history.employers, schools.names), 'C')
      || array_to_tsvector(search_phone(c.phone)) || paper.words,
    paper.words,
    left(search_fold(concat_ws(' ', c.first_name, c.last_name)), 200),
    coalesce(known.numbers, '{}'), coalesce(known.years, '{}'), coalesce(tags.ids, '{}'),
    case when c.latitude is not null and c.longitude is not null
      then point(c.longitude::float8, c.latitude::float8) end,
    candidate_day(c.available_on),
    coalesce(times.free, '{}'), coalesce(times.away, '{}'), coalesce(wish.kinds, '{}'),
    round(c.desired_pay_rate_e4)::bigint, round(c.desired_salary_minor)::bigint, c.currency,
    coalesce(papers_held.types, '{}'), coalesce(papers_held.until, '{}')
  from candidates c
  join searchable_candidates searchable on searchable.id = c.id
  left join candidate_search old on old.candidate_id = c.id
  cross join lateral (
    select case when old.candidate_id is not null and not c.id = any(papers_of) then old.papers
      else coalesce((
        select candidate_vector(string_agg(left(d.text, 100000), ' ' order by d.created_at desc, d.id),
          'D')
        from (select * from documents d
          where d.candidate_id = c.id and d.kind::text = 'cv' and d.text is not null
            and d.scan_status::text in ('clean', 'not-scanned')
          order by d.created_at desc, d.id limit 2) d), ''::tsvector) end as words
  ) paper
  left join lateral (
    select string_agg(t.text, ' ' order by t."order") as skills from candidates_texts t
    where t.parent_id = c.id and t.path = 'skills'
  ) said on true
  left join lateral (
    select array_agg(number order by number) as numbers, array_agg(years order by number) as years,
      string_agg(name, ' ' order by number) as names
    from (
      select k.number::integer as number, k.name, coalesce(max(e.years), -1)::integer as years
      from skills k join (
        select e.skill_id, e.years from candidates_expertise e where e._parent_id = c.id
        union all
        select named.id, null from skills named
          join candidates_texts t on t.parent_id = c.id and t.path = 'skills' and t.text = named.name
      ) e on e.skill_id = k.id
      where k.number is not null group by k.id
    ) skill
  ) known on true
  left join lateral (
    select string_agg(h.title, ' ' order by h._order) as titles,
      string_agg(concat_ws(' ', h.employer, h.place), ' ' order by h._order) as employers
    from candidates_work_history h where h._parent_id = c.id
  ) history on true
  left join lateral (
    select string_agg(concat_ws(' ', s.institution, s.degree, s.subject), ' ' order by s._order) as names
    from candidates_education s where s._parent_id = c.id
  ) schools on true
  left join lateral (
    select array_agg(r.labels_id order by r.labels_id) as ids from candidates_rels r
    where r.parent_id = c.id and r.path = 'labels' and r.labels_id is not null
  ) tags on true
  left join lateral (
    select range_agg(span) filter (where kind = 'available') as free,
      range_agg(span) filter (where kind = 'unavailable') as away
    from (
      select a.kind::text as kind, daterange(candidate_day(a."from"),
        greatest(candidate_day(a."from"), candidate_day(a."to")) + 1) as span
      from candidates_availability a
      where a._parent_id = c.id and candidate_day(a."from") is not null and a."to" is not null
      union all
      select a.kind::text, daterange(candidate_day(a."from"), null)
      from candidates_availability a
      where a._parent_id = c.id and candidate_day(a."from") is not null and a."to" is null
    ) spans
  ) times on true
  left join lateral (
    select array_agg(distinct w.value::text order by w.value::text) as kinds
    from candidates_employment_types w where w.parent_id = c.id and w.value is not null
  ) wish on true
  left join lateral (
    select array_agg(type_id order by type_id) as types, array_agg(until order by type_id) as until
    from (
      select held.type_id, max(coalesce(candidate_day(held.expires_on), 'infinity'::date)) as until
      from credentials held
      where held.candidate_id = c.id and held.state in ('verified', 'waived') group by held.type_id
    ) held
  ) papers_held on true
  where c.id = any(people)
  on conflict (candidate_id) do update set
    created_at = excluded.created_at, state = excluded.state, owner_id = excluded.owner_id,
    words = excluded.words, papers = excluded.papers, folded = excluded.folded,
    skills = excluded.skills, skill_years = excluded.skill_years, labels = excluded.labels,
    spot = excluded.spot, available_from = excluded.available_from, free = excluded.free,
    away = excluded.away, employment = excluded.employment, pay_rate_e4 = excluded.pay_rate_e4,
    salary_minor = excluded.salary_minor, currency = excluded.currency,
    credentials = excluded.credentials, credentials_until = excluded.credentials_until
$$;

create function candidate_search_settle() returns trigger language plpgsql as $$
declare
  ids uuid[];
  papers_of uuid[];
begin
  delete from candidate_search_bell where transaction = new.transaction;
  with settled as (
    delete from candidate_search_due where transaction = new.transaction
    returning candidate_id, with_papers)
  select array_agg(candidate_id order by candidate_id),
    coalesce(array_agg(candidate_id) filter (where with_papers), '{}') into ids, papers_of
  from settled;
  -- Whoever changes another part of the same candidate waits, and then sees what was changed here.
  perform from candidates where id = any(ids) order by id for no key update;
  perform candidate_search_refresh(ids, papers_of);
  return null;
end $$;

create constraint trigger candidate_search_settled after insert on candidate_search_bell
  deferrable initially deferred for each row execute function candidate_search_settle();

-- Notes whose rows a statement has changed: the column that names the candidate, and whether papers
-- were changed.
create function candidate_search_note() returns trigger language plpgsql as $$
declare
  noted integer;
begin
  execute format('insert into candidate_search_due (candidate_id, with_papers)
    select distinct of, %L::boolean from (%s) changed_rows where of is not null
    on conflict (transaction, candidate_id)
      do update set with_papers = candidate_search_due.with_papers or excluded.with_papers',
    tg_argv[1], case tg_op
      when 'UPDATE' then format('select %1$I as of from before union select %1$I from changed', tg_argv[0])
      else format('select %I as of from changed', tg_argv[0]) end);
  get diagnostics noted = row_count;
  if noted > 0 then
    insert into candidate_search_bell default values on conflict do nothing;
  end if;
  return null;
end $$;

${followed
  .flatMap(([table, column, papers]) =>
    (['insert', 'update', 'delete'] as const).map(
      (event) => `create trigger ${table}_found_by_${event} after ${event} on ${table}
  referencing ${seen[event]} for each statement
  execute function candidate_search_note('${column}', '${papers}');`,
    ),
  )
  .join('\n')}

-- A skill of the list that changes its name is another word for everybody who has it.
create function candidate_search_renamed() returns trigger language plpgsql as $$
begin
  insert into candidate_search_due (candidate_id, with_papers)
    select distinct e._parent_id, false from changed
    join before on before.id = changed.id
    join candidates_expertise e on e.skill_id = changed.id
    where (before.name, before.number) is distinct from (changed.name, changed.number)
    on conflict do nothing;
  if found then
    insert into candidate_search_bell default values on conflict do nothing;
  end if;
  return null;
end $$;
create trigger skills_found_by_update after update on skills
  referencing old table as before new table as changed for each statement
  execute function candidate_search_renamed();

-- Typing mistakes in names: words alike. In a function, because the measure is a setting.
create function candidate_search_alike(given text, most integer) returns table (candidate_id uuid)
language sql stable set pg_trgm.word_similarity_threshold = '0.45' as $$
  select s.candidate_id from candidate_search s
  where search_fold(given) <% s.folded
  order by word_similarity(search_fold(given), s.folded) desc, s.candidate_id limit most
$$;
`),
  )
}

const seen = {
  insert: 'new table as changed',
  update: 'old table as before new table as changed',
  delete: 'old table as changed',
} as const

/** Whose rows say something of a candidate, and by which column. */
const followed = [
  ['candidates', 'id', 'false'],
  ['candidates_texts', 'parent_id', 'false'],
  ['candidates_rels', 'parent_id', 'false'],
  ['candidates_expertise', '_parent_id', 'false'],
  ['candidates_work_history', '_parent_id', 'false'],
  ['candidates_education', '_parent_id', 'false'],
  ['candidates_availability', '_parent_id', 'false'],
  ['candidates_employment_types', 'parent_id', 'false'],
  ['credentials', 'candidate_id', 'false'],
  ['consents', 'candidate_id', 'false'],
  ['documents', 'candidate_id', 'true'],
] as const

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop function candidate_search_alike;
drop trigger skills_found_by_update on skills;
drop function candidate_search_renamed;
${followed
  .flatMap(([table]) =>
    ['insert', 'update', 'delete'].map((event) => `drop trigger ${table}_found_by_${event} on ${table};`),
  )
  .join('\n')}
drop function candidate_search_note;
drop trigger candidate_search_settled on candidate_search_bell;
drop function candidate_search_settle;
drop function candidate_search_refresh;
drop view searchable_candidates;
drop function kilometres;
drop function candidate_day;
drop function candidate_phone;
drop function candidate_term;
drop function candidate_vector;
drop function candidate_words;
drop table candidate_search_bell;
drop table candidate_search_due;
drop table candidate_search;
`),
  )
}

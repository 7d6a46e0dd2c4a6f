import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * What a merge has written, for its undo; pairs that look like one person, and under which words people
 * are compared; a merged record is found no more; and lines of pay follow a person who had two records.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(`
create table candidate_merge_moves (
  id uuid primary key default uuid_v7(),
  merge_id uuid not null references candidate_merges (id) on delete cascade,
  table_name text not null,
  column_name text not null,
  row_id text not null,
  before jsonb,
  after jsonb
);
create index candidate_merge_moves_of_merge on candidate_merge_moves (merge_id, table_name, column_name);

create table candidate_duplicate_keys (
  candidate_id uuid primary key references candidates (id) on delete cascade,
  keys text[] not null,
  changed_at timestamptz not null
);
create index candidate_duplicate_keys_alike on candidate_duplicate_keys using gin (keys);

create table candidate_duplicates (
  id uuid primary key default uuid_v7(),
  one_id uuid not null references candidates (id) on delete cascade,
  other_id uuid not null references candidates (id) on delete cascade,
  score integer not null,
  reasons text[] not null,
  found_at timestamptz not null default now(),
  dismissed_at timestamptz,
  dismissed_by_name text,
  constraint candidate_duplicates_in_order check (one_id < other_id),
  constraint candidate_duplicates_once unique (one_id, other_id)
);
create index candidate_duplicates_of_other on candidate_duplicates (other_id);
create index candidate_duplicates_open on candidate_duplicates (score desc, id)
  where dismissed_at is null;

-- A line belongs to the person: it goes along when two records of the person become one, and back.
create or replace function refuse_line_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'candidate_id' = to_jsonb(old) - 'candidate_id'
    and exists (select from candidate_merges m
      where (m.kept_id, m.merged_id) in
        ((new.candidate_id, old.candidate_id), (old.candidate_id, new.candidate_id))) then
    return new;
  end if;
  raise exception '% is only added to: post a reversal', tg_table_name using errcode = '23514';
end $$;

${rewrittenSearch({ from: whenTrashed, to: whenTrashedOrMerged })}
drop trigger candidates_searched on candidates;
create trigger candidates_searched after insert or delete
  or update of ${searchedColumns}, merged_into_id on candidates
  for each row execute function search_follow('candidate');
`),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(`
drop trigger candidates_searched on candidates;
create trigger candidates_searched after insert or delete or update of ${searchedColumns} on candidates
  for each row execute function search_follow('candidate');
${rewrittenSearch({ from: whenTrashedOrMerged, to: whenTrashed })}
create or replace function refuse_line_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to: post a reversal', tg_table_name using errcode = '23514';
end $$;
drop table candidate_duplicates, candidate_duplicate_keys, candidate_merge_moves;
`),
  )
}

const searchedColumns = 'first_name, last_name, ref, email, phone, city, headline, deleted_at'

const whenTrashed = `if r ->> 'deleted_at' is not null then`
const whenTrashedOrMerged = `if r ->> 'deleted_at' is not null or r ->> 'merged_into_id' is not null then`

function rewrittenSearch({ from, to }: { from: string; to: string }): string {
  return `do $rewrite$
declare
  definition text := pg_get_functiondef('search_put_row(text, jsonb)'::regprocedure);
begin
  if position($part$${from}$part$ in definition) = 0 then
    raise exception 'search_put_row is not as it was delivered';
  end if;
  execute replace(definition, $part$${from}$part$, $part$${to}$part$);
end $rewrite$;`
}

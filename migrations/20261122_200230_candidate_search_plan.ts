import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

/**
 * A candidate is put into the search by the keys of their rows, whatever the planner believes of how
 * many there are: on tables that grew since they were last analysed it read all candidates for one.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(
    sql.raw(rewritten({ from: [joined, anyOf], to: [plain, andSearchable], settings: 'set' })),
  )
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(
    sql.raw(rewritten({ from: [plain, andSearchable], to: [joined, anyOf], settings: 'reset' })),
  )
}

const joined = `from candidates c
  join searchable_candidates searchable on searchable.id = c.id
  left join candidate_search old`
const plain = `from candidates c
  left join candidate_search old`
const anyOf = `where c.id = any(people)
  on conflict`
const andSearchable = `where c.id = any(people)
    and (select true from searchable_candidates searchable where searchable.id = c.id)
  on conflict`

const rewritten = ({
  from,
  to,
  settings,
}: {
  from: readonly string[]
  to: readonly string[]
  settings: 'set' | 'reset'
}): string => `
do $rewrite$
declare
  definition text := pg_get_functiondef('candidate_search_refresh(uuid[], uuid[])'::regprocedure);
begin
${from
  .map(
    (part, at) => `  if position($part$${part}$part$ in definition) = 0 then
    raise exception 'candidate_search_refresh is not as it was delivered';
  end if;
  definition := replace(definition, $part$${part}$part$, $part$${to[at] ?? ''}$part$);`,
  )
  .join('\n')}
  execute definition;
end $rewrite$;
${['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']
  .map(
    (name) => `alter function candidate_search_refresh(uuid[], uuid[]) ${
      settings === 'set' ? `set ${name} = off` : `reset ${name}`
    };`,
  )
  .join('\n')}
-- What was typed is made a condition once and not for each row; rules of accents do not change by themselves.
alter function candidate_term(text, text, boolean) ${settings === 'set' ? 'immutable' : 'stable'};
`

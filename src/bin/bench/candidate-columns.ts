const listOf = (table: string, fields: string): string =>
  `coalesce((select json_agg(json_build_object(${fields}) order by item._order)
    from candidates_${table} item where item._parent_id = candidates.id), '[]') as ${table}`

/** A candidate as one row: every column, and what stands in tables of its own as lists. */
export const candidateColumns = [
  'candidates.*',
  `array(select text from candidates_texts
    where parent_id = candidates.id and path = 'skills' order by "order") as skills`,
  `array(select labels_id from candidates_rels
    where parent_id = candidates.id and path = 'labels' order by "order") as labels`,
  `array(select value::text from candidates_employment_types
    where parent_id = candidates.id order by "order") as employment_types`,
  listOf('languages', `'id', id, 'language', language, 'level', level`),
  listOf(
    'expertise',
    `'id', id, 'skill', skill_id, 'years', years, 'lastUsedYear', last_used_year`,
  ),
  listOf(
    'work_history',
    `'id', id, 'title', title, 'employer', employer, 'place', place, 'startedIn', started_in,
    'endedIn', ended_in, 'description', description`,
  ),
  listOf(
    'education',
    `'id', id, 'institution', institution, 'degree', degree, 'subject', subject, 'endedIn', ended_in`,
  ),
  listOf('availability', `'id', id, 'kind', kind, 'from', "from", 'to', "to", 'note', note`),
].join(', ')

/** A candidate as one row: every column, and the skills as a list. */
export const candidateColumns = `candidates.*, array(
  select text from candidates_texts
  where parent_id = candidates.id and path = 'skills' order by "order") as skills`

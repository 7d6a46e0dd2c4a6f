/** A candidate as one row: every column, and the skills and labels as lists. */
export const candidateColumns = `candidates.*, array(
  select text from candidates_texts
  where parent_id = candidates.id and path = 'skills' order by "order") as skills, array(
  select labels_id from candidates_rels
  where parent_id = candidates.id and path = 'labels' order by "order") as labels`

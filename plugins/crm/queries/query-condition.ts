import type { Query, QueryField } from '../domain/search/query'

/**
 * A query as an SQL expression of type tsquery. What was typed goes into values only; the expression
 * is made of operators and calls with their places.
 */
export const conditionOf = ({
  query,
  bind,
}: {
  query: Query
  bind: (value: unknown) => string
}): string => {
  switch (query.kind) {
    case 'word':
      return `candidate_term(${bind(query.text)}::text, ${bind(weightsOf[query.field])}::text, ${bind(query.isPrefix)}::boolean)`
    case 'phrase':
      return `candidate_term(${bind(query.text)}::text, ${bind(weightsOf[query.field])}::text, false)`
    case 'phone':
      return `candidate_phone(${bind(query.digits)}::text)`
    case 'not':
      return `!!(${conditionOf({ query: query.of, bind })})`
    case 'and':
    case 'or':
      return `(${query.parts
        .map((part) => conditionOf({ query: part, bind }))
        .join(query.kind === 'and' ? ' && ' : ' || ')})`
  }
}

/** How `candidate_search_refresh` weighs: headline and titles, skills, names and places, papers. */
const weightsOf: Readonly<Record<QueryField, string>> = {
  any: '',
  title: 'A',
  skill: 'B',
  name: 'C',
}

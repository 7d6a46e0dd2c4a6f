/** A condition on a list: field, operator of the admin's filter, value. */
export type ListCondition = { field: string; is: ListOperator; value: string | readonly string[] }

export type ListOperator =
  | 'equals'
  | 'in'
  | 'exists'
  | 'less_than'
  | 'less_than_equal'
  | 'greater_than_equal'

/** The address of a list that shows exactly the records that a figure counts. */
export const listLink = ({
  collection,
  where = [],
}: {
  collection: string
  where?: readonly ListCondition[]
}): string => {
  const query = new URLSearchParams()
  for (const [at, { field, is, value }] of where.entries())
    query.set(
      `where[or][0][and][${at}][${field}][${is}]`,
      typeof value === 'string' ? value : value.join(','),
    )
  const text = query.toString()
  return `/admin/collections/${collection}${text ? `?${text}` : ''}`
}

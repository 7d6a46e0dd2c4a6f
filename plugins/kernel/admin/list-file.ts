import type { ListQuery } from 'payload'

/**
 * Where the file of a list is fetched: what the list shows, all pages of it.
 *
 * @param own the conditions on own fields as they stand in the address of the list
 */
export const fileOf = ({
  collection,
  query,
  own,
  format,
}: {
  collection: string
  query: ListQuery | undefined
  own: string | null
  format: 'csv' | 'xlsx'
}): string => {
  const asked = new URLSearchParams({ format })
  if (own) asked.set('own', own)
  if (query?.search) asked.set('search', query.search)
  if (query?.where) asked.set('where', JSON.stringify(query.where))
  if (typeof query?.sort === 'string') asked.set('sort', query.sort)
  return `/api/export/${collection}?${asked}`
}

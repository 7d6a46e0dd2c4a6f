import { filterFrom, type CandidateFilter } from './search/filter'
import { parseQuery, type Query } from './search/query'

export type PoolSearch = { text: string; query: Query | null; filter: CandidateFilter }

/** What stands behind the `?` of a search's address, without what belongs to a page or an order of hits. */
export const searchOfAddress = (address: string): string => {
  const trimmed = address.trim()
  const from = trimmed.indexOf('?')
  const params = new URLSearchParams(from === -1 ? trimmed : trimmed.slice(from + 1))
  for (const name of ['after', 'sort']) params.delete(name)
  for (const [name, value] of Array.from(params))
    if (value.trim() === '') params.delete(name, value)
  return params.toString()
}

/** The search of a pool; null when it cannot be read, or looks for nothing in particular. */
export const poolSearch = (address: string): PoolSearch | null => {
  const params = new URLSearchParams(searchOfAddress(address))
  if ([...params].length === 0) return null
  const parsed = parseQuery(params.get('q') ?? '')
  const read = filterFrom(params)
  if (!parsed.ok || !read.ok) return null
  return { text: params.get('q') ?? '', query: parsed.query, filter: read.filter }
}

/** For the field that holds it: what is wrong and what to do. */
export const judgePoolSearch = (value: unknown): true | string => {
  if (value === null || value === undefined || value === '') return true
  if (typeof value !== 'string') return 'Paste the address of a search.'
  const params = new URLSearchParams(searchOfAddress(value))
  if ([...params].length === 0)
    return 'This looks for everybody. Search under “Find candidates” and paste the address here.'
  const parsed = parseQuery(params.get('q') ?? '')
  if (!parsed.ok) return parsed.problem.message
  const read = filterFrom(params)
  if (!read.ok) return Object.values(read.fields).join(' ')
  return true
}

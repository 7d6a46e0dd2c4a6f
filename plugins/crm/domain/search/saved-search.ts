import { filterFrom } from './filter'
import { parseQuery } from './query'

export const sharings = {
  mine: 'Only me',
  role: 'Colleagues of a role',
  all: 'All who may see candidates',
} as const

export type Sharing = keyof typeof sharings

export const longestSearch = 4_000

/**
 * What an address searches for, in one form: without pages, empty fields and what is no part of a
 * search, in one order. Null when it asks for nothing, or cannot be understood.
 */
export const canonicalSearch = (address: string): string | null => {
  const given = new URLSearchParams(address)
  const query = parseQuery(given.get('q') ?? '')
  const read = filterFrom(given)
  if (!query.ok || !read.ok) return null
  const kept = new URLSearchParams()
  const text = (given.get('q') ?? '').trim()
  if (text !== '') kept.append('q', text)
  for (const name of Object.keys(read.filter).sort())
    for (const value of new Set(given.getAll(name))) if (value !== '') kept.append(name, value)
  // A unit or an order alone looks for nobody.
  const asks = [...kept.keys()].some(
    (name) => !['unit', 'within', 'sort', 'currency'].includes(name),
  )
  const canonical = kept.toString()
  return asks && canonical.length <= longestSearch ? canonical : null
}

import { ValidationError, type CollectionBeforeChangeHook } from 'payload'

import { idOf } from '../domain/relation'
import { poolSearch } from '../queries/pool-search'
import { reachableSearch } from '../queries/saved-searches'

/**
 * A pool is filled by a saved search that whoever chooses it may open and that can be run; another one
 * looks through everybody again.
 */
export const guardPoolSearch: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (data.savedSearch === undefined) return data
  const id = idOf(data.savedSearch)
  if (id === idOf(originalDoc?.savedSearch)) return data
  data.checkedAt = null
  if (id === null) return data
  const kept = await reachableSearch({ req, id })
  const found = kept
    ? await poolSearch({
        req,
        search: kept.search,
        ownerId: idOf(data.owner ?? originalDoc?.owner),
      })
    : { ok: false as const, problem: 'This saved search is gone. Choose another.' }
  if (found.ok) return data
  throw new ValidationError({
    collection: 'talent-pools',
    errors: [{ path: 'savedSearch', message: found.problem }],
  })
}

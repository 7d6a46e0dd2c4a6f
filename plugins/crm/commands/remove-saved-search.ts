import { z } from 'zod'

import { defineCommand, lockRecord, sqlOf, wholeNumber } from '#plugins/kernel'
import { ok, refuseMissing, refuseRight, refuseState } from '#plugins/kernel/domain'
import { mayChangeSearch } from '../access/saved-searches'
import { idOf } from '../domain/relation'
import { isSearchInReach } from '../queries/saved-searches'

/** Takes a saved search away, also from those it was shared with. */
export const removeSavedSearch = defineCommand({
  name: 'remove-saved-search',
  summary: 'Take a saved search away, also from those it is shared with',
  input: z.object({ savedSearchId: z.uuid('Choose a saved search.') }),
  allow: { staff: 'candidates.read' },
  run: async ({ input: { savedSearchId: id }, ctx: { req, actor, payload } }) => {
    if (!(await isSearchInReach({ req, id }))) return refuseMissing('saved search')
    const known = await lockRecord({ req, collection: 'saved-searches', id })
    if (!known) return refuseMissing('saved search')
    if (!mayChangeSearch({ actor, ownerId: idOf(known.owner) }))
      return refuseRight('Only its owner takes it away.')
    const pools = await sqlOf(req).first({
      schema: z.object({ count: wholeNumber }),
      text: 'select count(*) from talent_pools where saved_search_id = $1',
      values: [id],
    })
    if (pools && pools.count > 0)
      return refuseState({
        code: 'fills-pools',
        message: `${pools.count === 1 ? 'A talent pool is' : `${pools.count} talent pools are`} filled by it. Choose another search there first, or none.`,
      })
    await payload.delete({ collection: 'saved-searches', id, req, overrideAccess: true, depth: 0 })
    return ok({})
  },
})

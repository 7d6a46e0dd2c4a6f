import { z } from 'zod'

import { defineCommand, lockRecord, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseRight } from '#plugins/kernel/domain'
import { mayChangeSearch } from '../access/saved-searches'
import { idOf } from '../domain/relation'
import {
  searchAddress,
  searchName,
  searchRole,
  searchSharing,
} from '../domain/search/saved-search-input'
import { judgeName, judgeSharing } from '../queries/judge-saved-search'
import { isSearchInReach } from '../queries/saved-searches'

/** Gives a saved search another name, other readers or other words. */
export const changeSavedSearch = defineCommand({
  name: 'change-saved-search',
  summary: 'Rename a saved search, share it, or keep another search under its name',
  input: z.object({
    savedSearchId: z.uuid('Choose a saved search.'),
    name: searchName.optional(),
    search: searchAddress.optional(),
    sharing: searchSharing.optional(),
    roleId: searchRole,
  }),
  allow: { staff: 'candidates.read' },
  run: async ({ input, ctx: { req, actor, payload } }) => {
    const { savedSearchId: id } = input
    if (!(await isSearchInReach({ req, id }))) return refuseMissing('saved search')
    const known = await lockRecord({ req, collection: 'saved-searches', id })
    if (!known) return refuseMissing('saved search')
    const ownerId = idOf(known.owner)
    if (!mayChangeSearch({ actor, ownerId }))
      return refuseRight('Only its owner changes it. Save the search under a name of your own.')
    const named = await judgeName({ req, ownerId, name: input.name ?? known.name, exceptId: id })
    if (!named.ok) return named
    const shared = await judgeSharing({
      req,
      sharing: input.sharing ?? known.sharing,
      roleId: input.roleId ?? idOf(known.role),
    })
    if (!shared.ok) return shared
    await payload.update({
      collection: 'saved-searches',
      id,
      data: {
        ...named.value,
        ...shared.value,
        ...(input.search === undefined ? {} : { search: input.search }),
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    // Pools that it fills look through everybody again, and whom they find at once is no news.
    if (input.search !== undefined && input.search !== known.search)
      await sqlOf(req).run({
        text: 'update talent_pools set checked_at = null where saved_search_id = $1',
        values: [id],
      })
    return ok({ savedSearchId: id })
  },
})

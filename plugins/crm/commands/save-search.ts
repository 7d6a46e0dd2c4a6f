import { z } from 'zod'

import { defineCommand } from '#plugins/kernel'
import { ok, refuseRight } from '#plugins/kernel/domain'
import {
  searchAddress,
  searchName,
  searchRole,
  searchSharing,
} from '../domain/search/saved-search-input'
import { judgeName, judgeSharing } from '../queries/judge-saved-search'

/** Keeps what somebody searches for under a name. */
export const saveSearch = defineCommand({
  name: 'save-search',
  summary: 'Keep a search for candidates under a name, for oneself or for colleagues',
  input: z.object({
    name: searchName,
    search: searchAddress,
    sharing: searchSharing.default('mine'),
    roleId: searchRole,
  }),
  example: { name: 'Nurses near Reading', search: 'q=nurse&place=Reading%2C+GB' },
  allow: { staff: 'candidates.read' },
  run: async ({ input, ctx: { req, actor, payload } }) => {
    if (actor.kind !== 'staff') return refuseRight('A search belongs to a colleague.')
    const named = await judgeName({ req, ownerId: actor.id, name: input.name, exceptId: null })
    if (!named.ok) return named
    const shared = await judgeSharing({
      req,
      sharing: input.sharing,
      roleId: input.roleId ?? null,
    })
    if (!shared.ok) return shared
    const made = await payload.create({
      collection: 'saved-searches',
      data: { ...named.value, ...shared.value, search: input.search, owner: actor.id },
      req,
      overrideAccess: true,
      depth: 0,
    })
    return ok({ savedSearchId: made.id, address: `?${input.search}&saved=${made.id}` })
  },
})

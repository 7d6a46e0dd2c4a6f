import { z } from 'zod'

import { defineCommand, sqlOf } from '#plugins/kernel'
import { ok, refuseMissing, refuseRight } from '#plugins/kernel/domain'
import { isSearchInReach } from '../queries/saved-searches'

/** Which search “Find candidates” opens with, for oneself alone. */
export const showSearchFirst = defineCommand({
  name: 'show-search-first',
  summary: 'Have Find candidates open with a saved search, or with none',
  input: z.object({
    /** None when left out. */
    savedSearchId: z.uuid('Choose a saved search.').nullish(),
  }),
  allow: { staff: 'candidates.read' },
  run: async ({ input: { savedSearchId }, ctx: { req, actor } }) => {
    if (actor.kind !== 'staff') return refuseRight('This is a choice of a colleague.')
    const id = savedSearchId ?? null
    if (id !== null && !(await isSearchInReach({ req, id }))) return refuseMissing('saved search')
    const sql = sqlOf(req)
    await sql.run({
      text: `delete from saved_searches_rels where path = 'firstOf' and users_id = $1::uuid`,
      values: [actor.id],
    })
    if (id !== null)
      await sql.run({
        text: `insert into saved_searches_rels ("order", parent_id, path, users_id)
          values (1, $1::uuid, 'firstOf', $2::uuid)`,
        values: [id, actor.id],
      })
    return ok({})
  },
})

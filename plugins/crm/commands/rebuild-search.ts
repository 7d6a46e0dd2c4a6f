import { z } from 'zod'

import { defineCommand, publish, sqlOf } from '#plugins/kernel'
import { installation, ok } from '#plugins/kernel/domain'

/** Has every candidate put into the search anew, with the words of their papers. */
export const rebuildSearch = defineCommand({
  name: 'rebuild-search',
  summary: 'Put every candidate into the search anew, where something looks wrong there',
  input: z.object({}),
  allow: { staff: 'settings.write' },
  run: async ({ ctx: { req } }) => {
    await sqlOf(req).run({ text: 'select candidate_search_ask_rebuild(true)' })
    await publish({
      req,
      event: {
        name: 'search.rebuild-asked',
        subject: installation,
        changes: {},
      },
    })
    return ok({})
  },
})

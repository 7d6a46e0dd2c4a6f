import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { sqlOf } from '#plugins/kernel'

/** Whether the search is being rebuilt, or will be within the minute. */
export const isSearchRebuilt = async (req: PayloadRequest): Promise<boolean> =>
  (await sqlOf(req).first({
    schema: z.object({ is_one: z.boolean() }),
    text: 'select is_one from candidate_search_rebuild',
  })) !== null

import { z } from 'zod'

import { defineJob, moveRecord } from '#plugins/kernel'

/** Says of keys that ran out that they did. They stopped working at that moment by themselves. */
export const expireApiKeysJob = defineJob({
  name: 'expire-api-keys',
  input: z.object({}),
  leaseSeconds: 120,
  retryLimit: 2,
  retryDelaySeconds: 60,
  cron: '*/10 * * * *',
  run: async ({ attempt }) => {
    await attempt.transaction(async ({ req, sql }) => {
      const due = await sql.rows({
        schema: z.object({ id: z.string() }),
        text: `select id from api_keys where state = 'active' and expires_at <= now()
          order by expires_at limit 200`,
      })
      for (const { id } of due)
        await moveRecord({ req, collection: 'api-keys', id, to: 'expired', what: 'API key' })
    })
  },
})

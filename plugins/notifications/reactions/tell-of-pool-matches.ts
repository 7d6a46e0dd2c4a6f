import { z } from 'zod'

import { defineReaction } from '#plugins/kernel'
import { tellColleague } from '../commands/tell-colleague'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { staffReader } from '../queries/readers'

const name = 'tell-of-pool-matches'

const changes = z.object({ found: z.tuple([z.null(), z.number().int().positive()]) })

/** The owner of a pool hears that its search found somebody new, unless they asked not to. */
export const tellOfPoolMatches = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['talent-pool.matched'],
    run: async ({ req, event }) => {
      const pool = await readRecord({ req, collection: 'talent-pools', id: event.subject.id })
      if (!pool?.isAlerting) return
      const to = await staffReader({ req, id: pool.owner })
      if (!to) return
      const read = changes.safeParse(event.changes)
      const count = read.success ? read.data.found[1] : 1
      await tellColleague({
        req,
        cause: `${name}:${event.id}`,
        agencyName,
        event,
        kind: 'pool',
        to,
        leadsTo: event.subject,
        letter: {
          subject: `New in the talent pool “${pool.name}”`,
          blocks: [
            {
              kind: 'text',
              text:
                count === 1
                  ? `Somebody new matches the search of your talent pool “${pool.name}”.`
                  : `${count} people newly match the search of your talent pool “${pool.name}”.`,
            },
            { kind: 'action', label: 'Open the pool', link: 0 },
          ],
          links: [
            { kind: 'page', url: `${adminUrl}/admin/collections/talent-pools/${pool.id}/members` },
          ],
          about: event.subject,
        },
      })
    },
  })

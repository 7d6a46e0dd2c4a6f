import { z } from 'zod'

import type { Happening, Story } from './story'

/** What recruiters look for again and again: shared with all, and for oneself. */
export const savedSearches = (story: Story): Happening[] => [
  {
    daysAgo: 5,
    time: '11:15',
    play: async () => {
      const kept = [
        {
          key: 'nurses',
          as: 'maya',
          input: {
            name: 'Nurses near Manhattan',
            search: 'q=nurse&place=New+York%2C+NY%2C+US&within=25&unit=mi&sort=distance',
            sharing: 'all',
          },
        },
        {
          key: 'call-again',
          as: 'maya',
          input: { name: 'To call again', search: 'contact=not:30&sort=contact' },
        },
        {
          key: 'engineers',
          as: 'siobhan',
          input: {
            name: 'London engineers',
            search: 'q=engineer+OR+technician&place=London%2C+GB&within=20&unit=mi',
            sharing: 'all',
          },
        },
      ]
      for (const { key, as, input } of kept) {
        const { savedSearchId } = await story.staff({
          as,
          command: 'save-search',
          input,
          result: z.object({ savedSearchId: z.string() }),
        })
        story.ids.keep(`saved-search:${key}`, savedSearchId)
      }
    },
  },
]

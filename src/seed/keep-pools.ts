import type { Happening, Story } from './story'

/** Two pools: one picked by hand, one that a search fills once the product runs. */
export const keptPools = (story: Story): Happening[] => [
  {
    daysAgo: 4,
    time: '17:05',
    play: async () => {
      const [picked] = await makePools(story)
      await story.staff({
        as: 'diego',
        command: 'add-to-pool',
        input: {
          poolId: picked,
          candidateIds: ['ji-woo-park', 'veronica-salas', 'hrvoje-simic'].map((key) =>
            story.ids.of(`candidate:${key}`),
          ),
        },
      })
    },
  },
]

const makePools = async (story: Story): Promise<string[]> =>
  await story.system(async (req) => {
    const made: string[] = []
    for (const data of [
      {
        name: 'Forklift, weekends',
        description: 'Reach truck and counterbalance, glad of a Saturday.',
        owner: story.ids.of('staff:diego'),
      },
      {
        name: 'Nurses around Manhattan',
        description: 'For the night shifts that come every autumn.',
        savedSearch: story.ids.of('saved-search:nurses'),
        owner: story.ids.of('staff:maya'),
      },
    ]) {
      const pool = await req.payload.create({
        collection: 'talent-pools',
        data: { ...data, isShared: true, isAlerting: true },
        req,
        overrideAccess: true,
        depth: 0,
      })
      made.push(pool.id)
    }
    return made
  })

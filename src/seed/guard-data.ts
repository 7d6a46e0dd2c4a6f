import { settleKeeping } from '#plugins/crm'
import { databaseNow } from '#plugins/kernel'
import { addDays } from '#plugins/kernel/domain'
import type { Happening, Story } from './story'

/**
 * Somebody whose data must not be erased, somebody who asked for a copy of hers, and somebody who agreed
 * almost two years ago and is asked whether he stays.
 */
export const guardedData = (story: Story): Happening[] => [
  {
    daysAgo: 5,
    time: '16:20',
    play: async () => {
      await story.staff({
        as: 'helen',
        command: 'place-legal-hold',
        input: {
          candidateId: story.ids.of('candidate:amara-nwosu'),
          reason: 'A claim about the hours of one night, case 26-1184.',
        },
      })
    },
  },
  {
    daysAgo: 2,
    time: '11:10',
    play: async () => {
      await story.staff({
        as: 'helen',
        command: 'send-data-archive',
        input: { candidateId: story.ids.of('candidate:hannah-lindqvist') },
      })
    },
  },
  {
    daysAgo: 1,
    time: '09:40',
    play: async () => await askToStay({ story, candidate: 'ji-woo-park' }),
  },
]

/** Of the two years that a consent holds so many days are left. */
const daysLeft = 20

const askToStay = async ({
  story,
  candidate,
}: {
  story: Story
  candidate: string
}): Promise<void> =>
  await story.system(async (req) => {
    const id = story.ids.of(`candidate:${candidate}`)
    const today = (await databaseNow(req)).slice(0, 10)
    await req.payload.create({
      collection: 'consents',
      data: {
        candidate: id,
        purpose: 'talent-pool',
        text: 'I agree that you keep my profile and tell me of other jobs for two years.',
        textVersion: '2024-11',
        channel: 'paper',
        givenAt: `${addDays({ day: today, days: daysLeft - 730 })}T15:00:00.000Z`,
      },
      req,
      overrideAccess: true,
      depth: 0,
    })
    await settleKeeping({ req, ids: [id], mayAsk: true })
  })

import type { Happening, Story } from './story'

/** Somebody whose data must not be erased, and somebody who asked for a copy of hers. */
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
]

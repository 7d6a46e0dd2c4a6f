import { staff } from './data/staff'
import type { Happening, Story } from './story'

/** What colleagues wrote to each other about people, clients and orders, and the calls they logged. */
export const writtenNotes = (story: Story): Happening[] => {
  const about = (kind: string, name: string) => ({ kind, id: story.ids.of(name) })
  const colleague = (key: string) => story.ids.of(`staff:${key}`)
  const note = async (as: string, input: object) =>
    await story.staff({ as, command: 'add-note', input })
  const call = async (as: string, input: object) =>
    await story.staff({ as, command: 'log-call', input })

  return [
    {
      daysAgo: 6,
      time: '10:40',
      play: async () => {
        await call('maya', {
          about: about('candidate', 'candidate:hannah-lindqvist'),
          direction: 'outgoing',
          outcome: 'reached',
          durationMinutes: 12,
          text: 'Prefers nights, three a week. Would also take the night ward in Phoenix.',
        })
        await note('grace', {
          about: about('client', 'client:meridian'),
          text: 'They plan a second ward for the spring. Rosalind decides, the budget is with the board.',
        })
      },
    },
    {
      daysAgo: 3,
      time: '15:05',
      play: async () => {
        await call('diego', {
          about: about('client', 'client:sonoran'),
          direction: 'incoming',
          outcome: 'call-back',
          durationMinutes: 3,
          text: 'Two people did not come on Monday. Wants to know who replaces them.',
        })
        // What came before then has been seen.
        for (const { key } of staff)
          await story.staff({ as: key, command: 'read-notices', input: {} })
      },
    },
    {
      daysAgo: 1,
      time: '16:30',
      play: async () => {
        await note('maya', {
          about: about('job-order', 'order:night-nurse'),
          text: '@Helen Hale, they ask for a fourth nurse from January. Can we offer the old rate?',
          mentionIds: [colleague('helen')],
        })
        await note('idris', {
          about: about('client', 'client:sonoran'),
          text: '@Diego Fuentes, please call them before noon. @Helen Hale knows the manager.',
          mentionIds: [colleague('diego'), colleague('helen')],
        })
      },
    },
  ]
}

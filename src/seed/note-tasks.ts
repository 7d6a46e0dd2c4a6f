import { z } from 'zod'

import type { Happening, Story } from './story'

/** What the colleagues have noted to do: late, due, waiting, put off, done and dropped. */
export const notedTasks = (story: Story): Happening[] => {
  const { calendar, ids } = story
  const note = async ({ as, ...input }: Note): Promise<string> => {
    const { taskId } = await story.staff({ as, command: 'create-task', input, result: noted })
    return taskId
  }
  const candidate = (key: string) => ({ kind: 'candidate', id: ids.of(`candidate:${key}`) })
  const client = (key: string) => ({ kind: 'client', id: ids.of(`client:${key}`) })
  const order = (key: string) => ({ kind: 'job-order', id: ids.of(`order:${key}`) })
  const colleague = (key: string) => ids.of(`staff:${key}`)

  return [
    {
      daysAgo: 6,
      time: '09:30',
      play: async () => {
        await note({
          as: 'idris',
          title: 'Agree the rates for next year with Meridian',
          ownerId: colleague('helen'),
          dueOn: calendar.day(-2),
          priority: 'high',
          about: client('meridian'),
        })
        await note({
          as: 'maya',
          title: 'Check the nursing license in Nursys',
          note: 'The number on the copy is hard to read; ask for a new scan if it is not found.',
          dueOn: calendar.day(-1),
          about: candidate('zofia-zolc'),
        })
        await note({
          as: 'diego',
          title: 'Ask for a second forklift certificate',
          dueOn: calendar.day(-3),
          about: candidate('tomas-herrera'),
        })
        const terms = await note({
          as: 'helen',
          title: 'Signed terms back from Thames',
          dueOn: calendar.day(2),
          about: client('thames'),
        })
        await story.staff({
          as: 'helen',
          command: 'await-others',
          input: {
            taskIds: [terms],
            waitingFor: 'client',
            waitingNote: 'the signed terms of business',
          },
        })
        const references = await note({
          as: 'kwame',
          title: 'Two references for the front desk',
          dueOn: calendar.day(1),
          about: order('front-desk'),
        })
        await story.staff({
          as: 'kwame',
          command: 'await-others',
          input: {
            taskIds: [references],
            waitingFor: 'candidate',
            waitingNote: 'names of two referees',
          },
        })
        const flyer = await note({
          as: 'helen',
          title: 'Flyer for the job fair',
          dueOn: calendar.day(-1),
        })
        await story.staff({ as: 'helen', command: 'cancel-tasks', input: { taskIds: [flyer] } })
      },
    },
    {
      daysAgo: 1,
      time: '16:10',
      play: async () => {
        const visit = await note({
          as: 'helen',
          title: 'Visit the new yard of Sonoran',
          dueOn: calendar.day(-1),
          about: client('sonoran'),
        })
        await story.staff({
          as: 'helen',
          command: 'snooze-tasks',
          input: { taskIds: [visit], untilOn: calendar.day(4) },
        })
        await note({
          as: 'diego',
          title: 'Call about the start on Monday',
          dueOn: calendar.today,
          dueTime: '17:00',
          priority: 'high',
          about: candidate('darnell-price'),
        })
        await note({
          as: 'grace',
          title: 'Send the margin of the warehouse team',
          ownerId: colleague('idris'),
          dueOn: calendar.day(3),
          about: order('warehouse'),
        })
        await note({
          as: 'tom',
          title: 'Ask why last week’s hours are missing',
          dueOn: calendar.today,
          about: candidate('luis-angel-robles'),
        })
      },
    },
    {
      daysAgo: 0,
      time: '08:00',
      play: async () => {
        await note({
          as: 'helen',
          title: 'Call the managing director of Meridian back',
          dueOn: calendar.today,
          about: client('meridian'),
        })
        await note({
          as: 'helen',
          title: 'Look through the numbers of the quarter',
          dueOn: calendar.day(5),
          priority: 'low',
        })
        await note({
          as: 'siobhan',
          title: 'Book the train to Reading',
          dueOn: calendar.day(2),
        })
        const welcome = await note({
          as: 'helen',
          title: 'Welcome Kwame back',
          dueOn: calendar.today,
        })
        await story.staff({ as: 'helen', command: 'complete-tasks', input: { taskIds: [welcome] } })
      },
    },
  ]
}

type Note = { as: string; title: string } & Readonly<Record<string, unknown>>

const noted = z.object({ taskId: z.string() })

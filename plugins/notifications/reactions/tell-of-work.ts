import { defineReaction } from '#plugins/kernel'
import { tellColleague } from '../commands/tell-colleague'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { staffReader } from '../queries/readers'

const name = 'tell-of-work'

/**
 * Whoever is given a task hears of it, and whoever looks after a clock of the agency's own when its
 * time is nearly over and over. What is late with clients and candidates comes as a task to chase them.
 */
export const tellOfWork = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['task.assigned', 'clock.amber', 'clock.overdue'],
    run: async ({ req, event }) => {
      const common = { req, event, cause: `${name}:${event.id}`, agencyName }
      const page = (path: string) => ({ kind: 'page' as const, url: `${adminUrl}/admin${path}` })
      if (event.name === 'task.assigned') {
        const task = await readRecord({ req, collection: 'tasks', id: event.subject.id })
        const to = task && (await staffReader({ req, id: task.owner }))
        if (!to) return
        await tellColleague({
          ...common,
          kind: 'task',
          to,
          leadsTo: event.subject,
          letter: {
            subject: `A task for you: ${task.title}`,
            blocks: [
              { kind: 'text', text: task.title },
              ...(task.note ? [{ kind: 'text' as const, text: task.note }] : []),
              { kind: 'action', label: 'Open my day', link: 0 },
            ],
            links: [page('/my-day')],
            about: event.subject,
          },
        })
        return
      }
      const clock = await readRecord({ req, collection: 'clocks', id: event.subject.id })
      if (clock?.ballIn !== 'agency') return
      const to = await staffReader({ req, id: clock.owner })
      if (!to) return
      const isOver = event.name === 'clock.overdue'
      await tellColleague({
        ...common,
        kind: 'clock',
        to,
        leadsTo: { kind: clock.aboutKind, id: clock.aboutId },
        letter: {
          subject: `${isOver ? 'Overdue' : 'Running out'}: ${clock.title}`,
          blocks: [
            {
              kind: 'text',
              text: isOver
                ? 'The time for it is over, and nothing has happened yet.'
                : 'Three quarters of the time for it are gone.',
            },
            { kind: 'action', label: 'Open my day', link: 0 },
          ],
          links: [page('/my-day')],
          about: event.subject,
        },
      })
    },
  })

import { actorNames, defineReaction } from '#plugins/kernel'
import { formatDay } from '#plugins/kernel/domain'
import { isOpenTask } from '#plugins/work/domain'
import { tellColleague } from '../commands/tell-colleague'
import type { NotificationsOptions } from '../options'
import { readRecord } from '../queries/read-record'
import { staffReader } from '../queries/readers'

const name = 'tell-task-owner'

/** Whoever is given a task hears of it, as long as it is still theirs to do. */
export const tellTaskOwner = ({ agencyName, adminUrl }: NotificationsOptions) =>
  defineReaction({
    name,
    on: ['task.created', 'task.assigned'],
    run: async ({ req, event }) => {
      const task = await readRecord({ req, collection: 'tasks', id: event.subject.id })
      if (!task || !isOpenTask(task.state)) return
      const to = await staffReader({ req, id: task.owner })
      if (!to) return
      const giver = (await actorNames({ req, events: [event] }))(event)
      await tellColleague({
        req,
        event,
        kind: 'task',
        to,
        leadsTo: event.subject,
        cause: `${name}:${event.id}`,
        agencyName,
        letter: {
          subject: `A task for you: ${task.title}`,
          blocks: [
            {
              kind: 'facts',
              facts: [
                { label: 'Task', value: task.title },
                { label: 'Given by', value: giver },
                ...(task.dueOn
                  ? [{ label: 'Due', value: formatDay({ day: task.dueOn, locale: to.locale }) }]
                  : []),
              ],
            },
            ...(task.note ? [{ kind: 'text' as const, text: task.note }] : []),
            { kind: 'action', label: 'Open my day', link: 0 },
          ],
          links: [{ kind: 'page', url: `${adminUrl}/admin/my-day` }],
          about: event.subject,
        },
      })
    },
  })

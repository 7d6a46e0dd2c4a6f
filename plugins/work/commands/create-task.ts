import { defineCommand } from '#plugins/kernel'
import { instantOf, ok, refuseInput, type Actor, type Zone } from '#plugins/kernel/domain'
import { newTask } from '../domain/task-inputs'
import { isVisibleSubject } from '../queries/visible-subject'
import { findColleague } from './find-colleague'
import { putTask } from './put-task'

/** Notes something to be done, for oneself or for a colleague. */
export const createTask = defineCommand({
  name: 'create-task',
  summary: 'Note something to be done, about a record or by itself',
  input: newTask,
  allow: { staff: 'tasks.write' },
  run: async ({ input, ctx: { req, actor } }) => {
    const ownerId = input.ownerId ?? (actor.kind === 'staff' ? actor.id : null)
    if (ownerId === null) return refuseInput({ ownerId: 'Choose whose task it is.' })
    const owner = await findColleague({ req, id: ownerId })
    if (!owner.ok) return owner
    if (input.about && !(await isVisibleSubject({ req, subject: input.about })))
      return refuseInput({ about: 'The record that it is about was not found.' })
    const { dueOn, dueTime } = input
    const taskId = await putTask({
      req,
      task: {
        title: input.title,
        note: input.note,
        ...(dueOn && dueTime
          ? { dueAt: instantOf({ day: dueOn, time: dueTime, zone: zoneOf(actor) }).instant }
          : { dueOn }),
        priority: input.priority,
        ownerId,
        about: input.about,
        source: 'staff',
      },
    })
    return ok({ taskId, ownerId })
  },
})

const zoneOf = (actor: Actor): Zone => (actor.kind === 'staff' ? actor.zone : 'UTC')

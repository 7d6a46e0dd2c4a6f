import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, databaseNow, instant, sqlOf } from '#plugins/kernel'
import {
  addDays,
  can,
  dayIn,
  ok,
  refuseMissing,
  refuseRight,
  stateFrom,
  type Result,
  type SubjectRef,
} from '#plugins/kernel/domain'
import { mayActOn } from '../access/whose-task'
import { ballWords, clockLook, type ClockLook } from '../domain/clock-words'
import { dueWords, momentWords } from '../domain/due-words'
import { isTaskLate, inOrderOfDay, type ReaderClock } from '../domain/my-day'
import { isWaitingTask, openTaskStates } from '../domain/task-workflow'
import { clockWorkflow, isLiveClock } from '../domain/clock-workflow'
import { taskPriorityKeys } from '../domain/task-words'
import { clocksOfSubject, type ClockRow } from './live-clocks'
import { isVisibleSubject } from './visible-subject'

/** What is to be done about a record, in the words of its reader. */
export type RecordWork = {
  reader: { id: string; name: string }
  tomorrow: string
  tasks: readonly {
    id: string
    title: string
    due: string
    isLate: boolean
    isUrgent: boolean
    isWaiting: boolean
    owner: string
    /** Whether the reader may tick it off. */
    isOurs: boolean
  }[]
  clocks: readonly RecordClock[]
}

export type RecordClock = {
  id: string
  title: string
  href: string
  turn: string
  look: ClockLook | 'ended'
  /** "due today, 2:30 PM", "In time". */
  words: string
  owner: string | null
  /** What the reader may do with it. */
  act: 'pause' | 'resume' | null
}

/**
 * The open tasks about a record and the clocks that run on it, for staff who may see the record. Tasks
 * of colleagues are seen here, where they are about something the reader knows, but not moved.
 */
export const recordWork = async ({
  req,
  subject,
}: {
  req: PayloadRequest
  subject: SubjectRef
}): Promise<Result<RecordWork>> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff' || !actor.permissions.has('tasks.write')) return refuseRight()
  if (!(await isVisibleSubject({ req, subject }))) return refuseMissing('record')
  const reader: ReaderClock = { now: await databaseNow(req), zone: actor.zone }
  const { locale } = actor
  const tasks = await tasksAbout({ req, subject })
  const clocks = can({ actor, permission: 'activity.read' })
    ? await clocksOfSubject({ req, subject })
    : []
  return ok({
    reader: { id: actor.id, name: actor.name },
    tomorrow: addDays({ day: dayIn({ instant: reader.now, zone: actor.zone }), days: 1 }),
    tasks: tasks.sort(inOrderOfDay(reader)).map((task) => ({
      id: task.id,
      title: task.title,
      due: dueWords({ due: task, clock: reader, locale }),
      isLate: isTaskLate({ due: task, clock: reader }),
      isUrgent: task.priority === 'high',
      isWaiting: isWaitingTask(task.state),
      owner: task.ownerId === actor.id ? 'you' : task.ownerName,
      isOurs: mayActOn({ actor, task }),
    })),
    clocks: clocks.map((clock) => ({
      id: clock.id,
      title: clock.title,
      href: `/admin/collections/clocks/${clock.id}`,
      turn: ballWords[clock.ballIn],
      ...lookOf({ clock, reader, locale }),
      owner: clock.ownerId === actor.id ? 'you' : clock.ownerName,
      act:
        clock.ownerId === actor.id || can({ actor, permission: 'tasks.oversee' })
          ? actOf(clock)
          : null,
    })),
  })
}

const lookOf = ({
  clock,
  reader,
  locale,
}: {
  clock: ClockRow
  reader: ReaderClock
  locale: string
}): { look: ClockLook | 'ended'; words: string } => {
  if (!isLiveClock(clock.state)) {
    const ended = stateFrom({ workflow: clockWorkflow, value: clock.state })
    return { look: 'ended', words: ended ? clockWorkflow.states[ended].label : clock.state }
  }
  const look = clockLook({ clock, now: reader.now })
  const due = clock.dueAt ? momentWords({ at: clock.dueAt, clock: reader, locale }) : null
  if (look === 'late') return { look, words: `was due ${due}` }
  return { look, words: clock.pausedFor ?? `due ${due}` }
}

const actOf = (clock: ClockRow): 'pause' | 'resume' | null => {
  if (!isLiveClock(clock.state)) return null
  if (clock.pausedFor === null) return 'pause'
  return clock.isPausedByStaff ? 'resume' : null
}

const taskRow = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.string(),
    priority: z.enum(taskPriorityKeys),
    due_on: z.string().nullable(),
    due_at: instant.nullable(),
    snoozed_until_on: z.string().nullable(),
    owner_id: z.string(),
    owner_name: z.string(),
    assigned_by_id: z.string().nullable(),
  })
  .transform((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    priority: row.priority,
    dueOn: row.due_on,
    dueAt: row.due_at,
    snoozedUntilOn: row.snoozed_until_on,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    assignedById: row.assigned_by_id,
  }))

const tasksAbout = async ({ req, subject }: { req: PayloadRequest; subject: SubjectRef }) =>
  await sqlOf(req).rows({
    schema: taskRow,
    text: `select t.id, t.title, t.state, t.priority, t.due_on, t.due_at, t.snoozed_until_on, t.owner_id,
        u.name as owner_name, t.assigned_by_id
      from tasks t join users u on u.id = t.owner_id
      where t.about_kind = $1 and t.about_id = $2 and t.state = any($3)
      order by t.created_at desc limit 50`,
    values: [subject.kind, subject.id, openTaskStates],
  })

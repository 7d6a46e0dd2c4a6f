import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import { actorOf, databaseNow, instant, sqlOf } from '#plugins/kernel'
import {
  can,
  dayIn,
  instantOf,
  ok,
  refuseMissing,
  refuseRight,
  type Instant,
  type Result,
  type SubjectRef,
} from '#plugins/kernel/domain'
import { dayInReach } from '../access/whose-task'
import {
  daySectionKeys,
  inOrderOfDay,
  isTaskLate,
  sectionOf,
  type DaySection,
  type ReaderClock,
  type TaskDue,
} from '../domain/my-day'
import { clockLook, clockSectionOf, type ClockLook } from '../domain/clock-words'
import { openTaskStates } from '../domain/task-workflow'
import {
  taskPriorityKeys,
  waitedForKeys,
  type TaskPriority,
  type WaitedFor,
} from '../domain/task-words'
import { clocksOfOwner, type ClockRow } from './live-clocks'
import { subjectTitles, type SubjectTitle } from './subject-titles'

export type DayTask = TaskDue & {
  id: string
  title: string
  note: string | null
  state: string
  priority: TaskPriority
  waitingFor: WaitedFor | null
  waitingNote: string | null
  doneAt: Instant | null
  /** Who gave it, when that was somebody else. */
  givenBy: string | null
  isLate: boolean
  /** The record it is about, as far as the reader may see it. */
  about: SubjectTitle | null
}

/** A clock that runs in somebody's hands, with the record it runs on. */
export type DayClock = ClockRow & { look: ClockLook; record: SubjectTitle | null }

export type MyDay = {
  owner: { id: string; name: string }
  clock: ReaderClock
  sections: Readonly<Record<DaySection, readonly DayTask[]>>
  clocks: Readonly<Record<DaySection, readonly DayClock[]>>
  /** There are more open tasks than are shown. */
  isCut: boolean
}

/** More than anybody does in a day, and few enough to be shown at once. */
const most = 300

/**
 * Everything somebody has to do, by when it asks for attention; their own, or with `tasks.oversee`
 * that of a colleague, always by the clock of whose day it is.
 */
export const myDay = async ({
  req,
  ownerId: wanted,
}: {
  req: PayloadRequest
  ownerId: string | null
}): Promise<Result<MyDay>> => {
  const ownerId = dayInReach({ req, ownerId: wanted })
  if (ownerId === null) return refuseMissing('colleague')
  const owner = await sqlOf(req).first({
    schema: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
    text: 'select id, name, zone from users where id = $1',
    values: [ownerId],
  })
  if (!owner) return refuseMissing('colleague')
  const clock: ReaderClock = { now: await databaseNow(req), zone: owner.zone }
  const rows = await tasksOf({ req, ownerId, clock })
  const running = await clocksOfDay({ req, ownerId })
  const aboutOf = await subjectTitles({
    req,
    subjects: [
      ...rows.flatMap(({ about }) => (about ? [about] : [])),
      ...running.map(({ about }) => about),
    ],
  })
  const sections = emptySections<DayTask>()
  for (const { about, ...task } of rows.slice(0, most)) {
    const section = sectionOf({ task, clock })
    if (section)
      sections[section].push({
        ...task,
        isLate: section !== 'done' && isTaskLate({ due: task, clock }),
        about: about && aboutOf(about),
      })
  }
  for (const key of daySectionKeys) sections[key].sort(inOrderOfDay(clock))
  sections.done.sort((one, other) => ((one.doneAt ?? '') < (other.doneAt ?? '') ? 1 : -1))
  const clocks = emptySections<DayClock>()
  for (const row of running)
    clocks[clockSectionOf({ clock: row, reader: clock })].push({
      ...row,
      look: clockLook({ clock: row, now: clock.now }),
      record: aboutOf(row.about),
    })
  return ok({
    owner: { id: owner.id, name: owner.name },
    clock,
    sections,
    clocks,
    isCut: rows.length > most,
  })
}

const emptySections = <Item>(): Record<DaySection, Item[]> => ({
  overdue: [],
  today: [],
  waiting: [],
  upcoming: [],
  done: [],
})

/** Nobody's clocks stand in the days of those who look after all tasks. */
const clocksOfDay = async ({
  req,
  ownerId,
}: {
  req: PayloadRequest
  ownerId: string
}): Promise<ClockRow[]> => {
  const actor = actorOf(req)
  const withNobodys = actor.id === ownerId && can({ actor, permission: 'tasks.oversee' })
  return await clocksOfOwner({ req, ownerId, withNobodys })
}

/** How much of somebody's own day is overdue and due. */
export const dayCounts = async ({
  req,
}: {
  req: PayloadRequest
}): Promise<Result<{ overdue: number; today: number }>> => {
  const ownerId = dayInReach({ req, ownerId: null })
  const actor = actorOf(req)
  if (ownerId === null || actor.kind !== 'staff') return refuseRight()
  const clock: ReaderClock = { now: await databaseNow(req), zone: actor.zone }
  const rows = await tasksOf({ req, ownerId, clock })
  const sections = [
    ...rows.map((task) => sectionOf({ task, clock })),
    ...(await clocksOfDay({ req, ownerId })).map((row) =>
      clockSectionOf({ clock: row, reader: clock }),
    ),
  ]
  const count = (wanted: DaySection) => sections.filter((section) => section === wanted).length
  return ok({ overdue: count('overdue'), today: count('today') })
}

const taskRow = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().nullable(),
  state: z.string(),
  priority: z.enum(taskPriorityKeys),
  waiting_for: z.enum(waitedForKeys).nullable(),
  waiting_note: z.string().nullable(),
  due_on: z.string().nullable(),
  due_at: instant.nullable(),
  snoozed_until_on: z.string().nullable(),
  done_at: instant.nullable(),
  given_by: z.string().nullable(),
  about_kind: z.string().nullable(),
  about_id: z.string().nullable(),
})

const tasksOf = async ({
  req,
  ownerId,
  clock,
}: {
  req: PayloadRequest
  ownerId: string
  clock: ReaderClock
}): Promise<(Omit<DayTask, 'about' | 'isLate'> & { about: SubjectRef | null })[]> => {
  const today = dayIn({ instant: clock.now, zone: clock.zone })
  const rows = await sqlOf(req).rows({
    schema: taskRow,
    text: `select t.id, t.title, t.note, t.state, t.priority, t.waiting_for, t.waiting_note, t.due_on,
        t.due_at, t.snoozed_until_on, t.done_at, g.name as given_by, t.about_kind, t.about_id
      from tasks t left join users g on g.id = t.assigned_by_id and g.id <> t.owner_id
      where t.owner_id = $1 and (t.state = any($2) or t.done_at >= $3)
      order by t.state = any($2) desc,
        greatest(coalesce(t.due_on, (t.due_at at time zone $4)::date::text, '9999-12-31'),
          t.snoozed_until_on), t.id
      limit ${most + 1}`,
    values: [
      ownerId,
      openTaskStates,
      instantOf({ day: today, time: '00:00', zone: clock.zone }).instant,
      clock.zone,
    ],
  })
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    note: row.note,
    state: row.state,
    priority: row.priority,
    waitingFor: row.waiting_for,
    waitingNote: row.waiting_note,
    dueOn: row.due_on,
    dueAt: row.due_at,
    snoozedUntilOn: row.snoozed_until_on,
    doneAt: row.done_at,
    givenBy: row.given_by,
    about: row.about_kind && row.about_id ? { kind: row.about_kind, id: row.about_id } : null,
  }))
}

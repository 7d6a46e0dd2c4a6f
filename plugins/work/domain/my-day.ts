import { dayIn, type Day, type Instant, type Zone } from '#plugins/kernel/domain'
import { isDoneTask, isOpenTask, isWaitingTask } from './task-workflow'
import { taskPriorityKeys, type TaskPriority } from './task-words'

/** The parts of My day, in the order in which they are read. */
export const daySections = {
  overdue: 'Overdue',
  today: 'Due today',
  waiting: 'Waiting for others',
  upcoming: 'Upcoming',
  done: 'Done today',
} as const

export type DaySection = keyof typeof daySections

export const daySectionKeys = ['overdue', 'today', 'waiting', 'upcoming', 'done'] as const

/** When a task is due: by a moment, by the end of a day, or whenever there is time. */
export type TaskDue = {
  dueAt: Instant | null
  dueOn: Day | null
  /** Out of sight until this day. */
  snoozedUntilOn: Day | null
}

/** The reader's clock: whose day it is decides what "today" means. */
export type ReaderClock = { now: Instant; zone: Zone }

/**
 * The day on which a task asks for attention: the later one of its due day and the day it was put off
 * to. Null: whenever there is time.
 */
export const dueDayOf = ({ due, zone }: { due: TaskDue; zone: Zone }): Day | null =>
  isPutOff({ due, zone }) ? due.snoozedUntilOn : agreedDayOf({ due, zone })

/** Whether its time is over: after its moment, or after the day it was due or put off to. */
export const isTaskLate = ({ due, clock }: { due: TaskDue; clock: ReaderClock }): boolean => {
  const day = dueDayOf({ due, zone: clock.zone })
  if (!day) return false
  const today = dayIn({ instant: clock.now, zone: clock.zone })
  if (day !== today) return day < today
  return due.dueAt !== null && due.dueAt < clock.now && !isPutOff({ due, zone: clock.zone })
}

const agreedDayOf = ({ due, zone }: { due: TaskDue; zone: Zone }): Day | null =>
  due.dueAt ? dayIn({ instant: due.dueAt, zone }) : due.dueOn

const isPutOff = ({ due, zone }: { due: TaskDue; zone: Zone }): boolean => {
  const agreed = agreedDayOf({ due, zone })
  return due.snoozedUntilOn !== null && (agreed === null || due.snoozedUntilOn > agreed)
}

/**
 * Where a task stands in its owner's day; null when it does not: cancelled, or done on another day.
 * What waits for others stays there however late it is, because it is theirs to move.
 */
export const sectionOf = ({
  task,
  clock,
}: {
  task: TaskDue & { state: string; doneAt: Instant | null }
  clock: ReaderClock
}): DaySection | null => {
  const today = dayIn({ instant: clock.now, zone: clock.zone })
  if (isDoneTask(task.state))
    return task.doneAt && dayIn({ instant: task.doneAt, zone: clock.zone }) === today
      ? 'done'
      : null
  if (!isOpenTask(task.state)) return null
  const day = dueDayOf({ due: task, zone: clock.zone })
  const isOutOfSight = task.snoozedUntilOn !== null && task.snoozedUntilOn > today
  if (isWaitingTask(task.state) && !isOutOfSight) return 'waiting'
  if (isTaskLate({ due: task, clock })) return 'overdue'
  return day === today ? 'today' : 'upcoming'
}

type Ranked = TaskDue & { id: string; priority: TaskPriority }

/** The earlier day first, within a day the more urgent, then the earlier moment; dateless ones last. */
export const inOrderOfDay =
  ({ zone }: { zone: Zone }) =>
  (one: Ranked, other: Ranked): number =>
    compare(dayKey({ due: one, zone }), dayKey({ due: other, zone })) ||
    taskPriorityKeys.indexOf(one.priority) - taskPriorityKeys.indexOf(other.priority) ||
    compare(one.dueAt ?? '~', other.dueAt ?? '~') ||
    compare(one.id, other.id)

const dayKey = ({ due, zone }: { due: TaskDue; zone: Zone }): string =>
  dueDayOf({ due, zone }) ?? '~'

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

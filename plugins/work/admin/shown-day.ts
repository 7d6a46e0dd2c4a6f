import { addDays, dayIn } from '#plugins/kernel/domain'
import {
  ballWords,
  daySectionKeys,
  daySections,
  dueWords,
  momentWords,
  waitedFor,
  type ClockLook,
  type DaySection,
} from '../domain'
import type { DayClock, DayTask, MyDay } from '../queries/my-day'

/** A line of My day as the browser gets it: words, not data to be put into words. */
export type ShownTask = {
  id: string
  title: string
  href: string
  due: string
  isLate: boolean
  isUrgent: boolean
  isDone: boolean
  isWaiting: boolean
  waitsFor: string | null
  givenBy: string | null
  note: string | null
  about: { kind: string; title: string; path: string } | null
}

/** A clock among them: it ends by the deed and not by a tick. */
export type ShownClock = {
  id: string
  title: string
  href: string
  due: string
  look: ClockLook
  turn: string | null
  record: { kind: string; title: string; path: string } | null
  act: 'pause' | 'resume' | null
}

export type ShownSection = {
  key: DaySection
  title: string
  clocks: readonly ShownClock[]
  tasks: readonly ShownTask[]
}

export type ShownDay = {
  owner: { id: string; title: string }
  today: string
  tomorrow: string
  sections: readonly ShownSection[]
}

export const shownDay = ({ day, locale }: { day: MyDay; locale: string }): ShownDay => {
  const today = dayIn({ instant: day.clock.now, zone: day.clock.zone })
  return {
    owner: { id: day.owner.id, title: day.owner.name },
    today,
    tomorrow: addDays({ day: today, days: 1 }),
    sections: daySectionKeys.map((key) => ({
      key,
      title: daySections[key],
      clocks: day.clocks[key].map((clock) => shownClock({ clock, day, locale })),
      tasks: day.sections[key].map((task) => shownTask({ task, day, key, locale })),
    })),
  }
}

const shownClock = ({
  clock,
  day,
  locale,
}: {
  clock: DayClock
  day: MyDay
  locale: string
}): ShownClock => ({
  id: clock.id,
  title: clock.title,
  href: clock.record?.path ?? `/admin/collections/clocks/${clock.id}`,
  due: clock.dueAt
    ? momentWords({ at: clock.dueAt, clock: day.clock, locale })
    : (clock.pausedFor ?? ''),
  look: clock.look,
  turn: clock.ballIn === 'agency' ? null : ballWords[clock.ballIn],
  record: clock.record,
  act: clock.pausedFor === null ? 'pause' : clock.isPausedByStaff ? 'resume' : null,
})

const shownTask = ({
  task,
  day: { clock },
  key,
  locale,
}: {
  task: DayTask
  day: MyDay
  key: DaySection
  locale: string
}): ShownTask => ({
  id: task.id,
  title: task.title,
  href: `/admin/collections/tasks/${task.id}`,
  due:
    key === 'done' && task.doneAt
      ? new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: clock.zone }).format(
          new Date(task.doneAt),
        )
      : dueWords({ due: task, clock, locale }),
  isLate: task.isLate,
  isUrgent: task.priority === 'high',
  isDone: key === 'done',
  isWaiting: key === 'waiting',
  waitsFor: task.waitingFor
    ? [waitedFor[task.waitingFor], task.waitingNote].filter(Boolean).join(': ')
    : null,
  givenBy: task.givenBy,
  note: task.note,
  about: task.about,
})

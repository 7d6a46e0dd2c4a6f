import { z } from 'zod'

import { addDays, dayIn, daysBetween, type Day } from '#plugins/kernel/domain'
import type { Story } from './story'

type Shift = { day: number; start: string; end: string; breakMinutes: number }
type Sheet = { key: string; timesheetId: string }

const opened = z.object({ timesheetId: z.string() })

const days = (count: number, shift: Omit<Shift, 'day'>): Shift[] =>
  Array.from({ length: count }, (_, day) => ({ ...shift, day }))

const day = { start: '06:00', end: '14:30', breakMinutes: 30 }

/** Twelve hours each, the last one from Saturday into Sunday, when clocks are changed. */
const nights: Shift[] = [0, 2, 5].map((day) => ({
  day,
  start: '19:00',
  end: '07:30',
  breakMinutes: 30,
}))

/** What those do who still work, in a usual week, by placement. */
const usual: Record<string, Shift[]> = {
  'night-nurse:zofia-zolc': nights,
  'front-desk:keisha-washington': days(5, { start: '08:00', end: '16:00', breakMinutes: 30 }),
  // Forty hours here and more on the weekend there: overtime over both.
  'warehouse:tomas-herrera': days(5, day),
  'supply-room:tomas-herrera': [
    { day: 2, start: '17:00', end: '20:00', breakMinutes: 0 },
    { day: 5, start: '08:00', end: '14:30', breakMinutes: 30 },
  ],
  'warehouse:yolanda-begay': days(5, day),
  // California: what is over eight hours a day is overtime already.
  'forklift:luis-angel-robles': days(4, { start: '05:30', end: '16:00', breakMinutes: 30 }),
  'commissioning:rhys-llewellyn': days(5, { start: '08:30', end: '17:30', breakMinutes: 60 }),
}

/** Two weeks of time, the week in which the clocks changed, and the sheets of the current week. */
export const collectHours = async (story: Story): Promise<void> => {
  await clockChangeWeek(story)
  await approvedWeek(story)
  await mixedWeek(story)
  await currentWeek(story)
}

/** The week before the last: all of it approved, and payroll has closed the week of one worker. */
const approvedWeek = async (story: Story): Promise<void> => {
  const monday = story.calendar.monday(-2)
  for (const [key, shifts] of [
    ...Object.entries(usual),
    // He left on Wednesday.
    ['warehouse:andre-baptiste', days(3, day)] as const,
  ]) {
    const sheet = await enter({ story, key, monday, shifts })
    await approve({ story, sheet, monday })
  }
  await lockWeek({ story, candidate: 'keisha-washington', monday })
}

/** Last week: approved, waiting, disputed, and one that was not sent yet. */
const mixedWeek = async (story: Story): Promise<void> => {
  const monday = story.calendar.monday(-1)
  const approved = [
    'night-nurse:zofia-zolc',
    'warehouse:tomas-herrera',
    'supply-room:tomas-herrera',
    'commissioning:rhys-llewellyn',
  ]
  for (const key of approved) {
    const sheet = await enter({ story, key, monday })
    await approve({ story, sheet, monday })
  }
  await enter({ story, key: 'front-desk:keisha-washington', monday })
  const disputed = await enter({ story, key: 'forklift:luis-angel-robles', monday })
  await story.byLink({
    purpose: 'timesheet.approve',
    subject: { kind: 'timesheet', id: disputed.timesheetId },
    command: 'dispute-timesheet',
    input: {
      timesheetId: disputed.timesheetId,
      reason: 'On Thursday the gate closed at three. Please check the end of that day.',
    },
  })
  await enter({ story, key: 'warehouse:yolanda-begay', monday, isSent: false })
}

/** Sheets of the week that runs, as the night's job opens them. */
const currentWeek = async (story: Story): Promise<void> => {
  await story.at(0, '00:05')
  for (const key of Object.keys(usual))
    await story.staff({
      as: 'tom',
      command: 'open-timesheet',
      input: {
        placementId: story.ids.of(`placement:${key}`),
        // After midnight in New York it is still yesterday in California.
        weekStartsOn: dayIn({
          instant: story.calendar.moment(0, '23:59'),
          zone: key.startsWith('forklift:') ? 'America/Los_Angeles' : 'America/New_York',
        }),
      },
    })
}

/** The night on which the clocks changed is paid by what really passed, an hour more or less. */
const clockChangeWeek = async (story: Story): Promise<void> => {
  const monday = addDays({ day: story.calendar.clockChange, days: -6 })
  const sheet = await enter({ story, key: 'night-nurse:amara-nwosu', monday, shifts: nights })
  await approve({ story, sheet, monday })
  await lockWeek({ story, candidate: 'amara-nwosu', monday })
}

const enter = async ({
  story,
  key,
  monday,
  shifts = usual[key] ?? [],
  isSent = true,
}: {
  story: Story
  key: string
  monday: Day
  shifts?: readonly Shift[]
  isSent?: boolean
}): Promise<Sheet> => {
  await story.at(daysAgo({ story, day: addDays({ day: monday, days: 4 }) }), '06:00')
  const { timesheetId } = await story.staff({
    as: 'tom',
    command: 'open-timesheet',
    input: { placementId: story.ids.of(`placement:${key}`), weekStartsOn: monday },
    result: opened,
  })
  const subject = { kind: 'timesheet', id: timesheetId }
  await story.at(daysAgo({ story, day: addDays({ day: monday, days: 6 }) }), '19:30')
  await story.byLink({
    purpose: 'timesheet.enter',
    subject,
    command: 'save-timesheet',
    input: {
      timesheetId,
      revision: 0,
      entries: shifts.map(({ day, ...shift }) => ({
        ...shift,
        day: addDays({ day: monday, days: day }),
      })),
    },
  })
  if (isSent)
    await story.byLink({
      purpose: 'timesheet.enter',
      subject,
      command: 'submit-timesheet',
      input: { timesheetId },
    })
  return { key, timesheetId }
}

/** The approver of the client, by the link, on Monday morning. */
const approve = async ({
  story,
  sheet: { timesheetId },
  monday,
}: {
  story: Story
  sheet: Sheet
  monday: Day
}): Promise<void> => {
  await story.at(daysAgo({ story, day: addDays({ day: monday, days: 7 }) }), '08:45')
  await story.byLink({
    purpose: 'timesheet.approve',
    subject: { kind: 'timesheet', id: timesheetId },
    command: 'approve-timesheet',
    input: { timesheetId },
  })
}

const lockWeek = async ({
  story,
  candidate,
  monday,
}: {
  story: Story
  candidate: string
  monday: Day
}): Promise<void> => {
  const { docs } = await story.payload.find({
    collection: 'work-weeks',
    where: {
      candidate: { equals: story.ids.of(`candidate:${candidate}`) },
      weekStartsOn: { equals: monday },
    },
    limit: 1,
    depth: 0,
    overrideAccess: true,
  })
  await story.at(Math.max(1, daysAgo({ story, day: addDays({ day: monday, days: 8 }) })), '16:00')
  await story.staff({
    as: 'tom',
    command: 'lock-work-week',
    input: { workWeekId: docs[0]?.id },
  })
}

const daysAgo = ({ story, day }: { story: Story; day: Day }): number =>
  Math.max(0, daysBetween({ from: day, to: story.calendar.today }))

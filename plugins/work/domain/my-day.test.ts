import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays } from '#plugins/kernel/domain'
import { dueWords } from './due-words'
import {
  daySectionKeys,
  dueDayOf,
  inOrderOfDay,
  isTaskLate,
  sectionOf,
  type TaskDue,
} from './my-day'

const zone = 'America/New_York'
/** Sunday, 2:00 in the morning in London, Saturday evening in New York. */
const clock = { now: '2026-11-22T02:00:00.000Z', zone }
const today = '2026-11-21'

const due = (given: Partial<TaskDue>): TaskDue => ({
  dueAt: null,
  dueOn: null,
  snoozedUntilOn: null,
  ...given,
})

const task = ({ state = 'open', doneAt = null, ...given }: Given) => ({
  state,
  doneAt,
  ...due(given),
})

type Given = Partial<TaskDue> & { state?: string; doneAt?: string | null }

describe('sectionOf', () => {
  it.each<[string, Given, string | null]>([
    ['due yesterday', { dueOn: '2026-11-20' }, 'overdue'],
    ['due today on the clock of the reader', { dueOn: today }, 'today'],
    ['due on what is today elsewhere only', { dueOn: '2026-11-22' }, 'upcoming'],
    ['due later today', { dueAt: '2026-11-22T03:00:00.000Z' }, 'today'],
    ['due an hour ago', { dueAt: '2026-11-22T01:00:00.000Z' }, 'overdue'],
    ['without a day', {}, 'upcoming'],
    ['late, but put off', { dueOn: '2026-11-01', snoozedUntilOn: '2026-11-25' }, 'upcoming'],
    ['put off until today', { dueOn: '2026-11-01', snoozedUntilOn: today }, 'today'],
    [
      'put off until today, due at a moment before',
      { dueAt: '2026-11-20T15:00:00.000Z', snoozedUntilOn: today },
      'today',
    ],
    [
      'put off until a day before its own',
      { dueOn: '2026-11-24', snoozedUntilOn: '2026-11-22' },
      'upcoming',
    ],
    ['put off until yesterday', { snoozedUntilOn: '2026-11-20' }, 'overdue'],
    ['waiting, however late', { state: 'waiting', dueOn: '2026-11-01' }, 'waiting'],
    ['waiting and put off', { state: 'waiting', snoozedUntilOn: '2026-11-25' }, 'upcoming'],
    ['done this evening', { state: 'done', doneAt: '2026-11-22T01:30:00.000Z' }, 'done'],
    ['done yesterday', { state: 'done', doneAt: '2026-11-21T04:30:00.000Z' }, null],
    ['cancelled', { state: 'cancelled', dueOn: today }, null],
  ])('puts what is %s in its place', (_, given, section) => {
    expect(sectionOf({ task: task(given), clock })).toBe(section)
  })

  const days = fc.option(
    fc.integer({ min: -40, max: 40 }).map((by) => addDays({ day: today, days: by })),
    { nil: null },
  )

  it('never shows as late what is put off, and loses no open task', () => {
    fc.assert(
      fc.property(days, days, (dueOn, snoozedUntilOn) => {
        const given = task({ dueOn, snoozedUntilOn })
        const section = sectionOf({ task: given, clock })
        expect(daySectionKeys).toContain(section)
        if (snoozedUntilOn && snoozedUntilOn > today) expect(section).toBe('upcoming')
        expect(section === 'overdue').toBe(isTaskLate({ due: given, clock }))
        const day = dueDayOf({ due: given, zone })
        expect(section).toBe(
          day === null || day > today ? 'upcoming' : day < today ? 'overdue' : 'today',
        )
      }),
    )
  })
})

describe('inOrderOfDay', () => {
  it('puts the earlier day first, then the more urgent, then the earlier moment, dateless last', () => {
    const ranked = (
      id: string,
      given: Partial<TaskDue>,
      priority: 'high' | 'normal' | 'low' = 'normal',
    ) => ({ id, priority, ...due(given) })
    const tasks = [
      ranked('none', {}, 'high'),
      ranked('tomorrow', { dueOn: '2026-11-22' }, 'high'),
      ranked('low', { dueOn: today }, 'low'),
      ranked('day', { dueOn: today }),
      ranked('late-hour', { dueAt: '2026-11-22T04:00:00.000Z' }),
      ranked('early-hour', { dueAt: '2026-11-21T14:00:00.000Z' }),
      ranked('urgent', { dueOn: today }, 'high'),
    ]
    expect(tasks.sort(inOrderOfDay({ zone })).map(({ id }) => id)).toEqual([
      'urgent',
      'early-hour',
      'late-hour',
      'day',
      'low',
      'tomorrow',
      'none',
    ])
  })
})

describe('dueWords', () => {
  it.each<[Partial<TaskDue>, string]>([
    [{}, 'any time'],
    [{ dueOn: today }, 'today'],
    [{ dueOn: '2026-11-22' }, 'tomorrow'],
    [{ dueOn: '2026-11-20' }, 'yesterday'],
    [{ dueOn: '2026-11-27' }, 'Fri, Nov 27'],
    [{ dueOn: '2027-01-04' }, 'Mon, Jan 4, 2027'],
    [{ dueAt: '2026-11-22T19:30:00.000Z' }, 'tomorrow, 2:30 PM'],
    [
      { dueOn: '2026-11-20', snoozedUntilOn: '2026-11-22' },
      'put off to tomorrow, was due yesterday',
    ],
    [{ snoozedUntilOn: '2026-11-24' }, 'put off to Tue, Nov 24'],
  ])('says %j as %s', (given, words) => {
    const said = dueWords({ due: due(given), clock, locale: 'en-US' })
    expect(said.replaceAll(/\s/g, ' ')).toBe(words)
  })
})

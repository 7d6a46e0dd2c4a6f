import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addMinutes,
  dayIn,
  epochMsOf,
  instantAt,
  wallTimeIn,
  weekdayOf,
  type Instant,
} from '#plugins/kernel/domain'
import {
  afterWorkingMs,
  usualCalendar,
  workingMsBetween,
  type Standstill,
  type WorkingCalendar,
} from './working-time'

const newYork = usualCalendar('America/New_York')
const london = usualCalendar('Europe/London')
const minute = 60_000
const hour = 60 * minute

/** Nights from Sunday's midnight to six, where clocks are changed. */
const nights: WorkingCalendar = {
  zone: 'America/New_York',
  hours: { 7: [{ fromMinute: 0, toMinute: 6 * 60 }] },
  holidays: new Set(),
}
const withLunch: WorkingCalendar = {
  zone: 'Europe/Berlin',
  hours: {
    3: [
      { fromMinute: 8 * 60, toMinute: 12 * 60 },
      { fromMinute: 13 * 60, toMinute: 17 * 60 },
    ],
    4: [{ fromMinute: 0, toMinute: 24 * 60 }],
  },
  holidays: new Set(),
}
const holiday = { ...newYork, holidays: new Set(['2026-11-26', '2026-11-27']) }
const never: WorkingCalendar = { zone: 'UTC', hours: {}, holidays: new Set() }

describe('afterWorkingMs', () => {
  it.each<[string, Instant, number, WorkingCalendar, Instant | null]>([
    ['within the day', '2026-11-23T15:00:00.000Z', 90, newYork, '2026-11-23T16:30:00.000Z'],
    ['before the doors open', '2026-11-23T10:00:00.000Z', 60, newYork, '2026-11-23T15:00:00.000Z'],
    ['up to closing time', '2026-11-23T21:30:00.000Z', 60, newYork, '2026-11-23T22:30:00.000Z'],
    ['over the night', '2026-11-23T22:00:00.000Z', 60, newYork, '2026-11-24T14:30:00.000Z'],
    ['over the weekend', '2026-11-20T22:00:00.000Z', 60, newYork, '2026-11-23T14:30:00.000Z'],
    ['asked on a Sunday', '2026-11-22T15:00:00.000Z', 30, newYork, '2026-11-23T14:30:00.000Z'],
    ['over Thanksgiving', '2026-11-25T22:00:00.000Z', 60, holiday, '2026-11-30T14:30:00.000Z'],
    [
      'over a weekend in which New York springs forward',
      '2026-03-06T22:00:00.000Z',
      60,
      newYork,
      '2026-03-09T13:30:00.000Z',
    ],
    [
      'over a weekend in which London falls back',
      '2026-10-23T16:00:00.000Z',
      60,
      london,
      '2026-10-26T09:30:00.000Z',
    ],
    [
      'through the hour that is skipped',
      '2026-03-08T05:00:00.000Z',
      180,
      nights,
      '2026-03-08T08:00:00.000Z',
    ],
    [
      'through the hour that comes twice',
      '2026-11-01T04:00:00.000Z',
      180,
      nights,
      '2026-11-01T07:00:00.000Z',
    ],
    ['over lunch', '2026-11-25T10:30:00.000Z', 60, withLunch, '2026-11-25T12:30:00.000Z'],
    [
      'to midnight of a day that has no end',
      '2026-11-26T22:00:00.000Z',
      60,
      withLunch,
      '2026-11-26T23:00:00.000Z',
    ],
    [
      'no time at all, outside hours',
      '2026-11-22T15:00:00.000Z',
      0,
      newYork,
      '2026-11-22T15:00:00.000Z',
    ],
    ['where nobody ever works', '2026-11-22T15:00:00.000Z', 1, never, null],
  ])('reckons %s', (_, from, minutes, calendar, expected) => {
    expect(afterWorkingMs({ from, ms: minutes * minute, calendar })).toBe(expected)
  })

  it.each<[string, readonly Standstill[], Instant | null]>([
    [
      'one in working hours',
      [still('2026-11-23T15:00', '2026-11-23T16:00')],
      '2026-11-23T17:00:00.000Z',
    ],
    [
      'one outside of them',
      [still('2026-11-22T01:00', '2026-11-22T20:00')],
      '2026-11-23T16:00:00.000Z',
    ],
    [
      'two that overlap',
      [
        still('2026-11-23T15:00', '2026-11-23T16:00'),
        still('2026-11-23T14:30', '2026-11-23T15:30'),
      ],
      '2026-11-23T17:30:00.000Z',
    ],
    ['one without an end', [still('2026-11-23T15:00', null)], null],
    [
      'one without an end, after the time was over',
      [still('2026-11-23T17:00', null)],
      '2026-11-23T16:00:00.000Z',
    ],
  ])('leaves out %s', (_, standstills, expected) => {
    const from = '2026-11-23T14:00:00.000Z'
    expect(afterWorkingMs({ from, ms: 2 * hour, calendar: newYork, standstills })).toBe(expected)
  })
})

function still(from: string, until: string | null): Standstill {
  return { from: `${from}:00.000Z`, until: until && `${until}:00.000Z` }
}

describe('working time', () => {
  it('of a night is an hour shorter or longer when clocks are changed', () => {
    const night = (day: string) =>
      workingMsBetween({
        from: `${day}T00:00:00.000Z`,
        to: `${day}T23:00:00.000Z`,
        calendar: nights,
      }) / hour
    expect([night('2026-03-01'), night('2026-03-08'), night('2026-11-01')]).toEqual([6, 5, 7])
  })

  const calendars = fc.constantFrom(newYork, london, nights, withLunch, holiday)
  /** Half a year around both changes of the clock, to the second. */
  const instants = fc
    .integer({ min: epochMsOf('2026-02-20T00:00:00.000Z') / 1_000, max: 1_796_000_000 })
    .map((seconds) => instantAt(seconds * 1_000))
  const standstills = fc.array(
    fc
      .tuple(instants, fc.integer({ min: 0, max: 10 * 24 * 60 }))
      .map(([from, minutes]) => ({ from, until: addMinutes({ instant: from, minutes }) })),
    { maxLength: 4 },
  )

  it('is what a count of every five minutes on the wall gives', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 0, max: 3 * 24 * 12 }).map((fives) => 5 * fives),
        (calendar, at, minutes) => {
          const from = instantAt(Math.trunc(epochMsOf(at) / (5 * minute)) * 5 * minute)
          const to = addMinutes({ instant: from, minutes })
          let counted = 0
          for (let passed = 0; passed < minutes; passed += 5)
            if (isOpenAt({ calendar, instant: addMinutes({ instant: from, minutes: passed }) }))
              counted += 5
          expect(workingMsBetween({ from, to, calendar })).toBe(counted * minute)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('adds up, and is undone by reckoning forward', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 1, max: 3_000 }),
        standstills,
        (calendar, from, minutes, still) => {
          const ms = minutes * minute
          const due = afterWorkingMs({ from, ms, calendar, standstills: still })
          if (due === null) throw new Error('An office that opens comes to every deadline.')
          const between = (start: Instant, to: Instant) =>
            workingMsBetween({ from: start, to, calendar, standstills: still })
          expect(between(from, due)).toBe(ms)
          const middle = instantAt(Math.trunc((epochMsOf(from) + epochMsOf(due)) / 2))
          expect(between(from, middle) + between(middle, due)).toBe(ms)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is never more for a standstill: a pause moves a deadline back by what it takes', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 1, max: 3_000 }),
        standstills,
        (calendar, from, minutes, still) => {
          const ms = minutes * minute
          const plain = afterWorkingMs({ from, ms, calendar })
          const paused = afterWorkingMs({ from, ms, calendar, standstills: still })
          expect((paused ?? '~') >= (plain ?? '~')).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})

const isOpenAt = ({ calendar, instant }: { calendar: WorkingCalendar; instant: Instant }) => {
  const { zone, hours, holidays } = calendar
  const day = dayIn({ instant, zone })
  const [h = 0, m = 0] = wallTimeIn({ instant, zone }).split(':').map(Number)
  const at = h * 60 + m
  return (
    !holidays.has(day) &&
    (hours[weekdayOf(day)] ?? []).some((open) => open.fromMinute <= at && at < open.toMinute)
  )
}

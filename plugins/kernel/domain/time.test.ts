import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMinutes,
  dayIn,
  daysBetween,
  eachDay,
  epochMsOf,
  instantAt,
  instantOf,
  isDay,
  isWallTime,
  isZone,
  minutesBetween,
  paymentDueOn,
  wallTimeIn,
  weekdayOf,
  weekStartOf,
} from './time'

const zones = [
  'UTC',
  'America/New_York',
  'America/Phoenix',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
]
const anyInstant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 })
  .map((minutes) => instantAt(minutes * 60_000))
const anyDay = anyInstant.map((instant) => dayIn({ instant, zone: 'UTC' }))

describe('days', () => {
  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['20260101', false],
    ['', false],
  ])('knows whether %j is a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })

  it('counts forwards and backwards over month ends', () => {
    expect(addDays({ day: '2026-02-27', days: 2 })).toBe('2026-03-01')
    expect(addDays({ day: '2026-01-01', days: -1 })).toBe('2025-12-31')
    expect(daysBetween({ from: '2026-03-01', to: '2026-02-27' })).toBe(-2)
  })

  it.each([
    ['2026-03-08', 1, '2026-03-02'],
    ['2026-03-08', 7, '2026-03-08'],
    ['2026-03-09', 1, '2026-03-09'],
    ['2026-03-09', 6, '2026-03-07'],
  ] as const)('finds the week of %s that begins on weekday %i', (day, startsOn, expected) => {
    expect(weekStartOf({ day, startsOn })).toBe(expected)
  })

  it('puts each day into exactly one week', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(1, 2, 3, 4, 5, 6, 7), (day, startsOn) => {
        const start = weekStartOf({ day, startsOn })
        expect(weekdayOf(start)).toBe(startsOn)
        expect(eachDay({ from: start, to: addDays({ day: start, days: 6 }) })).toContain(day)
      }),
    )
  })

  it('lists no days when the end is before the start', () => {
    expect(eachDay({ from: '2026-03-02', to: '2026-03-01' })).toEqual([])
    expect(eachDay({ from: '2026-03-01', to: '2026-03-01' })).toEqual(['2026-03-01'])
  })
})

describe('zones and wall times', () => {
  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Mars/Olympus', false],
    ['+02:00', false],
    ['', false],
  ])('knows whether %j is a zone: %s', (text, expected) => {
    expect(isZone(text)).toBe(expected)
  })

  it.each([
    ['00:00', true],
    ['23:59', true],
    ['24:00', false],
    ['9:00', false],
    ['09:60', false],
  ])('knows whether %j is a time of day: %s', (text, expected) => {
    expect(isWallTime(text)).toBe(expected)
  })

  it.each([
    ['2026-03-08', '02:30', 'compatible', '2026-03-08T07:30:00.000Z', 'skipped'],
    ['2026-03-08', '02:30', 'earlier', '2026-03-08T06:30:00.000Z', 'skipped'],
    ['2026-11-01', '01:30', 'compatible', '2026-11-01T05:30:00.000Z', 'ambiguous'],
    ['2026-11-01', '01:30', 'later', '2026-11-01T06:30:00.000Z', 'ambiguous'],
    ['2026-11-01', '02:00', 'compatible', '2026-11-01T07:00:00.000Z', 'exact'],
  ] as const)('places %s %s (%s) in New York', (day, time, disambiguation, instant, kind) => {
    expect(instantOf({ day, time, zone: 'America/New_York', disambiguation })).toEqual({
      instant,
      kind,
    })
  })

  it('shows every exact wall time again as it was given', () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
        const day = dayIn({ instant, zone })
        const time = wallTimeIn({ instant, zone })
        const placed = instantOf({ day, time, zone })
        expect(placed.kind).not.toBe('skipped')
        if (placed.kind === 'exact') expect(placed.instant).toBe(instant)
      }),
      { numRuns: 200 },
    )
  })

  it('counts the minutes that really pass over a clock change', () => {
    const zone = 'Europe/Berlin'
    const night = (from: string, to: string) =>
      minutesBetween({
        from: instantOf({ day: from, time: '22:00', zone }).instant,
        to: instantOf({ day: to, time: '06:00', zone }).instant,
      })
    expect(night('2026-10-24', '2026-10-25')).toBe(540)
    expect(night('2026-03-28', '2026-03-29')).toBe(420)
    expect(night('2026-06-01', '2026-06-02')).toBe(480)
  })

  it('moves an instant by minutes', () => {
    expect(addMinutes({ instant: '2026-01-01T00:00:00.000Z', minutes: -1 })).toBe(
      '2025-12-31T23:59:00.000Z',
    )
    expect(instantAt(epochMsOf('2026-01-01T00:00:00Z'))).toBe('2026-01-01T00:00:00.000Z')
  })
})

describe('payment terms', () => {
  it.each([
    ['2026-01-31', { kind: 'end-of-month', days: 30 }, '2026-03-02'],
    ['2026-02-10', { kind: 'end-of-month', days: 0 }, '2026-02-28'],
    ['2028-02-10', { kind: 'end-of-month', days: 0 }, '2028-02-29'],
    ['2026-01-31', { kind: 'net', days: 30 }, '2026-03-02'],
    ['2026-12-15', { kind: 'net', days: 14 }, '2026-12-29'],
    ['2026-12-15', { kind: 'net', days: 0 }, '2026-12-15'],
  ] as const)('an invoice of %s on %j is due on %s', (issuedOn, terms, dueOn) => {
    expect(paymentDueOn({ issuedOn, terms })).toBe(dueOn)
  })
})

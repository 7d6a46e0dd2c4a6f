import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { clockChange } from '#plugins/timekeeping/domain'
import { errorsAtFields, linesOf, readWeek, valuesOfEntries, withFurtherLine } from './week-form'

const days = ['2026-03-02', '2026-03-03', '2026-03-04']

describe('the typed week', () => {
  it('is read line by line, empty lines left out', () => {
    const { entries, lines, errors } = readWeek({
      days,
      values: {
        '2026-03-02.start': '08:00',
        '2026-03-02.end': '16:30',
        '2026-03-02.breakMinutes': '30',
        '2026-03-04.start': '22:00',
        '2026-03-04.end': '06:00',
        '2026-03-04_2.start': '07:00',
        '2026-03-04_2.end': '08:00',
        '2026-03-04_2.note': ' handover ',
      },
    })
    expect(errors).toEqual({})
    expect(lines).toEqual(['2026-03-02', '2026-03-04', '2026-03-04_2'])
    expect(entries).toEqual([
      { day: '2026-03-02', start: '08:00', end: '16:30', breakMinutes: 30 },
      { day: '2026-03-04', start: '22:00', end: '06:00', breakMinutes: 0 },
      { day: '2026-03-04', start: '07:00', end: '08:00', breakMinutes: 0, note: 'handover' },
    ])
  })

  it('says at the field what is missing or no number', () => {
    const { errors } = readWeek({
      days,
      values: {
        '2026-03-02.start': '08:00',
        '2026-03-03.breakMinutes': 'half an hour',
        '2026-03-04.end': '10:00',
      },
    })
    expect(Object.keys(errors).sort()).toEqual([
      '2026-03-02.end',
      '2026-03-03.breakMinutes',
      '2026-03-03.end',
      '2026-03-03.start',
      '2026-03-04.start',
    ])
  })

  it('reads nothing of days that are not on the sheet', () => {
    expect(readWeek({ days, values: { '2026-04-01.start': '08:00' } }).entries).toEqual([])
  })

  it('knows that a stretch inside the hour that came twice ended on the same day', () => {
    const { entries } = readWeek({
      days: ['2026-11-01'],
      values: {
        '2026-11-01.start': '01:50',
        '2026-11-01.end': '01:10',
        '2026-11-01.startOccurrence': 'first',
        '2026-11-01.endOccurrence': 'second',
      },
    })
    expect(entries[0]).toMatchObject({ endDay: '2026-11-01' })
  })

  it('takes two equal times for a whole day only where that is said', () => {
    const typed = { '2026-03-02.start': '08:00', '2026-03-02.end': '08:00' }
    expect(readWeek({ days, values: typed }).entries[0]).not.toHaveProperty('endDay')
    const whole = { ...typed, '2026-03-02.endDay': '2026-03-03' }
    const { entries } = readWeek({ days, values: whole })
    expect(entries[0]).toMatchObject({ endDay: '2026-03-03' })
    const kept = valuesOfEntries(entries.map((entry) => ({ ...entry, note: null })))
    expect(kept['2026-03-02.endDay']).toBe('2026-03-03')
    // Whoever corrects the end afterwards means the ordinary day.
    const corrected = { ...kept, '2026-03-02.end': '16:00' }
    expect(readWeek({ days, values: corrected }).entries[0]).not.toHaveProperty('endDay')
  })

  it('shows kept hours and reads the same again', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map(
        (minute) =>
          `${String(Math.trunc(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      )
    const entry = fc.record({
      day: fc.constantFrom(...days),
      start: time,
      end: time,
      breakMinutes: fc.integer({ min: 0, max: 480 }),
      note: fc.constantFrom(null, 'a note'),
    })
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (typed) => {
        const kept = [...typed].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
        const { entries, errors } = readWeek({ days, values: valuesOfEntries(kept) })
        expect(errors).toEqual({})
        expect(entries.map((read) => ({ ...read, note: read.note ?? null }))).toEqual(kept)
      }),
    )
  })
})

describe('further lines', () => {
  it('stand below the first of their day, as often as asked for', () => {
    const once = withFurtherLine({ day: '2026-03-03', values: { '2026-03-03.start': '08:00' } })
    const twice = withFurtherLine({ day: '2026-03-03', values: once })
    expect(linesOf({ days, values: twice })).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-03_2',
      '2026-03-03_3',
      '2026-03-04',
    ])
    expect(twice['2026-03-03.start']).toBe('08:00')
  })
})

describe('messages of the command', () => {
  it('stand at the fields of their line; what has no field stands at the line or on top', () => {
    expect(
      errorsAtFields({
        lines: ['2026-03-02', '2026-03-04_2'],
        fields: {
          'entries.0.start': 'This overlaps.',
          'entries.1.endOccurrence': 'Choose one.',
          'entries.1.day': 'Not this day.',
          'entries.9.start': 'Nobody sent this.',
          revision: 'Reload.',
        },
      }),
    ).toEqual({
      '2026-03-02.start': 'This overlaps.',
      '2026-03-04_2.endOccurrence': 'Choose one.',
      '2026-03-04_2': 'Not this day.',
      '': 'Nobody sent this. Reload.',
    })
  })
})

describe('a change of the clocks', () => {
  it.each([
    ['2026-03-08', 'America/New_York', -60],
    ['2026-11-01', 'America/New_York', 60],
    ['2026-03-08', 'America/Phoenix', 0],
    ['2026-10-25', 'Europe/London', 60],
    ['2026-04-05', 'Australia/Lord_Howe', 30],
    ['2026-03-03', 'America/New_York', 0],
  ])('on %s in %s', (day, zone, minutes) => {
    expect(clockChange({ day, zone })).toBe(minutes)
  })
})

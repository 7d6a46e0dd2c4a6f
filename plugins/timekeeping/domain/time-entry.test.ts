import { describe, expect, it } from 'vitest'
import { type TimeEntry, timeEntrySchema, validateEntries } from './time-entry'

const placements = [
  { placementId: 'ny', zone: 'America/New_York', startsOn: '2026-01-05', endsOn: '2026-12-31' },
  { placementId: 'la', zone: 'America/Los_Angeles', startsOn: '2026-01-05', endsOn: null },
]
const entry = (change: Partial<TimeEntry> = {}): TimeEntry => ({
  placementId: 'ny',
  day: '2026-03-02',
  start: '08:00',
  end: '16:30',
  breakMinutes: 30,
  ...change,
})
const fieldsOf = (entries: TimeEntry[]) => {
  const result = validateEntries({ entries, placements })
  return result.ok ? {} : (result.failure.fields ?? {})
}

describe('entries of time', () => {
  it('places a day and a night in time', () => {
    expect(
      validateEntries({
        entries: [entry(), entry({ start: '22:00', end: '06:00' })],
        placements,
      }),
    ).toEqual({
      ok: true,
      value: [
        {
          placementId: 'ny',
          day: '2026-03-02',
          zone: 'America/New_York',
          startAt: '2026-03-02T13:00:00.000Z',
          endAt: '2026-03-02T21:30:00.000Z',
          breakMinutes: 30,
          elapsedMinutes: 510,
          workedMinutes: 480,
        },
        {
          placementId: 'ny',
          day: '2026-03-02',
          zone: 'America/New_York',
          startAt: '2026-03-03T03:00:00.000Z',
          endAt: '2026-03-03T11:00:00.000Z',
          breakMinutes: 30,
          elapsedMinutes: 480,
          workedMinutes: 450,
        },
      ],
    })
  })

  it.each([
    ['2026-03-07', 420],
    ['2026-10-31', 540],
    ['2026-06-06', 480],
  ])('counts what really passed in the night of %s: %i minutes', (day, workedMinutes) => {
    const result = validateEntries({
      entries: [entry({ day, start: '23:00', end: '07:30' })],
      placements,
    })
    expect(result).toMatchObject({ ok: true, value: [{ workedMinutes }] })
  })

  it.each([
    ['a day before the assignment', { day: '2026-01-04' }, 'day', 'starts on 2026-01-05'],
    ['a day after the assignment', { day: '2027-01-01' }, 'day', 'ended on 2026-12-31'],
    ['an unknown assignment', { placementId: 'x' }, 'placementId', 'Choose one'],
    ['a skipped start', { day: '2026-03-08', start: '02:30' }, 'start', 'Clocks went forward'],
    ['an ambiguous end', { day: '2026-10-31', start: '20:00', end: '01:30' }, 'end', 'came twice'],
    ['an end before the start', { endDay: '2026-03-01' }, 'end', 'before the start'],
    ['more than 24 hours', { endDay: '2026-03-03', end: '08:01' }, 'end', 'longer than 24 hours'],
    ['a break as long as the work', { breakMinutes: 510 }, 'breakMinutes', 'less than 510'],
  ])('refuses %s beside its field', (_case, change, field, message) => {
    const fields = fieldsOf([entry({ day: '2026-02-02' }), entry(change)])
    expect(Object.keys(fields)).toEqual([`entries.1.${field}`])
    expect(fields[`entries.1.${field}`]).toContain(message)
  })

  it('accepts an ambiguous time once it is chosen', () => {
    const at = (endOccurrence: 'first' | 'second') =>
      validateEntries({
        entries: [entry({ day: '2026-10-31', start: '20:00', end: '01:30', endOccurrence })],
        placements,
      })
    expect(at('first')).toMatchObject({ ok: true, value: [{ elapsedMinutes: 330 }] })
    expect(at('second')).toMatchObject({ ok: true, value: [{ elapsedMinutes: 390 }] })
  })

  it('allows a whole day of 24 hours where the next day was chosen, and does not guess it', () => {
    expect(fieldsOf([entry({ start: '08:00', end: '08:00', endDay: '2026-03-03' })])).toEqual({})
    expect(fieldsOf([entry({ start: '08:00', end: '08:00' })])).toEqual({
      'entries.0.end': expect.stringContaining('next day'),
    })
  })

  it('refuses time that overlaps in real time at another placement and zone', () => {
    const overlapping = [
      entry({ start: '08:00', end: '16:00' }),
      entry({ placementId: 'la', start: '12:59', end: '14:00', breakMinutes: 0 }),
    ]
    expect(fieldsOf(overlapping)['entries.1.start']).toContain(
      'overlaps entry 1 (2026-03-02 08:00–16:00)',
    )
    const touching = [
      entry({ start: '08:00', end: '16:00' }),
      entry({ placementId: 'la', start: '13:00', end: '14:00', breakMinutes: 0 }),
    ]
    expect(fieldsOf(touching)).toEqual({})
  })

  it('refuses time that overlaps what is already kept', () => {
    const result = validateEntries({
      entries: [entry()],
      placements,
      known: [
        {
          label: 'Mon 2 March',
          startAt: '2026-03-02T21:00:00.000Z',
          endAt: '2026-03-02T22:00:00.000Z',
        },
      ],
    })
    expect(result).toMatchObject({
      ok: false,
      failure: {
        kind: 'input',
        fields: { 'entries.0.start': expect.stringContaining('Mon 2 March') },
      },
    })
  })

  it('tells all problems of a form at once', () => {
    const fields = fieldsOf([entry({ day: '2026-01-01' }), entry({ breakMinutes: 600 })])
    expect(Object.keys(fields)).toEqual(['entries.0.day', 'entries.1.breakMinutes'])
  })

  it.each([
    [{ start: '8:00' }],
    [{ day: '2026-02-30' }],
    [{ breakMinutes: -1 }],
    [{ breakMinutes: 0.5 }],
  ])('does not parse %j', (change) => {
    expect(timeEntrySchema.safeParse({ ...entry(), ...change }).success).toBe(false)
    expect(timeEntrySchema.safeParse(entry()).success).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'

import { daysFrom, emptyRow, inputOfRows, questionsOf, totalInWords } from './hours-rows'

const monday = emptyRow('2026-03-02')

describe('the rows of the hours grid', () => {
  it('names every day of the week once, over a clock change too', () => {
    expect(daysFrom({ from: '2026-03-02', to: '2026-03-08' })).toEqual([
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
    ])
  })

  it('sends only rows with hours and remembers where they stood', () => {
    const rows = [
      monday,
      { ...monday, day: '2026-03-03', start: '08:00', end: '16:30', breakMinutes: '30' },
      { ...monday, day: '2026-03-04', start: '22:00', end: '06:00', note: ' Night ' },
    ]
    expect(inputOfRows(rows)).toEqual({
      entries: [
        { day: '2026-03-03', start: '08:00', end: '16:30', breakMinutes: 30 },
        { day: '2026-03-04', start: '22:00', end: '06:00', breakMinutes: 0, note: 'Night' },
      ],
      rowOf: [1, 2],
    })
  })

  it('asks what the times do not tell, and sends the answers', () => {
    const sunday = { ...emptyRow('2026-11-01'), start: '00:30', end: '01:30' }
    const asked = (row: typeof sunday) => questionsOf({ row, twiceDays: ['2026-11-01'] })
    expect(asked(sunday)).toEqual({ startOccurrence: true, endOccurrence: true, endDay: true })
    expect(asked({ ...sunday, day: '2026-10-31' })).toEqual({
      startOccurrence: false,
      endOccurrence: true,
      endDay: false,
    })
    expect(asked({ ...sunday, day: '2026-10-30' })).toEqual({
      startOccurrence: false,
      endOccurrence: false,
      endDay: false,
    })
    expect(asked({ ...sunday, day: '2026-10-28', end: '00:30' }).endDay).toBe(true)
    const answered = { ...sunday, endOccurrence: 'second', endDay: '2026-11-01' }
    expect(inputOfRows([answered]).entries).toEqual([
      {
        day: '2026-11-01',
        start: '00:30',
        end: '01:30',
        breakMinutes: 0,
        endOccurrence: 'second',
        endDay: '2026-11-01',
      },
    ])
  })

  it('adds up what is saved', () => {
    expect(totalInWords([{ ...monday, workedMinutes: 465 }, monday])).toBe('7:45 hours saved')
  })
})

import { describe, expect, it } from 'vitest'

import { daysFrom, emptyRow, inputOfRows, totalInWords } from './hours-rows'

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

  it('adds up what is saved', () => {
    expect(totalInWords([{ ...monday, workedMinutes: 465 }, monday])).toBe('7:45 hours saved')
  })
})

import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DataTable, DecisionCard, WeekGrid } from './index'

const ids = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])

describe('WeekGrid', () => {
  const days = [
    { key: '2026-10-24', weekday: 'Saturday', date: '24 October', total: '7:30' },
    { key: '2026-10-25', weekday: 'Sunday', date: '25 October', note: 'The clocks go back.' },
  ]
  const errors = { '2026-10-25.end': 'The end is missing.', '2026-10-24': 'Two shifts overlap.' }
  const html = renderToStaticMarkup(
    createElement(WeekGrid, {
      days,
      values: { '2026-10-24.start': '08:00', '2026-10-24.breakMinutes': '30' },
      errors,
      weekTotal: '7:30',
    }),
  )

  it('has a named, filled input for start, end and break of each day', () => {
    const names = [...html.matchAll(/<input[^>]*\sname="([^"]+)"/g)].map((match) => match[1])
    expect(names).toEqual(
      days.flatMap(({ key }) => [`${key}.start`, `${key}.end`, `${key}.breakMinutes`]),
    )
    expect(html).toContain('value="08:00"')
  })

  it('puts the errors of a field and of a day where they belong', () => {
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1)
    for (const message of Object.values(errors)) expect(html).toContain(message)
    const described = [...html.matchAll(/aria-describedby="([^"]+)"/g)].map((match) => match[1])
    for (const target of described) expect(ids(html)).toContain(target)
  })
})

describe('DecisionCard', () => {
  const target = { action: '/decide', hidden: { submission: 's1' } }
  const card = (id: string, decided?: { tone: 'good'; label: string }) =>
    createElement(DecisionCard, {
      key: id,
      id,
      name: 'Priya Nair',
      ...(decided
        ? { decided }
        : {
            decision: {
              approve: target,
              reject: target,
              ask: target,
              reasons: [{ value: 'pay', label: 'Pay' }],
              values: {},
              errors: { reason: 'Choose a reason.' },
              open: 'reject' as const,
            },
          }),
    })

  it('keeps the ids of two candidates apart', () => {
    const html = renderToStaticMarkup(createElement('div', {}, card('c1'), card('c2')))
    expect(new Set(ids(html)).size).toBe(ids(html).length)
  })

  it('offers three forms and opens the refused one', () => {
    const html = renderToStaticMarkup(card('c1'))
    expect(html.match(/<form /g)).toHaveLength(3)
    expect(html.match(/<details[^>]* open=""/g)).toHaveLength(1)
    expect(html.match(/name="submission" value="s1"/g)).toHaveLength(3)
  })

  it('offers nothing more once decided', () => {
    const html = renderToStaticMarkup(card('c1', { tone: 'good', label: 'Invited' }))
    expect(html).not.toContain('<form')
    expect(html).toContain('Invited')
  })
})

describe('DataTable', () => {
  it('labels every cell for the narrow layout and names rows by their first column', () => {
    const html = renderToStaticMarkup(
      createElement(DataTable, {
        caption: 'Hours',
        columns: [
          { key: 'week', label: 'Week' },
          { key: 'hours', label: 'Hours', isFigure: true },
        ],
        rows: [{ id: '1', href: '/w/1', cells: { week: '2 November', hours: '40:00' } }],
      }),
    )
    expect(html).toMatch(/<th role="rowheader"[^>]*><a href="\/w\/1">2 November<\/a><\/th>/)
    expect(html).toContain('data-label="Hours"')
  })
})

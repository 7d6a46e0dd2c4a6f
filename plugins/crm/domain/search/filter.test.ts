import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cursorFrom, cursorText, filterFrom, isFiltered } from './filter'

const skillId = '0190a000-0000-7000-8000-000000000001'

const fieldsOf = (query: string) => {
  const read = filterFrom(new URLSearchParams(query))
  return read.ok ? {} : read.fields
}

describe('the filter in the address of a search', () => {
  it('reads lists, days, places and skills with years', () => {
    const read = filterFrom(
      new URLSearchParams(
        `state=new&state=active&skill=${skillId}:5&near=51.5,-0.12&within=30&unit=mi&contact=not:90&from=2026-12-01&pay=25.50`,
      ),
    )
    expect(read.ok && read.filter).toEqual({
      state: ['new', 'active'],
      label: [],
      pool: [],
      credential: [],
      skill: [{ id: skillId, years: 5 }],
      near: { latitude: 51.5, longitude: -0.12 },
      within: 30,
      unit: 'mi',
      contact: { kind: 'not', days: 90 },
      from: '2026-12-01',
      pay: 25.5,
    })
  })

  it.each([
    ['state=anonymised', 'state'],
    ['owner=me', 'owner'],
    ['skill=java', 'skill'],
    [`skill=${'-'.repeat(36)}`, 'skill'],
    ['near=London', 'near'],
    ['near=91,0', 'near'],
    ['within=0', 'within'],
    ['unit=leagues', 'unit'],
    ['contact=not:0', 'contact'],
    ['contact=yesterday', 'contact'],
    ['from=2026-02-31', 'from'],
    ['to=2026-02-01', 'from'],
    ['from=2026-03-01&to=2026-02-01', 'to'],
    ['sort=distance', 'sort'],
    ['sort=price', 'sort'],
    ['pay=-5', 'pay'],
    ['currency=euro', 'currency'],
  ])('names the field of %s', (query, field) => {
    expect(Object.keys(fieldsOf(query))).toEqual([field])
  })

  it('takes empty fields of a form for none', () => {
    const read = filterFrom(new URLSearchParams('owner=&from=&sort=newest&state='))
    expect(read.ok && isFiltered(read.filter)).toBe(false)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        filterFrom(
          new URLSearchParams({
            near: text,
            from: text,
            skill: text,
            within: text,
            contact: text,
            pay: text,
          }),
        )
        cursorFrom(text)
      }),
    )
  })

  it('gives out cursors that it reads', () => {
    const cursor = { sort: 'newest', key: '2026-11-22T10:00:00.000Z', id: skillId } as const
    expect(cursorFrom(cursorText(cursor))).toEqual(cursor)
    expect(cursorFrom(`newest~yesterday~${skillId}`)).toBeNull()
    expect(cursorFrom(`relevance~0.5~x`)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'

import { isSameValue, listAfterMerge, stateAfterMerge } from './merge'

describe('the state after a merge', () => {
  it.each([
    ['active', 'do_not_use', 'do_not_use'],
    ['do_not_use', 'placed', 'do_not_use'],
    ['inactive', 'placed', 'placed'],
    ['new', 'active', 'active'],
    ['placed', 'in_process', 'placed'],
    ['active', 'inactive', 'active'],
    ['new', 'inactive', 'new'],
  ] as const)('of %s and %s is %s', (kept, merged, after) => {
    expect(stateAfterMerge(kept, merged)).toBe(after)
  })
})

describe('a list after a merge', () => {
  it.each([
    ['skills', ['Java', 'SQL'], ['SQL', 'Go'], ['Java', 'SQL', 'Go']],
    [
      'workHistory',
      [{ id: '1', title: 'Nurse', employer: 'St. Anna', startedIn: '2020-01' }],
      [
        { id: '2', title: 'Head nurse', employer: 'St Anna', startedIn: '2020-01' },
        { id: '3', title: 'Carer', employer: 'Home', startedIn: '2018-01' },
      ],
      [
        { title: 'Nurse', employer: 'St. Anna', startedIn: '2020-01' },
        { title: 'Carer', employer: 'Home', startedIn: '2018-01' },
      ],
    ],
    [
      'workHistory',
      [{ title: 'Fitter', employer: 'Müller Werke GmbH', startedIn: null }],
      [
        { title: 'Welder', employer: 'Mueller Werke', startedIn: null },
        { title: 'Fitter', employer: 'Co.', startedIn: null },
      ],
      [
        { title: 'Fitter', employer: 'Müller Werke GmbH', startedIn: null },
        { title: 'Fitter', employer: 'Co.', startedIn: null },
      ],
    ],
    [
      'education',
      [{ institution: "St. Mary's", degree: 'BSc' }],
      [
        { institution: 'St Marys', degree: 'bsc' },
        { institution: 'St Marys', degree: 'MSc' },
      ],
      [
        { institution: "St. Mary's", degree: 'BSc' },
        { institution: 'St Marys', degree: 'MSc' },
      ],
    ],
    [
      'languages',
      [{ language: 'de', level: null }],
      [{ language: 'de', level: 'native' }],
      [{ language: 'de', level: null }],
    ],
    ['employmentTypes', null, ['temp'], ['temp']],
    [
      'availability',
      [{ id: 'a', from: '2026-01-01', to: null, kind: 'available', note: '' }],
      [{ id: 'b', kind: 'available', from: '2026-01-01', to: null, note: null }],
      [{ from: '2026-01-01', to: null, kind: 'available', note: '' }],
    ],
  ])('of %s says everything once, the kept one first', (name, kept, merged, after) => {
    expect(listAfterMerge({ name, kept, merged })).toEqual(after)
  })

  it('is compared by what it says', () => {
    expect(isSameValue([{ id: '1', a: 1, b: null }], [{ b: '', a: 1, id: '2' }])).toBe(true)
    expect(isSameValue(['a'], ['b'])).toBe(false)
    expect(isSameValue(null, undefined)).toBe(true)
  })
})

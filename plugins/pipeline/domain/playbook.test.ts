import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultPlaybooks } from './default-playbooks'
import { firstMatch, marksOf, stepText, type PlaybookFacts } from './playbook'
import { clientTiers, orderMarks, type OrderMark } from './playbook-choices'
import { employmentTypes } from './employment-type'
import { feeKinds, grades } from './qualification-choices'

const everything = { grades: [], employmentTypes: [], clientTiers: [], feeKinds: [], marks: [] }
const playbooks = defaultPlaybooks.map(({ key, condition }) => ({
  key,
  condition: { ...everything, ...condition },
}))

const order: PlaybookFacts = {
  grade: 'B',
  employmentType: 'permanent',
  clientTier: 'standard',
  feeKind: 'percent',
  marks: [],
}

describe('the playbook of an order', () => {
  it.each<[string, Partial<PlaybookFacts>, string]>([
    ['an A that is ours alone', { grade: 'A', marks: ['exclusive', 'later'] }, 'a-hot'],
    ['an A that starts soon', { grade: 'A', marks: ['within_14d', 'within_30d'] }, 'a-hot'],
    ['an A that is neither', { grade: 'A', marks: ['later'] }, 'a-search'],
    ['a B', { marks: ['exclusive'] }, 'b-match'],
    ['a C', { grade: 'C' }, 'c-renegotiate'],
    [
      'a shift of tomorrow, whatever its grade',
      { grade: 'C', employmentType: 'temp', marks: ['within_24h', 'within_14d'] },
      'temp-today',
    ],
    ['a permanent start tomorrow', { grade: 'C', marks: ['within_24h'] }, 'c-renegotiate'],
    ['ten temps', { grade: 'A', employmentType: 'temp', marks: ['bulk'] }, 'temp-bulk'],
    [
      'what a manager decided',
      { grade: 'A', marks: ['override', 'exclusive'] },
      'strategic-override',
    ],
    ['what is outside the niche', { grade: 'A', marks: ['outside_niche'] }, 'hand-off'],
  ])('%s', (_, facts, key) => {
    expect(firstMatch({ playbooks, facts: { ...order, ...facts } })?.key).toBe(key)
  })

  it('is the first one that matches, and there is one for every order', () => {
    const facts = fc.record<PlaybookFacts>({
      grade: fc.constantFrom(...grades),
      employmentType: fc.constantFrom(...employmentTypes),
      clientTier: fc.constantFrom(...clientTiers),
      feeKind: fc.constantFrom(...feeKinds, null),
      marks: fc.uniqueArray(fc.constantFrom(...orderMarks)),
    })
    fc.assert(
      fc.property(facts, (given) => {
        const found = firstMatch({ playbooks, facts: given })
        expect(found).not.toBeNull()
        const before = playbooks.slice(
          0,
          playbooks.findIndex(({ key }) => key === found?.key),
        )
        expect(firstMatch({ playbooks: before, facts: given })).toBeNull()
      }),
    )
  })

  it('is none where no condition is met', () => {
    const picky = [{ condition: { ...everything, feeKinds: ['retained' as const] } }]
    expect(firstMatch({ playbooks: picky, facts: order })).toBeNull()
    expect(firstMatch({ playbooks: picky, facts: { ...order, feeKind: null } })).toBeNull()
  })
})

describe('what an order is like', () => {
  const plain = {
    today: '2026-11-22',
    startsOn: null,
    urgency: null,
    exclusivityUntilOn: null,
    feeKind: null,
    openings: 1,
    isOverridden: false,
    isOutsideNiche: false,
  }
  it.each<[string, Partial<Parameters<typeof marksOf>[0]>, readonly OrderMark[]]>([
    ['nothing', {}, []],
    ['today', { startsOn: '2026-11-22' }, ['within_24h', 'within_14d', 'within_30d']],
    ['in two days', { startsOn: '2026-11-24' }, ['within_14d', 'within_30d']],
    ['in 15 days', { startsOn: '2026-12-07' }, ['within_30d']],
    ['in 31 days', { startsOn: '2026-12-23' }, ['later']],
    ['yesterday', { startsOn: '2026-11-21' }, []],
    ['as soon as possible', { urgency: 'asap' }, ['asap']],
    ['a date beats it', { urgency: 'asap', startsOn: '2026-12-23' }, ['later']],
    ['exclusive until today', { exclusivityUntilOn: '2026-11-22' }, ['exclusive']],
    ['retained', { feeKind: 'retained' }, ['exclusive']],
    ['nine openings', { openings: 9 }, []],
    ['ten openings', { openings: 10 }, ['bulk']],
  ])('%s', (_, given, marks) => {
    expect(marksOf({ ...plain, ...given })).toEqual(marks)
  })
})

it('fills the words of a step, and leaves what it does not know', () => {
  expect(
    stepText({
      text: 'Call {client} about {title}, {toString} and {nobody}.',
      values: { client: 'Meridian {title}', title: 'nurses' },
    }),
  ).toBe('Call Meridian {title} about nurses, {toString} and {nobody}.')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isToBeAsked, keepingOf, keepingStage, type KeepingFacts } from './keeping'

const rules = { consentMonths: 24, interestMonths: 12 }

const facts = (given: Partial<KeepingFacts>): KeepingFacts => ({
  state: 'active',
  createdAt: '2020-01-31T10:00:00.000Z',
  heardAt: null,
  leftAt: null,
  wasAsked: Boolean(given.givenAt ?? given.withdrawnAt),
  givenAt: null,
  withdrawnAt: null,
  refusedAt: null,
  ...given,
})

describe('the ground on which a candidate is kept', () => {
  it.each<[string, Partial<KeepingFacts>, string, string | null]>([
    ['who was never asked, from the first day', {}, 'interest', '2021-01-31'],
    ['who was heard of since', { heardAt: '2020-02-29T23:59:00.000Z' }, 'interest', '2021-02-28'],
    ['who agreed', { givenAt: '2024-02-29T08:00:00.000Z' }, 'consent', '2026-02-28'],
    [
      'who agreed long ago and only wrote since',
      { givenAt: '2020-02-01T08:00:00.000Z', heardAt: '2025-06-01T00:00:00.000Z' },
      'consent',
      '2022-02-01',
    ],
    [
      'who agreed long ago and worked since',
      { givenAt: '2020-02-01T08:00:00.000Z', leftAt: '2025-06-01T00:00:00.000Z' },
      'dealings',
      '2026-06-01',
    ],
    [
      'who works, whatever ran out',
      {
        state: 'placed',
        givenAt: '2001-01-01T00:00:00.000Z',
        refusedAt: '2020-01-01T00:00:00.000Z',
      },
      'process',
      null,
    ],
    [
      'who took back every consent',
      { withdrawnAt: '2025-03-04T00:00:00.000Z' },
      'withdrawn',
      '2025-03-04',
    ],
    [
      'who said no after a yes',
      { givenAt: '2025-01-01T00:00:00.000Z', refusedAt: '2025-02-01T00:00:00.000Z' },
      'refused',
      '2025-02-01',
    ],
    [
      'who said yes after a no',
      { givenAt: '2025-03-01T00:00:00.000Z', refusedAt: '2025-02-01T00:00:00.000Z' },
      'consent',
      '2027-03-01',
    ],
  ])('of one %s', (_, given, ground, endsOn) => {
    expect(keepingOf({ facts: facts(given), rules })).toEqual({ ground, endsOn })
  })

  it('holds without end where no rule is applied, but not for a no', () => {
    const off = { consentMonths: null, interestMonths: null }
    expect(keepingOf({ facts: facts({}), rules: off }).endsOn).toBeNull()
    expect(
      keepingOf({ facts: facts({ givenAt: '2001-01-01T00:00:00.000Z' }), rules: off }).endsOn,
    ).toBeNull()
    expect(
      keepingOf({ facts: facts({ refusedAt: '2025-02-01T00:00:00.000Z' }), rules: off }).ground,
    ).toBe('refused')
  })

  it('never ends sooner by something new that they said or did', () => {
    const instant = fc
      .date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    const months = fc.option(fc.integer({ min: 1, max: 120 }), { nil: null })
    fc.assert(
      fc.property(
        fc.record({
          given: fc.option(instant, { nil: null }),
          heard: fc.option(instant, { nil: null }),
        }),
        instant,
        fc.record({ consentMonths: months, interestMonths: months }),
        ({ given, heard }, later, some) => {
          const before = facts({ givenAt: given, heardAt: heard })
          const [ends, after] = [
            keepingOf({ facts: before, rules: some }).endsOn,
            keepingOf({ facts: { ...before, leftAt: later }, rules: some }).endsOn,
          ]
          expect(after === null || (ends !== null && after >= ends)).toBe(true)
        },
      ),
    )
  })
})

describe('the days before the end', () => {
  const stage = (today: string, ground: 'consent' | 'refused' = 'consent') =>
    keepingStage({
      keeping: { ground, endsOn: '2026-12-24' },
      today,
      asksFrom: today.replace('2026-11', '2026-12'),
    })

  it('begin when people are asked, and the last one still counts', () => {
    expect(stage('2026-11-23')).toBe('kept')
    expect(stage('2026-11-24')).toBe('ending')
    expect(stage('2026-12-24')).toBe('ending')
    expect(stage('2026-12-25')).toBe('ended')
    expect(stage('2026-11-01', 'refused')).toBe('ended')
  })

  it.each([
    ['2026-11-23', null, false],
    ['2026-11-24', null, true],
    ['2026-11-25', '2026-11-24', false],
    ['2026-12-16', '2026-11-24', false],
    ['2026-12-17', '2026-11-24', true],
    ['2026-12-18', '2026-12-17', false],
    ['2026-11-24', '2024-11-24', true],
    ['2026-12-20', null, true],
    ['2026-12-21', '2026-12-20', false],
  ])('on %s of somebody asked on %s: %s', (today, askedOn, isAsked) => {
    expect(isToBeAsked({ today, askedOn, firstOn: '2026-11-24', lastOn: '2026-12-17' })).toBe(
      isAsked,
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { addDays, money } from '#plugins/kernel/domain'
import { permanentFee } from './permanent-fee'
import { placeWishSchema } from './place-wish'
import { firstDayOf, lastDayOf, outcomeOfEnding } from './placement-days'
import { ruleSetFor } from './rule-set-for'
import { termsInForce } from './terms-in-force'

describe('the fee of a permanent placement', () => {
  const salary = money({ amountMinor: 8_000_000, currency: 'USD' })
  const fee = (terms: Partial<Parameters<typeof permanentFee>[0]>) =>
    permanentFee({ salary, feeBp: null, feeFlatMinor: null, currency: 'USD', ...terms })

  it.each([
    [{ feeBp: 2_000 }, 1_600_000],
    [{ feeBp: 0 }, 0],
    [{ feeBp: 10_000 }, 8_000_000],
    [{ feeFlatMinor: 990_000 }, 990_000],
    [{ feeFlatMinor: 990_000, feeBp: 2_000 }, 990_000],
    [{ feeFlatMinor: 990_000, salary: null }, 990_000],
    // 33.33 % of 0.01 is 0.003333, of 0.02 at 25 % exactly half a cent.
    [{ feeBp: 3_333, salary: money({ amountMinor: 1, currency: 'USD' }) }, 0],
    [{ feeBp: 2_500, salary: money({ amountMinor: 2, currency: 'USD' }) }, 1],
  ])('%# comes to what was agreed', (terms, amountMinor) => {
    expect(fee(terms)).toEqual({ ok: true, value: { amountMinor, currency: 'USD' } })
  })

  it.each([
    [{}, 'feeMinor'],
    [{ feeBp: 10_001 }, 'feeMinor'],
    [{ feeBp: -1 }, 'feeMinor'],
    [{ feeFlatMinor: -1 }, 'feeMinor'],
    [{ feeBp: 2_000, salary: null }, 'salaryMinor'],
  ])('%# is refused beside its field', (terms, field) => {
    expect(fee(terms)).toMatchObject({
      ok: false,
      failure: { kind: 'input', fields: { [field]: expect.any(String) } },
    })
  })
})

describe('the days of a placement', () => {
  it('are the real ones where they are known', () => {
    const agreed = { startsOn: '2026-06-01', endsOn: '2026-09-30' }
    expect([firstDayOf(agreed), lastDayOf(agreed)]).toEqual(['2026-06-01', '2026-09-30'])
    const noticed = { ...agreed, actualStartOn: '2026-06-03', noticeUntilOn: '2026-08-15' }
    expect([firstDayOf(noticed), lastDayOf(noticed)]).toEqual(['2026-06-03', '2026-08-15'])
    expect(lastDayOf({ ...noticed, actualEndOn: '2026-08-14' })).toBe('2026-08-14')
    expect(lastDayOf({ startsOn: '2026-06-01', endsOn: null })).toBeNull()
  })

  it.each([
    ['temp', '2026-09-30', '2026-09-29', 'ended_early'],
    ['temp', '2026-09-30', '2026-09-30', 'completed'],
    ['contract', '2026-09-30', '2026-10-15', 'completed'],
    ['contract', null, '2026-10-15', 'completed'],
    ['permanent', null, '2026-10-15', 'ended_early'],
  ])('%s until %s that ends on %s is %s', (employmentType, plannedEndOn, actualEndOn, outcome) => {
    expect(outcomeOfEnding({ employmentType, plannedEndOn, actualEndOn })).toBe(outcome)
  })
})

describe('the rules for a place of work', () => {
  it.each<[string | null, string, string]>([
    ['US-CA', 'us-federal', 'us-california'],
    ['US-NY', 'us-california', 'us-federal'],
    ['US', 'us-federal', 'us-federal'],
    ...['PR', 'GU', 'VI', 'AS', 'MP'].flatMap((territory): [string, string, string][] => [
      [territory, 'none', 'us-federal'],
      [`US-${territory}`, 'us-california', 'us-federal'],
    ]),
    ['PR-SJ', 'us-federal', 'us-federal'],
    // Canada is not California, and Australia no territory.
    ['CA', 'us-federal', 'none'],
    ['AU', 'us-federal', 'none'],
    ['GB', 'us-federal', 'none'],
    ['GB', 'none', 'none'],
    [null, 'us-california', 'us-california'],
  ])('%s, usually %s: %s', (jurisdiction, usualRuleSet, expected) => {
    expect(ruleSetFor({ jurisdiction, usualRuleSet })).toBe(expected)
  })
})

describe('the terms in force', () => {
  const version = (number: number, effectiveFromOn: string) => ({
    version: number,
    effectiveFromOn,
  })

  it('are the latest that began by then, the higher version of one day', () => {
    const terms = [
      version(1, '2026-06-01'),
      version(2, '2026-07-01'),
      version(3, '2026-07-01'),
      version(4, '2026-08-01'),
    ]
    const on = (day: string) => termsInForce({ terms, on: day })?.version ?? null
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01', '2027-01-01'].map(on)).toEqual([
      null,
      1,
      1,
      3,
      4,
    ])
  })

  it('do not depend on the order in which they are read', () => {
    const versions = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(30)), {
      selector: ([number]) => number,
    })
    fc.assert(
      fc.property(versions, fc.nat(30), (list, offset) => {
        const dayAt = (days: number) => addDays({ day: '2026-06-01', days })
        const terms = list.map(([number, days]) => version(number, dayAt(days)))
        const on = dayAt(offset)
        const forwards = termsInForce({ terms, on })
        expect(termsInForce({ terms: [...terms].reverse(), on })).toEqual(forwards)
        expect(forwards === null).toBe(terms.every((one) => one.effectiveFromOn > on))
      }),
    )
  })
})

describe('the wish to place somebody', () => {
  const submissionId = '0190a000-0000-7000-8000-000000000001'

  it('is told what is wrong with it beside the field', () => {
    const problems = (wish: object) =>
      placeWishSchema.safeParse(wish).error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(problems({ submissionId, startsOn: '2026-06-01' })).toEqual([])
    expect(problems({ submissionId: 'x', startsOn: '2026-02-30' })).toEqual([
      'submissionId',
      'startsOn',
    ])
    expect(problems({ submissionId, startsOn: '2026-06-02', endsOn: '2026-06-01' })).toEqual([
      'endsOn',
    ])
    expect(problems({ submissionId, startsOn: '2026-06-01', payRateE4: 1.5 })).toEqual([
      'payRateE4',
    ])
    expect(problems({ submissionId, startsOn: '2026-06-01', feeMinor: -1 })).toEqual(['feeMinor'])
  })
})

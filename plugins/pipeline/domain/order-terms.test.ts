import { describe, expect, it } from 'vitest'

import { judgeTerms, judgeTermsForActivation, type OrderTerms } from './order-terms'

const fieldsOf = (judged: ReturnType<typeof judgeTerms>): string[] =>
  judged.ok ? [] : Object.keys(judged.failure.fields ?? {})

describe('terms of an order', () => {
  it.each<[string, OrderTerms, string[]]>([
    [
      'a salary upside down',
      { employmentType: 'permanent', salaryFromMinor: 2, salaryToMinor: 1 },
      ['salaryToMinor'],
    ],
    ['a fee above the salary', { employmentType: 'permanent', feeBp: 10_001 }, ['feeBp']],
    [
      'an end before the start',
      { employmentType: 'temp', startsOn: '2026-12-02', endsOn: '2026-12-01' },
      ['endsOn'],
    ],
    ['nothing yet', { employmentType: 'temp' }, []],
  ])('%s', (_, terms, fields) => {
    expect(fieldsOf(judgeTerms(terms))).toEqual(fields)
  })

  it.each<[string, OrderTerms, string[]]>([
    ['a permanent order without a fee', { employmentType: 'permanent' }, ['feeBp']],
    ['a share of no salary', { employmentType: 'permanent', feeBp: 2_000 }, ['salaryFromMinor']],
    [
      'a share of a salary',
      { employmentType: 'permanent', feeBp: 2_000, salaryToMinor: 6_000_000 },
      [],
    ],
    ['a flat fee alone', { employmentType: 'permanent', feeFlatMinor: 500_000 }, []],
    ['a contract without rates', { employmentType: 'contract' }, ['payRateE4', 'billRateE4']],
    [
      'a temp job without a bill rate',
      { employmentType: 'temp', payRateE4: 200_000 },
      ['billRateE4'],
    ],
    [
      'a temp job with a rate of nothing',
      { employmentType: 'temp', payRateE4: 0, billRateE4: 300_000 },
      ['payRateE4'],
    ],
    [
      'a temp job with both',
      { employmentType: 'temp', payRateE4: 200_000, billRateE4: 300_000 },
      [],
    ],
  ])('to be activated: %s', (_, terms, fields) => {
    expect(fieldsOf(judgeTermsForActivation(terms))).toEqual(fields)
  })
})

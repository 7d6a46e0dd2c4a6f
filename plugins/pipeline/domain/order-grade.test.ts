import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { judgeGates, type GateKey } from './gates'
import { gradeOf, judgeOrder, noSigns, type OrderSigns } from './order-grade'
import { scoreOrder, type ScorePartKey } from './order-score'
import type { QualificationFacts } from './qualification-facts'

const today = '2026-11-22'

/** An exclusive order of a good client, as the worked example of 93 has it. */
const exclusive: QualificationFacts = {
  today,
  employmentType: 'permanent',
  terms: { signedOn: '2026-01-10', validUntilOn: null, covers: [] },
  isOnCreditStop: false,
  decisionMaker: { isReachable: true },
  vacancyApproval: 'approved',
  pay: { offered: 100, p25: 80, p50: 100, hasException: false },
  advertCheck: 'lawful',
  hasWorkLocation: true,
  startsOn: '2026-12-04',
  urgency: 'dated',
  hasConsequence: true,
  openSinceOn: null,
  hasSearchedInternally: false,
  feeKind: 'percent',
  exclusivityUntilOn: '2026-12-13',
  competingAgencies: 0,
  interviewSlots: 3,
  feedbackSlaHours: 48,
  valueRatioBp: 16_000,
  matches: 4,
  categoryFill: { reached: 5, of: 10 },
  client: {
    isNew: false,
    fill: { reached: 4, of: 10 },
    medianFeedbackHours: 48,
    paysWithinTerms: true,
  },
  clarity: { reached: 9, of: 10 },
}

/** The same client’s order shared out to four agencies, as the worked example of 33 has it. */
const shared: QualificationFacts = {
  ...exclusive,
  pay: { offered: 90, p25: 80, p50: 100, hasException: false },
  startsOn: null,
  urgency: 'asap',
  hasConsequence: false,
  exclusivityUntilOn: null,
  competingAgencies: 3,
  interviewSlots: 0,
  feedbackSlaHours: null,
  valueRatioBp: 6_000,
  matches: 1,
  clarity: { reached: 6, of: 10 },
}

const pointsOf = (facts: QualificationFacts): Record<string, number> =>
  Object.fromEntries(scoreOrder(facts).parts.map(({ key, points }) => [key, points]))

const notPassed = (facts: QualificationFacts): readonly GateKey[] =>
  judgeGates(facts)
    .filter(({ isPassed }) => !isPassed)
    .map(({ key }) => key)

describe('the worked examples', () => {
  it('gives 93 and an A to the exclusive order', () => {
    expect(pointsOf(exclusive)).toEqual({
      urgency: 16,
      commitment: 18,
      value: 15,
      fillability: 20,
      client: 15,
      clarity: 9,
    })
    expect(judgeOrder({ facts: exclusive })).toMatchObject({ score: 93, grade: 'A', signs: [] })
  })

  it('gives 33 and a C to the one shared out, although the client is good', () => {
    expect(pointsOf(shared)).toEqual({
      urgency: 2,
      commitment: 0,
      value: 0,
      fillability: 10,
      client: 15,
      clarity: 6,
    })
    expect(judgeOrder({ facts: shared })).toMatchObject({ score: 33, grade: 'C' })
  })
})

describe('the score, at each boundary', () => {
  const bare: QualificationFacts = {
    ...shared,
    urgency: null,
    feeKind: null,
    competingAgencies: null,
    valueRatioBp: null,
    matches: null,
    pay: { offered: null, p25: null, p50: null, hasException: false },
    categoryFill: { reached: 0, of: 0 },
    client: {
      isNew: false,
      fill: { reached: 0, of: 5 },
      medianFeedbackHours: null,
      paysWithinTerms: null,
    },
    clarity: { reached: 0, of: 10 },
  }
  it.each<[string, ScorePartKey, Partial<QualificationFacts>, number]>([
    ['a start today', 'urgency', { startsOn: today }, 12],
    ['a start in 14 days', 'urgency', { startsOn: '2026-12-06' }, 12],
    ['a start in 15 days', 'urgency', { startsOn: '2026-12-07' }, 8],
    ['a start in 30 days', 'urgency', { startsOn: '2026-12-22' }, 8],
    ['a start in 31 days', 'urgency', { startsOn: '2026-12-23' }, 4],
    ['a start that has passed', 'urgency', { startsOn: '2026-11-21' }, 2],
    ['as soon as possible', 'urgency', { urgency: 'asap' }, 2],
    ['no word on the start', 'urgency', {}, 0],
    ['a consequence', 'urgency', { hasConsequence: true }, 4],
    [
      'open for 28 days and searched',
      'urgency',
      { openSinceOn: '2026-10-25', hasSearchedInternally: true },
      0,
    ],
    [
      'open for 29 days and searched',
      'urgency',
      { openSinceOn: '2026-10-24', hasSearchedInternally: true },
      4,
    ],
    ['open for long, not searched', 'urgency', { openSinceOn: '2026-01-01' }, 0],
    ['retained', 'commitment', { feeKind: 'retained', exclusivityUntilOn: today }, 12],
    ['exclusive until today', 'commitment', { exclusivityUntilOn: today }, 10],
    ['no longer exclusive', 'commitment', { exclusivityUntilOn: '2026-11-21' }, 0],
    ['two agencies', 'commitment', { competingAgencies: 1 }, 5],
    ['three agencies', 'commitment', { competingAgencies: 2 }, 0],
    ['one slot', 'commitment', { interviewSlots: 1 }, 5],
    ['feedback in 48 hours', 'commitment', { feedbackSlaHours: 48 }, 3],
    ['feedback in 49 hours', 'commitment', { feedbackSlaHours: 49 }, 0],
    ['1.5 times the median', 'value', { valueRatioBp: 15_000 }, 15],
    ['just under it', 'value', { valueRatioBp: 14_999 }, 10],
    ['the median', 'value', { valueRatioBp: 10_000 }, 10],
    ['just under the median', 'value', { valueRatioBp: 9_999 }, 5],
    ['0.7 times', 'value', { valueRatioBp: 7_000 }, 5],
    ['just under 0.7 times', 'value', { valueRatioBp: 6_999 }, 0],
    ['four matches', 'fillability', { matches: 4 }, 10],
    ['three matches', 'fillability', { matches: 3 }, 6],
    ['two matches', 'fillability', { matches: 2 }, 6],
    ['one match', 'fillability', { matches: 1 }, 3],
    ['no match', 'fillability', { matches: 0 }, 0],
    [
      'pay at the middle',
      'fillability',
      { pay: { offered: 10, p25: 8, p50: 10, hasException: false } },
      5,
    ],
    [
      'pay at the lower quarter',
      'fillability',
      { pay: { offered: 8, p25: 8, p50: 10, hasException: false } },
      2,
    ],
    [
      'pay below it',
      'fillability',
      { pay: { offered: 7, p25: 8, p50: 10, hasException: true } },
      0,
    ],
    ['half filled', 'fillability', { categoryFill: { reached: 1, of: 2 } }, 5],
    ['less than half filled', 'fillability', { categoryFill: { reached: 49, of: 99 } }, 0],
    ['a new client', 'client', { client: { ...bare.client, isNew: true } }, 6],
    ['40 % filled', 'client', { client: { ...bare.client, fill: { reached: 2, of: 5 } } }, 5],
    ['48 hours', 'client', { client: { ...bare.client, medianFeedbackHours: 48 } }, 5],
    ['48.1 hours', 'client', { client: { ...bare.client, medianFeedbackHours: 48.1 } }, 0],
    ['pays late', 'client', { client: { ...bare.client, paysWithinTerms: false } }, 0],
    ['pays in time', 'client', { client: { ...bare.client, paysWithinTerms: true } }, 5],
    ['everything answered', 'clarity', { clarity: { reached: 17, of: 17 } }, 10],
    ['half answered', 'clarity', { clarity: { reached: 8, of: 17 } }, 5],
  ])('%s', (_, key, given, points) => {
    expect(pointsOf({ ...bare, ...given })[key]).toBe(points)
  })
})

describe('gates', () => {
  it.each<[string, Partial<QualificationFacts>, readonly GateKey[], boolean]>([
    [
      'unsigned terms',
      { terms: { signedOn: null, validUntilOn: null, covers: [] } },
      ['terms'],
      false,
    ],
    [
      'terms signed tomorrow',
      { terms: { signedOn: '2026-11-23', validUntilOn: null, covers: [] } },
      ['terms'],
      false,
    ],
    [
      'terms that ended yesterday',
      { terms: { signedOn: '2026-01-01', validUntilOn: '2026-11-21', covers: [] } },
      ['terms'],
      true,
    ],
    [
      'terms that end today',
      { terms: { signedOn: '2026-01-01', validUntilOn: today, covers: ['permanent'] } },
      [],
      false,
    ],
    [
      'terms for other work',
      { terms: { signedOn: '2026-01-01', validUntilOn: null, covers: ['temp'] } },
      ['terms'],
      true,
    ],
    ['a credit stop', { isOnCreditStop: true }, ['credit'], true],
    ['nobody who decides', { decisionMaker: null }, ['decision_maker'], false],
    ['nobody reachable', { decisionMaker: { isReachable: false } }, ['decision_maker'], true],
    ['a vacancy not asked about', { vacancyApproval: 'unknown' }, ['vacancy'], false],
    ['a vacancy not approved', { vacancyApproval: 'refused' }, ['vacancy'], true],
    [
      'pay below the market',
      { pay: { offered: 79, p25: 80, p50: 100, hasException: false } },
      ['pay'],
      true,
    ],
    [
      'the same with an exception',
      { pay: { offered: 79, p25: 80, p50: 100, hasException: true } },
      [],
      false,
    ],
    [
      'an unknown market',
      { pay: { offered: 79, p25: null, p50: null, hasException: false } },
      ['pay'],
      false,
    ],
    ['no place', { hasWorkLocation: false }, ['lawful'], false],
    ['an unlawful advert', { advertCheck: 'unlawful' }, ['lawful'], true],
  ])('%s', (_, given, keys, isRefused) => {
    const facts = { ...exclusive, ...given }
    expect(notPassed(facts)).toEqual(keys)
    expect(judgeGates(facts).some((gate) => gate.isRefused)).toBe(isRefused)
    expect(judgeOrder({ facts }).grade).toBe(keys.length === 0 ? 'A' : 'C')
  })
})

describe('the grade', () => {
  it.each([
    [75, 'A'],
    [74, 'B'],
    [50, 'B'],
    [49, 'C'],
  ] as const)('of %i is %s', (score, grade) => {
    expect(gradeOf({ score, areGatesPassed: true })).toBe(grade)
    expect(gradeOf({ score, areGatesPassed: false })).toBe('C')
  })

  const middling: QualificationFacts = { ...exclusive, exclusivityUntilOn: null, valueRatioBp: 0 }

  it.each<[string, QualificationFacts, Partial<OrderSigns>, string]>([
    ['two sent without an interview', exclusive, { sentWithoutInterview: 2 }, 'A'],
    ['three sent without an interview', exclusive, { sentWithoutInterview: 3 }, 'B'],
    ['one late answer', exclusive, { lateAnswers: 1 }, 'A'],
    ['two late answers', exclusive, { lateAnswers: 2 }, 'B'],
    ['14 days at rest', exclusive, { daysAtRest: 14 }, 'A'],
    ['15 days at rest', exclusive, { daysAtRest: 15 }, 'B'],
    ['nobody left', exclusive, { poolLeft: 0 }, 'B'],
    ['somebody left', exclusive, { poolLeft: 1 }, 'A'],
    ['two signs at once, still one step', exclusive, { poolLeft: 0, lateAnswers: 2 }, 'B'],
    ['an early answer', middling, { isAnsweredEarly: true }, 'A'],
    ['an early answer against rest', middling, { isAnsweredEarly: true, daysAtRest: 20 }, 'C'],
    [
      'an early answer past a gate',
      { ...middling, vacancyApproval: 'unknown' },
      { isAnsweredEarly: true },
      'C',
    ],
  ])('after %s', (_, facts, signs, grade) => {
    expect(judgeOrder({ facts, signs: { ...noSigns, ...signs } }).grade).toBe(grade)
  })
})

describe('any order', () => {
  const share = fc
    .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }))
    .map(([reached, more]) => ({ reached, of: reached + more }))
  const amount = fc.option(fc.nat({ max: 500 }), { nil: null })
  const day = fc.option(
    fc.constantFrom('2026-09-01', '2026-11-21', today, '2026-12-06', '2026-12-22', '2027-03-01'),
    { nil: null },
  )
  const facts = fc.record<QualificationFacts>({
    today: fc.constant(today),
    employmentType: fc.constantFrom('permanent', 'contract', 'temp'),
    terms: fc.record({ signedOn: day, validUntilOn: day, covers: fc.constant([]) }),
    isOnCreditStop: fc.boolean(),
    decisionMaker: fc.option(fc.record({ isReachable: fc.boolean() }), { nil: null }),
    vacancyApproval: fc.constantFrom('unknown', 'approved', 'refused'),
    pay: fc.record({ offered: amount, p25: amount, p50: amount, hasException: fc.boolean() }),
    advertCheck: fc.constantFrom('unknown', 'lawful', 'unlawful'),
    hasWorkLocation: fc.boolean(),
    startsOn: day,
    urgency: fc.constantFrom('dated', 'asap', 'open', null),
    hasConsequence: fc.boolean(),
    openSinceOn: day,
    hasSearchedInternally: fc.boolean(),
    feeKind: fc.constantFrom('percent', 'flat', 'retained', 'hourly', null),
    exclusivityUntilOn: day,
    competingAgencies: fc.option(fc.nat({ max: 20 }), { nil: null }),
    interviewSlots: fc.nat({ max: 9 }),
    feedbackSlaHours: fc.option(fc.nat({ max: 100 }), { nil: null }),
    valueRatioBp: fc.option(fc.integer({ min: -10_000, max: 50_000 }), { nil: null }),
    matches: fc.option(fc.nat({ max: 9 }), { nil: null }),
    categoryFill: share,
    client: fc.record({
      isNew: fc.boolean(),
      fill: share,
      medianFeedbackHours: fc.option(fc.nat({ max: 200 }), { nil: null }),
      paysWithinTerms: fc.constantFrom(true, false, null),
    }),
    clarity: share,
  })

  it('scores 0 to 100, the sum of its parts, each within its own', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { total, parts } = scoreOrder(given)
        expect(total).toBe(parts.reduce((sum, { points }) => sum + points, 0))
        expect(parts.reduce((sum, { most }) => sum + most, 0)).toBe(100)
        expect(parts.every(({ points, most }) => points >= 0 && points <= most)).toBe(true)
      }),
    )
  })

  it('never scores less for more commitment, value, matches, pay or answers', () => {
    const better: readonly ((given: QualificationFacts) => QualificationFacts)[] = [
      (given) => ({ ...given, hasConsequence: true }),
      (given) => ({ ...given, feeKind: 'retained' }),
      (given) => ({ ...given, exclusivityUntilOn: '2027-03-01' }),
      (given) => ({ ...given, interviewSlots: given.interviewSlots + 1 }),
      (given) => ({ ...given, feedbackSlaHours: 24 }),
      (given) => ({ ...given, valueRatioBp: Math.max(0, given.valueRatioBp ?? 0) + 5_000 }),
      (given) => ({ ...given, matches: (given.matches ?? 0) + 1 }),
      (given) => ({ ...given, pay: { ...given.pay, offered: (given.pay.offered ?? 0) + 50 } }),
      (given) => ({ ...given, clarity: { ...given.clarity, reached: given.clarity.of } }),
      (given) => ({ ...given, startsOn: today }),
    ]
    fc.assert(
      fc.property(facts, fc.constantFrom(...better), (given, improve) => {
        expect(scoreOrder(improve(given)).total).toBeGreaterThanOrEqual(scoreOrder(given).total)
      }),
    )
  })

  it('is no A while a gate is not passed', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (notPassed(given).length > 0) expect(judgeOrder({ facts: given }).grade).toBe('C')
      }),
    )
  })
})

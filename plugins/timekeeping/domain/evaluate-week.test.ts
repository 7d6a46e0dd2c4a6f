import { allocateMoney, epochMsOf, money, multiplyRate } from '#plugins/kernel/domain'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deltaLines } from './delta-lines'
import { evaluateWeek } from './evaluate-week'
import type { EvaluatedLine, LineSide } from './evaluated-line'
import { daysOf, evaluated, monday, shift, termsAt } from './week-examples'
import { type RuleSetId, ruleSetIds, ruleSets } from './rule-sets'
import { explainTrace, type OvertimeBilling } from './trace'
import type { WorkedEntry } from './worked-entry'
import { weekSpanOf } from './workweek'

const hourCodes: readonly string[] = ['REG', 'OT', 'DT']
const minutesBy = <Side extends LineSide>(lines: readonly EvaluatedLine<Side>[]) =>
  Object.fromEntries(
    lines
      .filter((line) => hourCodes.includes(line.earnCode))
      .map((line) => [`${line.placementId} ${line.earnCode}`, line.minutes]),
  )
const workedMinutes = <Side extends LineSide>(lines: readonly EvaluatedLine<Side>[]) =>
  lines
    .filter((line) => hourCodes.includes(line.earnCode))
    .reduce((sum, line) => sum + line.minutes, 0)

const days = [
  '2026-06-01',
  '2026-06-02',
  '2026-06-03',
  '2026-06-04',
  '2026-06-05',
  '2026-06-06',
  '2026-06-07',
]

/** A worker's week: up to three separate stretches a day at two placements. */
const anyWeek: fc.Arbitrary<WorkedEntry[]> = fc
  .record({
    cuts: fc.array(
      fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 6 }),
      {
        minLength: 7,
        maxLength: 7,
      },
    ),
    owners: fc.array(fc.constantFrom('A', 'B'), { minLength: 21, maxLength: 21 }),
    rates: fc.tuple(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 900_000 })),
    policies: fc.tuple(
      fc.constantFrom<OvertimeBilling>('last-worked', 'pro-rata', 'absorb'),
      fc.constantFrom<OvertimeBilling>('last-worked', 'pro-rata', 'absorb'),
    ),
  })
  .map(({ cuts, owners, rates, policies }) =>
    cuts.flatMap((points, dayIndex) => {
      const sorted = [...points].sort((a, b) => a - b)
      const entries: WorkedEntry[] = []
      for (let index = 0; index + 1 < sorted.length; index += 2) {
        const placementId = owners[dayIndex * 3 + index / 2] ?? 'A'
        const which = placementId === 'A' ? 0 : 1
        entries.push(
          shift({
            day: days[dayIndex] ?? monday,
            start: clock(sorted[index] ?? 0),
            end: clock(sorted[index + 1] ?? 0),
            placementId,
            terms: termsAt({ payRateE4: rates[which], overtimeBilling: policies[which] }),
          }),
        )
      }
      return entries
    }),
  )
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const anyRules = fc.constantFrom<RuleSetId>(...ruleSetIds).map((id) => ruleSets[id])

describe('any week', () => {
  it('pays and bills each worked minute exactly once', () => {
    fc.assert(
      fc.property(anyWeek, anyRules, (entries, ruleSet) => {
        const {
          payLines,
          billLines,
          summary,
          entries: evaluatedEntries,
        } = evaluated({
          entries,
          ruleSet,
        })
        const exact = evaluatedEntries.reduce((sum, entry) => sum + entry.exactMinutes, 0)
        expect(summary.workedMinutes + summary.outsideMinutes).toBe(exact)
        expect(summary.outsideMinutes).toBe(0)
        expect(workedMinutes(payLines)).toBe(exact)
        expect(workedMinutes(billLines)).toBe(exact)
      }),
    )
  })

  it('adds up to its lines, each of which repeats by hand from its own figures', () => {
    fc.assert(
      fc.property(anyWeek, anyRules, (entries, ruleSet) => {
        const { payLines, billLines, summary } = evaluated({ entries, ruleSet })
        for (const line of [...payLines, ...billLines]) {
          expect(multiplyRate(line).amountMinor).toBe(line.amountMinor)
          const traced = line.trace.reduce(
            (sum, step) => sum + (step.kind === 'worked' ? step.minutes : 0),
            0,
          )
          if (hourCodes.includes(line.earnCode)) expect(traced).toBe(line.minutes)
          expect(line.trace.at(-1)).toMatchObject({
            kind: 'amount',
            amountMinor: line.amountMinor,
          })
        }
        expect(payLines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(summary.payMinor)
        expect(summary.premiumShares.reduce((sum, share) => sum + share.amountMinor, 0)).toBe(
          summary.premiumMinor,
        )
      }),
    )
  })

  it('gives the same lines whenever and in whatever order it is reckoned', () => {
    fc.assert(
      fc.property(anyWeek, anyRules, (entries, ruleSet) => {
        const first = evaluated({ entries, ruleSet })
        expect(evaluated({ entries: [...entries].reverse(), ruleSet })).toEqual(first)
        expect(new Set(first.payLines.map((line) => line.key)).size).toBe(first.payLines.length)
        expect(deltaLines({ previous: first.payLines, next: first.payLines })).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('pays in California the greater of daily and weekly premium hours, and 40 straight at most', () => {
    fc.assert(
      fc.property(anyWeek, (entries) => {
        const { summary } = evaluated({ entries, ruleSet: ruleSets['us-california'] })
        const byDay = days.map((day) =>
          evaluated({ entries: entries.filter((entry) => entry.entryId.includes(day)) }),
        )
        const worked = byDay.map((day) => day.summary.workedMinutes)
        const isWholeWeek = worked.every((minutes) => minutes > 0)
        const daily = worked.reduce(
          (sum, minutes, index) =>
            sum + (isWholeWeek && index === 6 ? minutes : Math.max(0, minutes - 480)),
          0,
        )
        const premium = summary.overtimeMinutes + summary.doubleTimeMinutes
        expect(premium).toBe(Math.max(daily, summary.workedMinutes - 2400))
        expect(summary.regularMinutes).toBeLessThanOrEqual(2400)
        expect(summary.regularMinutes + premium).toBe(summary.workedMinutes)
      }),
      { numRuns: 60 },
    )
  })

  it('pays under the federal rule at least time and a half of the regular rate past 40 hours', () => {
    fc.assert(
      fc.property(anyWeek, (entries) => {
        const { summary } = evaluated({ entries })
        expect(summary.overtimeMinutes).toBe(Math.max(0, summary.workedMinutes - 2400))
        const regular = summary.regularRateE4 ?? 0
        const exact = ((regular / 2) * (summary.overtimeMinutes / 60)) / 100
        expect(Math.abs(summary.premiumMinor - exact)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('overtime over two clients', () => {
  const week = ({ a, b }: { a: OvertimeBilling; b: OvertimeBilling }) =>
    evaluated({
      entries: [
        ...daysOf({
          hours: [8, 8, 9],
          placementId: 'A',
          terms: termsAt({ payRateE4: 180_000, overtimeBilling: a }),
        }),
        ...daysOf({
          hours: [10, 10],
          placementId: 'B',
          firstDay: '2026-06-04',
          terms: termsAt({ payRateE4: 210_000, overtimeBilling: b }),
        }),
      ],
    })

  it.each([
    ['last-worked', 'last-worked', { 'A REG': 1500, 'B REG': 900, 'B OT': 300 }],
    ['pro-rata', 'pro-rata', { 'A REG': 1333, 'A OT': 167, 'B REG': 1067, 'B OT': 133 }],
    ['absorb', 'absorb', { 'A REG': 1500, 'B REG': 1200 }],
    ['pro-rata', 'absorb', { 'A REG': 1333, 'A OT': 167, 'B REG': 1200 }],
    ['pro-rata', 'last-worked', { 'A REG': 1500, 'B REG': 900, 'B OT': 300 }],
  ] as const)('bills %s and %s as %j', (a, b, expected) => {
    expect(minutesBy(week({ a, b }).billLines)).toEqual(expected)
  })

  it.each(['last-worked', 'pro-rata', 'absorb'] as const)(
    'pays the worker the same when clients are billed %s',
    (policy) => {
      const { summary } = week({ a: policy, b: policy })
      expect(summary.payMinor).toBe(91_833)
      expect(summary.premiumMinor).toBe(4833)
      expect(summary.premiumShares).toEqual([
        { placementId: 'A', amountMinor: 2685 },
        { placementId: 'B', amountMinor: 2148 },
      ])
    },
  )

  it('bills a client for overtime that its own hours make, whatever was agreed on the rest', () => {
    const { billLines } = evaluated({
      entries: [
        ...daysOf({
          hours: [9, 9, 9, 9, 9],
          placementId: 'A',
          terms: termsAt({ payRateE4: 200_000, overtimeBilling: 'absorb' }),
        }),
        ...daysOf({
          hours: [5],
          placementId: 'B',
          firstDay: '2026-06-06',
          terms: termsAt({ payRateE4: 200_000, overtimeBilling: 'absorb' }),
        }),
      ],
    })
    expect(minutesBy(billLines)).toEqual({ 'A REG': 2400, 'A OT': 300, 'B REG': 300 })
    const shared = evaluated({
      entries: [
        ...daysOf({
          hours: [9, 9, 9, 9, 9],
          placementId: 'A',
          terms: termsAt({ payRateE4: 200_000, overtimeBilling: 'pro-rata' }),
        }),
        ...daysOf({
          hours: [5],
          placementId: 'B',
          firstDay: '2026-06-06',
          terms: termsAt({ payRateE4: 200_000, overtimeBilling: 'pro-rata' }),
        }),
      ],
    })
    expect(minutesBy(shared.billLines)).toEqual({
      'A REG': 2130,
      'A OT': 570,
      'B REG': 270,
      'B OT': 30,
    })
    const absorbed = billLines.find((line) => line.placementId === 'B')
    expect(absorbed?.trace).toContainEqual({
      kind: 'overtime-absorbed',
      paidCode: 'OT',
      billedCode: 'REG',
    })
  })
})

describe('the seventh day', () => {
  it('earns a premium only after six days of work in the same week', () => {
    const ruleSet = ruleSets['us-california']
    const sunday = (hours: number[]) => evaluated({ ruleSet, entries: daysOf({ hours }) }).summary
    expect(sunday([4, 4, 4, 4, 4, 0, 8]).overtimeMinutes).toBe(0)
    expect(sunday([4, 4, 4, 4, 4, 4, 8]).overtimeMinutes).toBe(480)
  })
})

describe('a line explained', () => {
  it('lets a clerk repeat the overtime of two rates', () => {
    const { payLines } = evaluated({
      entries: [
        ...daysOf({ hours: [10, 10, 10], terms: termsAt({ payRateE4: 200_000 }) }),
        ...daysOf({
          hours: [7, 8],
          placementId: 'B',
          firstDay: '2026-06-04',
          terms: termsAt({ payRateE4: 260_000 }),
        }),
      ],
    })
    const overtime = payLines.find((line) => line.earnCode === 'OT')
    expect(overtime).toMatchObject({
      minutes: 300,
      ratio: { num: 37, den: 26 },
      amountMinor: 18_500,
    })
    expect(explainTrace({ trace: overtime?.trace ?? [], currency: 'USD' })).toEqual([
      "2026-06-05: 1:00 h OT (flsa-weekly-40); past 40:00 h a week; day 3:00 h → 4:00 h; week's straight time 40:00 h → 40:00 h",
      "2026-06-05: 4:00 h OT (flsa-weekly-40); past 40:00 h a week; day 4:00 h → 8:00 h; week's straight time 40:00 h → 40:00 h",
      'Regular rate (flsa-778.109): (30:00 h × 20.0000 + 15:00 h × 26.0000) / 45:00 h = 22.0000; multiplier 3/2',
      '5:00 h × 26.0000 × 37/26 = 185.00 USD',
    ])
  })

  it('writes simple overtime as time and a half', () => {
    const { payLines } = evaluated({ entries: daysOf({ hours: [10, 10, 10, 10, 6] }) })
    expect(payLines.map(({ earnCode, minutes, ratio }) => ({ earnCode, minutes, ratio }))).toEqual([
      { earnCode: 'REG', minutes: 2400, ratio: { num: 1, den: 1 } },
      { earnCode: 'OT', minutes: 360, ratio: { num: 3, den: 2 } },
    ])
  })

  it('puts differentials into the regular rate', () => {
    const { summary, payLines } = evaluated({
      entries: daysOf({
        hours: [10, 10, 10, 10, 6],
        terms: termsAt({ payRateE4: 200_000, differentialE4: 20_000 }),
      }),
    })
    expect(summary.payMinor).toBe(107_800)
    expect(summary.regularRateE4).toBe(220_000)
    expect(payLines.map((line) => [line.earnCode, line.amountMinor])).toEqual([
      ['REG', 80_000],
      ['OT', 18_600],
      ['DIFF', 9_200],
    ])
  })
})

describe('workdays where the work is', () => {
  const california = ruleSets['us-california']
  const employers = [
    'America/Los_Angeles',
    'America/New_York',
    'Europe/London',
    'Pacific/Honolulu',
    'Asia/Tokyo',
  ]
  const weekOf = ({ startsOn, zone }: { startsOn: string; zone: string }) => ({
    startsOn,
    dayStartsAt: '00:00',
    zone,
  })
  /** What the weeks of an employer make of time that may lie across their borders. */
  const overWeeks = ({ entries, zone }: { entries: readonly WorkedEntry[]; zone: string }) => {
    const sums = { regular: 0, overtime: 0, double: 0, premiumMinutes: 0, billed: 0 }
    for (const startsOn of ['2026-05-25', monday, '2026-06-08', '2026-06-15']) {
      const workweek = weekOf({ startsOn, zone })
      const span = weekSpanOf(workweek)
      const isInWeek = ({ startAt, endAt }: WorkedEntry) =>
        epochMsOf(startAt) < span.endMs && epochMsOf(endAt) > span.startMs
      const { summary, payLines, billLines } = evaluated({
        ruleSet: california,
        workweek,
        entries: entries.filter(isInWeek),
        around: entries.filter((entry) => !isInWeek(entry)),
      })
      sums.regular += summary.regularMinutes
      sums.overtime += summary.overtimeMinutes
      sums.double += summary.doubleTimeMinutes
      // A week's premiums of one rate are one line: the minutes tell them apart, the lines do not.
      for (const { earnCode, minutes } of payLines)
        if (earnCode === 'MEAL') sums.premiumMinutes += minutes
      sums.billed += workedMinutes(billLines)
    }
    return sums
  }
  const hours = (regular: number, overtime: number, double: number) => ({
    regular: regular * 60,
    overtime: overtime * 60,
    double: double * 60,
  })

  it.each(employers)('pays a day of 14 hours 8, 4 and 2 for an employer in %s', (zone) => {
    for (const day of ['2026-06-02', '2026-06-07', '2026-06-08', '2026-05-31'])
      expect(overWeeks({ zone, entries: daysOf({ hours: [14], firstDay: day }) })).toMatchObject(
        hours(8, 4, 2),
      )
  })

  it.each(employers)('knows the seventh day for an employer in %s', (zone) => {
    const week = overWeeks({ zone, entries: daysOf({ hours: [8, 8, 8, 8, 8, 8, 8] }) })
    expect(week.regular + week.overtime).toBe(56 * 60)
    // The last hours of a Sunday may belong to the employer's next week: they are premium still.
    expect(week.overtime).toBeGreaterThanOrEqual(8 * 60)
    expect(overWeeks({ zone, entries: daysOf({ hours: [4, 4, 4, 4, 4, 4, 8] }) })).toMatchObject(
      hours(24, 8, 0),
    )
    expect(overWeeks({ zone, entries: daysOf({ hours: [4, 4, 4, 0, 4, 4, 8] }) })).toMatchObject(
      hours(28, 0, 0),
    )
  })

  it.each(employers)('owes one meal premium a day for an employer in %s', (zone) => {
    const sunday = (start: string, end: string) => shift({ day: '2026-06-07', start, end })
    const entries = [sunday('06:00', '12:00'), sunday('15:00', '23:00')]
    expect(overWeeks({ zone, entries }).premiumMinutes).toBe(california.breakPremiumMinutes)
  })

  it('pays and bills each minute once, wherever the employer is', () => {
    fc.assert(
      fc.property(anyWeek, fc.constantFrom(...employers), (entries, zone) => {
        const exact = evaluated({ entries }).summary.workedMinutes
        const sums = overWeeks({ entries, zone })
        expect(sums.regular + sums.overtime + sums.double).toBe(exact)
        expect(sums.billed).toBe(exact)
      }),
      { numRuns: 40 },
    )
  })

  it('pays daily overtime the same for every employer while the week has none', () => {
    fc.assert(
      fc.property(anyWeek, fc.constantFrom(...employers), (entries, zone) => {
        const short = entries.filter(({ entryId }) => /2026-06-0[267]/.test(entryId))
        const [here, there] = ['America/Los_Angeles', zone].map((one) =>
          overWeeks({ entries: short, zone: one }),
        )
        // Three days of at most eight straight hours never reach forty a week.
        expect(there).toEqual(here)
      }),
      { numRuns: 40 },
    )
  })
})

describe('borders and breaks', () => {
  it('leaves time past the border to the next week', () => {
    const entries = [shift({ day: '2026-06-07', start: '22:00', end: '06:00' })]
    expect(evaluated({ entries }).summary).toMatchObject({
      workedMinutes: 120,
      outsideMinutes: 360,
    })
    const next = { startsOn: '2026-06-08', dayStartsAt: '00:00', zone: 'America/Los_Angeles' }
    expect(evaluated({ entries, workweek: next }).summary).toMatchObject({
      workedMinutes: 360,
      outsideMinutes: 120,
    })
  })

  it('starts the workday when the employer says', () => {
    const entries = [shift({ day: monday, start: '18:00', end: '06:00' })]
    const ruleSet = ruleSets['us-california']
    const dayStartsAt = '12:00'
    const workweek = { startsOn: monday, dayStartsAt, zone: 'America/Los_Angeles' }
    expect(evaluated({ entries, ruleSet }).summary.overtimeMinutes).toBe(0)
    expect(evaluated({ entries, ruleSet, workweek }).summary.overtimeMinutes).toBe(240)
  })

  it('takes a break nobody timed from the middle of the shift', () => {
    const { payLines } = evaluated({
      entries: [shift({ day: monday, start: '08:00', end: '16:30', breakMinutes: 30 })],
    })
    expect(payLines[0]?.trace.slice(0, 2)).toMatchObject([
      { from: '2026-06-01T15:00:00.000Z', to: '2026-06-01T19:00:00.000Z' },
      { from: '2026-06-01T19:30:00.000Z', to: '2026-06-01T23:30:00.000Z' },
    ])
  })

  it('rounds punches where allowed and keeps the exact minutes beside them', () => {
    const entries = [
      shift({
        day: monday,
        start: '07:53',
        end: '16:53',
        meals: [{ start: '12:02', end: '12:25' }],
      }),
    ]
    expect(evaluated({ entries, rounding: { unitMinutes: 15 } }).entries).toEqual([
      { entryId: entries[0]?.entryId, exactMinutes: 517, paidMinutes: 517 },
    ])
    const early = [shift({ day: monday, start: '07:52', end: '16:52' })]
    expect(evaluated({ entries: early, rounding: { unitMinutes: 15 } }).entries[0]).toMatchObject({
      exactMinutes: 540,
      paidMinutes: 540,
    })
    const uneven = [shift({ day: monday, start: '07:52', end: '16:53' })]
    expect(evaluated({ entries: uneven, rounding: { unitMinutes: 15 } }).entries[0]).toMatchObject({
      exactMinutes: 541,
      paidMinutes: 555,
    })
  })

  it('pays one premium a day for meals and one for rests, however many were missed', () => {
    const missed = { day: monday, placementId: 'A', timesheetId: 'sheet-A' }
    const { payLines } = evaluated({
      ruleSet: ruleSets['us-california'],
      entries: [shift({ day: monday, start: '08:00', end: '18:30' })],
      missedBreaks: [
        { ...missed, kind: 'meal' },
        { ...missed, kind: 'rest' },
        { ...missed, kind: 'rest' },
      ],
    })
    expect(
      payLines
        .filter((line) => line.earnCode === 'MEAL' || line.earnCode === 'REST')
        .map((line) => [line.earnCode, line.minutes, line.amountMinor]),
    ).toEqual([
      ['MEAL', 60, 2000],
      ['REST', 60, 2000],
    ])
  })
})

describe('refusals', () => {
  const workweek = { startsOn: monday, dayStartsAt: '00:00', zone: 'America/Los_Angeles' }
  const base = { ruleSet: ruleSets['us-federal'], workweek, payCurrency: 'USD' as const }
  const entry = shift({ day: monday, start: '08:00', end: '16:00' })

  it.each([
    [
      'overlapping-entries',
      { entries: [entry, shift({ day: monday, start: '15:59', end: '18:00', placementId: 'B' })] },
    ],
    ['mixed-pay-currencies', { entries: [entry], payCurrency: 'EUR' as const }],
    [
      'rounding-not-allowed',
      {
        entries: [entry],
        ruleSet: ruleSets['us-california'],
        rounding: { unitMinutes: 15 as const },
      },
    ],
    ['break-longer-than-work', { entries: [{ ...entry, breakMinutes: 480 }] }],
    ['end-before-start', { entries: [{ ...entry, endAt: entry.startAt }] }],
  ])('refuses %s', (code, input) => {
    expect(evaluateWeek({ ...base, ...input })).toMatchObject({ ok: false, failure: { code } })
  })
})

describe('deltas after a locked week', () => {
  const totals = <Side extends LineSide>(lines: readonly EvaluatedLine<Side>[]) => {
    const byKey = new Map<string, { minutes: number; amountMinor: number }>()
    for (const { key, minutes, amountMinor } of lines) {
      const known = byKey.get(key) ?? { minutes: 0, amountMinor: 0 }
      byKey.set(key, {
        minutes: known.minutes + minutes,
        amountMinor: known.amountMinor + amountMinor,
      })
    }
    return new Map([...byKey].filter(([, sum]) => sum.minutes !== 0 || sum.amountMinor !== 0))
  }

  it('reverses what changed, posts what is right and leaves the rest alone', () => {
    const before = evaluated({ entries: daysOf({ hours: [8, 8, 8, 8, 8] }) })
    const after = evaluated({ entries: daysOf({ hours: [8, 8, 8, 8, 8, 3] }) })
    const deltas = deltaLines({ previous: before.payLines, next: after.payLines })
    expect(deltas.map((line) => [line.earnCode, line.minutes, line.amountMinor])).toEqual([
      ['OT', 180, 9000],
    ])
    const back = deltaLines({
      previous: [...before.payLines, ...deltas],
      next: before.payLines,
    })
    expect(back.map((line) => [line.earnCode, line.minutes, line.amountMinor])).toEqual([
      ['OT', -180, -9000],
    ])
    expect(back[0]?.trace).toEqual([{ kind: 'reversal', of: deltas[0]?.key }])
  })

  it('always adds up to the new evaluation, and only once', () => {
    fc.assert(
      fc.property(anyWeek, anyWeek, anyWeek, (first, second, third) => {
        const [a, b, c] = [first, second, third].map((entries) => evaluated({ entries }).billLines)
        if (!a || !b || !c) throw new Error('three weeks were evaluated')
        const posted = [...a, ...deltaLines({ previous: a, next: b })]
        posted.push(...deltaLines({ previous: posted, next: c }))
        expect(totals(posted)).toEqual(totals(c))
        expect(deltaLines({ previous: posted, next: c })).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})

describe('the published split of a premium', () => {
  it('shares 48.33 by 25 and 20 hours', () => {
    const shares = allocateMoney({
      amount: money({ amountMinor: 4833, currency: 'USD' }),
      weights: [25, 20],
    })
    expect(shares.map((share) => share.amountMinor)).toEqual([2685, 2148])
  })
})

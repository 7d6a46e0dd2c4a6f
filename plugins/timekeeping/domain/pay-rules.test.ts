import { addDays, minutesBetween, money, parseMoney } from '#plugins/kernel/domain'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import payRules from './fixtures/pay-rules.json'
import { daysOf, evaluated, monday, shift, termsAt } from './week-examples'
import { billRateForMargin, marginsOf } from './margins'
import { judgeMeals } from './meals'
import { roundingShift, type RoundingPolicy } from './rounding'
import { ruleSets, withAlternativeWorkweek } from './rule-sets'
import {
  isUkBreakDue,
  isUkDailyRestBreached,
  ukHolidayAccrual,
  ukHolidayRatio,
  ukRolledUpHolidayPay,
} from './uk'

const california = ruleSets['us-california']
type Fixture = { input: unknown; expect: unknown }
type Runner = (fixture: Fixture) => void

const minor = (text: string): number => {
  const parsed = parseMoney({ text, currency: 'USD' })
  if (!parsed.ok) throw new Error(parsed.failure.message)
  return parsed.value.amountMinor
}
const rateE4 = (major: number): number => Math.round(major * 10_000)
const amountText = z.union([z.string(), z.number()]).transform((value) => minor(String(value)))
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Spreads hours over the week in days of at most eight, one placement after the other. */
const linesToEntries = (lines: readonly (readonly [number, number])[]) => {
  let dayIndex = 0
  const perDay = lines.some(([hours]) => hours > 48) ? 10 : 8
  return lines.flatMap(([hours, rate], line) => {
    const days: number[] = []
    for (let left = hours; left > 0; left -= perDay) days.push(Math.min(left, perDay))
    const entries = daysOf({
      hours: days,
      placementId: String.fromCharCode(65 + line),
      terms: termsAt({ payRateE4: rateE4(rate) }),
      firstDay: addDays({ day: monday, days: dayIndex }),
    })
    dayIndex += days.length
    return entries
  })
}

const lines = z.array(z.tuple([z.number(), z.number()]))

const flsaLines: Runner = (fixture) => {
  const input = z.object({ lines, includableBonus: amountText.optional() }).parse(fixture.input)
  const expected = z
    .object({
      regularRate: z.string(),
      otHours: z.number().optional(),
      straight: amountText.optional(),
      premium: amountText.optional(),
      total: amountText,
    })
    .parse(fixture.expect)
  const { summary, payLines } = evaluated({
    entries: linesToEntries(input.lines),
    bonuses:
      input.includableBonus === undefined
        ? []
        : [
            {
              bonusId: 'bonus',
              placementId: 'A',
              timesheetId: 'sheet-A',
              kind: 'production',
              amountMinor: input.includableBonus,
              billAmountMinor: 0,
            },
          ],
  })
  expect(payLines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(expected.total)
  expect(summary.payMinor).toBe(expected.total)
  expect(summary.regularRateE4).toBe(rateE4(Number(expected.regularRate)))
  if (expected.otHours !== undefined) expect(summary.overtimeMinutes).toBe(expected.otHours * 60)
  if (expected.premium !== undefined) expect(summary.premiumMinor).toBe(expected.premium)
  if (expected.straight !== undefined) {
    expect(summary.payMinor - summary.premiumMinor).toBe(expected.straight)
  }
}

const californiaDays: Runner = (fixture) => {
  const input = z
    .object({ days: z.array(z.number()), dailyThreshold: z.number().optional() })
    .parse(fixture.input)
  const expected = z
    .object({ st: z.number(), ot: z.number(), dt: z.number() })
    .parse(fixture.expect)
  const ruleSet =
    input.dailyThreshold === undefined
      ? california
      : withAlternativeWorkweek({ ruleSet: california, dailyMinutes: input.dailyThreshold * 60 })
  const { summary } = evaluated({ ruleSet, entries: daysOf({ hours: input.days }) })
  expect({
    st: summary.regularMinutes / 60,
    ot: summary.overtimeMinutes / 60,
    dt: summary.doubleTimeMinutes / 60,
  }).toEqual(expected)
}

const nightHours = ({
  day,
  zone,
  start,
  end,
}: {
  day: string
  zone: string
  start: string
  end: string
}): number => {
  const { summary } = evaluated({
    workweek: {
      startsOn: addDays({ day, days: -3 }),
      dayStartsAt: '00:00',
      zone,
    },
    entries: [shift({ day, start, end, zone, breakMinutes: 30 })],
  })
  return summary.workedMinutes / 60
}

const runners: Record<string, Runner> = {
  F1: flsaLines,
  F2: flsaLines,
  F3: flsaLines,
  F5: flsaLines,
  F9: flsaLines,

  F6: (fixture) => {
    const input = z.object({ weeks: z.array(z.number()), rate: z.number() }).parse(fixture.input)
    const expected = z
      .object({ otHours: z.array(z.number()), total: z.array(amountText) })
      .parse(fixture.expect)
    const nextMonday = addDays({ day: monday, days: 7 })
    const terms = termsAt({ payRateE4: rateE4(input.rate) })
    const [first = 0, second = 0] = input.weeks
    const entries = [
      ...daysOf({ hours: Array.from({ length: 5 }, () => first / 5), terms }),
      ...daysOf({
        hours: Array.from({ length: 5 }, () => second / 5),
        terms,
        firstDay: nextMonday,
      }),
    ]
    const weeks = [monday, nextMonday].map(
      (startsOn) =>
        evaluated({
          entries,
          workweek: { startsOn, dayStartsAt: '00:00', zone: 'America/Los_Angeles' },
        }).summary,
    )
    expect(weeks.map((week) => week.overtimeMinutes / 60)).toEqual(expected.otHours)
    expect(weeks.map((week) => week.payMinor)).toEqual(expected.total)
    expect(weeks.map((week) => week.outsideMinutes / 60)).toEqual([second, first])
  },

  F8: (fixture) => {
    const input = z
      .object({ worked: z.number(), holidayNotWorked: z.number(), rate: z.number() })
      .parse(fixture.input)
    const expected = z.object({ otHours: z.number(), total: amountText }).parse(fixture.expect)
    const { summary, payLines } = evaluated({
      entries: linesToEntries([[input.worked, input.rate]]),
      absences: [
        {
          placementId: 'A',
          timesheetId: 'sheet-A',
          code: 'HOLIDAY',
          minutes: input.holidayNotWorked * 60,
          payRateE4: rateE4(input.rate),
          bill: null,
        },
      ],
    })
    expect(summary.overtimeMinutes).toBe(expected.otHours * 60)
    expect(summary.payMinor).toBe(expected.total)
    expect(payLines.map((line) => line.earnCode)).toEqual(['REG', 'HOLIDAY'])
  },

  C1: californiaDays,
  C2: californiaDays,
  C3: californiaDays,
  C4: californiaDays,
  C5a: californiaDays,
  C7: californiaDays,
  C7b: californiaDays,

  C9: (fixture) => {
    const input = z
      .object({ lines, flatBonus: z.number(), nonOtHours: z.number() })
      .parse(fixture.input)
    const expected = z
      .object({ total: amountText, federalMethodTotal: amountText })
      .parse(fixture.expect)
    const week = {
      entries: linesToEntries(input.lines),
      bonuses: [
        {
          bonusId: 'flat',
          placementId: 'A',
          timesheetId: 'sheet-A',
          kind: 'flat-sum' as const,
          amountMinor: input.flatBonus * 100,
          billAmountMinor: 0,
        },
      ],
    }
    const californian = evaluated({ ...week, ruleSet: california }).summary
    expect(californian.regularMinutes).toBe(input.nonOtHours * 60)
    expect(californian.payMinor).toBe(expected.total)
    expect(evaluated(week).summary.payMinor).toBe(expected.federalMethodTotal)
  },

  C12: (fixture) => {
    const input = z
      .object({ rate: z.number(), diff: z.number(), missedMeals: z.number() })
      .parse(fixture.input)
    const expected = z.object({ premium: amountText }).parse(fixture.expect)
    const missed = {
      day: monday,
      kind: 'meal' as const,
      placementId: 'A',
      timesheetId: 'sheet-A',
    }
    const { payLines } = evaluated({
      ruleSet: california,
      entries: daysOf({
        hours: [8],
        terms: termsAt({ payRateE4: rateE4(input.rate), differentialE4: rateE4(input.diff) }),
      }),
      missedBreaks: Array.from({ length: input.missedMeals }, () => missed),
    })
    const premiums = payLines.filter((line) => line.earnCode === 'MEAL')
    expect(premiums.map((line) => line.amountMinor)).toEqual([expected.premium])
  },

  C13: (fixture) => {
    const input = z
      .object({ out: z.string(), in_: z.string(), rounding: z.literal(10) })
      .parse(fixture.input)
    const expected = z
      .object({ roundedMinutes: z.number(), actualMinutes: z.number(), violation: z.boolean() })
      .parse(fixture.expect)
    const rounded = (time: string) =>
      minutesOf(time) + roundingShift({ time, policy: { unitMinutes: input.rounding } })
    expect(rounded(input.in_) - rounded(input.out)).toBe(expected.roundedMinutes)
    const entry = shift({
      day: monday,
      start: '07:00',
      end: '15:00',
      meals: [{ start: input.out, end: input.in_ }],
    })
    const [meal] = entry.breaks
    expect(meal && minutesBetween({ from: meal.startAt, to: meal.endAt })).toBe(
      expected.actualMinutes,
    )
    const { payLines } = evaluated({ ruleSet: california, entries: [entry] })
    expect(payLines.some((line) => line.earnCode === 'MEAL')).toBe(expected.violation)
  },

  C14: (fixture) => {
    const input = z
      .object({ start: z.string(), mealOut: z.string(), rounding: z.literal(10) })
      .parse(fixture.input)
    const expected = z
      .object({ roundedHoursBeforeMeal: z.string(), actual: z.string(), violation: z.boolean() })
      .parse(fixture.expect)
    const policy: RoundingPolicy = { unitMinutes: input.rounding }
    const rounded = (time: string) => minutesOf(time) + roundingShift({ time, policy })
    const asHours = (minutes: number) =>
      `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    expect(asHours(rounded(input.mealOut) - rounded(input.start))).toBe(
      expected.roundedHoursBeforeMeal,
    )
    expect(asHours(minutesOf(input.mealOut) - minutesOf(input.start))).toBe(expected.actual)
    const { payLines } = evaluated({
      ruleSet: california,
      entries: [
        shift({
          day: monday,
          start: input.start,
          end: '15:30',
          meals: [{ start: input.mealOut, end: '12:40' }],
        }),
      ],
    })
    const premium = payLines.find((line) => line.earnCode === 'MEAL')
    expect(premium !== undefined).toBe(expected.violation)
    expect(premium?.trace[0]).toMatchObject({ kind: 'break-premium', reason: 'meal 1 late' })
  },

  T1: (fixture) => {
    const { tz } = z.object({ tz: z.string(), meal: z.literal(30) }).parse(fixture.input)
    const expected = z.record(z.string(), z.number()).parse(fixture.expect)
    const hours = (day: string) => nightHours({ day, zone: tz, start: '23:00', end: '07:30' })
    expect(hours('2026-03-07')).toBe(expected.springForward_2026_03_08)
    expect(hours('2026-10-31')).toBe(expected.fallBack_2026_11_01)
    expect(hours('2026-06-06')).toBe(expected.normal)
  },

  T2: (fixture) => {
    const input = z.object({ hours: z.array(z.number()), rate: z.number() }).parse(fixture.input)
    const expected = z.object({ total: amountText, otHours: z.number() }).parse(fixture.expect)
    const zone = 'America/New_York'
    const terms = termsAt({ payRateE4: rateE4(input.rate) })
    const night = shift({
      day: '2026-10-31',
      start: '23:00',
      end: '07:30',
      zone,
      terms,
      breakMinutes: 30,
    })
    const days = ['2026-10-26', '2026-10-27', '2026-10-28', '2026-10-29'].map((day) =>
      shift({ day, start: '08:00', end: '16:30', zone, terms, breakMinutes: 30 }),
    )
    const { summary, entries } = evaluated({
      workweek: { startsOn: '2026-10-26', dayStartsAt: '00:00', zone },
      entries: [...days, night],
    })
    expect(entries.map((entry) => entry.paidMinutes / 60)).toEqual(input.hours)
    expect(summary.overtimeMinutes / 60).toBe(expected.otHours)
    expect(summary.payMinor).toBe(expected.total)
  },

  T3: (fixture) => {
    const { tz } = z.object({ tz: z.string() }).parse(fixture.input)
    const expected = z.object({ springForward_2026_03_08: z.number() }).parse(fixture.expect)
    expect(nightHours({ day: '2026-03-07', zone: tz, start: '23:00', end: '07:30' })).toBe(
      expected.springForward_2026_03_08,
    )
  },

  T5: (fixture) => {
    const { tz } = z.object({ tz: z.string() }).parse(fixture.input)
    const expected = z
      .object({ springForward_2026_03_29: z.number(), fallBack_2026_10_25: z.number() })
      .parse(fixture.expect)
    const hours = (day: string) => nightHours({ day, zone: tz, start: '22:00', end: '06:00' })
    expect(hours('2026-03-28')).toBe(expected.springForward_2026_03_29)
    expect(hours('2026-10-24')).toBe(expected.fallBack_2026_10_25)
  },

  R1: (fixture) => {
    const { unit } = z.object({ unit: z.literal(15) }).parse(fixture.input)
    const expected = z.record(z.string(), z.string()).parse(fixture.expect)
    for (const [punch, counted] of Object.entries(expected)) {
      const shifted = roundingShift({ time: punch, policy: { unitMinutes: unit } })
      expect(minutesOf(punch) + shifted, punch).toBe(minutesOf(counted))
    }
  },

  U1: (fixture) => {
    const expected = z.object({ rate: z.number() }).parse(fixture.expect)
    expect(ukHolidayRatio.num / ukHolidayRatio.den).toBeCloseTo(expected.rate, 4)
    expect(ukHolidayRatio.num / ukHolidayRatio.den).toBeCloseTo(5.6 / (52 - 5.6), 12)
  },

  U2: (fixture) => {
    const input = z.object({ hours: z.array(z.number()) }).parse(fixture.input)
    const expected = z
      .object({ raw: z.array(z.number()), rounded: z.array(z.number()) })
      .parse(fixture.expect)
    const accruals = input.hours.map((hours) => ukHolidayAccrual({ minutesWorked: hours * 60 }))
    expect(accruals.map((accrual) => accrual.hoursE4 / 10_000)).toEqual(expected.raw)
    expect(accruals.map((accrual) => accrual.wholeHours)).toEqual(expected.rounded)
  },

  U3: (fixture) => {
    const input = z.object({ gross: amountText }).parse(fixture.input)
    const expected = z.object({ line: amountText }).parse(fixture.expect)
    const earnings = money({ amountMinor: input.gross, currency: 'GBP' })
    expect(ukRolledUpHolidayPay(earnings)).toEqual({
      amountMinor: expected.line,
      currency: 'GBP',
    })
  },

  U6: (fixture) => {
    const input = z.object({ end: z.string(), nextStart: z.string() }).parse(fixture.input)
    const expected = z.object({ restHours: z.number(), breach: z.boolean() }).parse(fixture.expect)
    const before = shift({ day: monday, start: '14:00', end: input.end, zone: 'Europe/London' })
    const after = shift({
      day: addDays({ day: monday, days: 1 }),
      start: input.nextStart,
      end: '15:00',
      zone: 'Europe/London',
    })
    const restMinutes = minutesBetween({ from: before.endAt, to: after.startAt })
    expect(restMinutes / 60).toBe(expected.restHours)
    expect(isUkDailyRestBreached({ restMinutes })).toBe(expected.breach)
    expect(isUkDailyRestBreached({ restMinutes: 660 })).toBe(false)
  },

  U7: (fixture) => {
    const input = z.object({ shiftHours: z.array(z.number()) }).parse(fixture.input)
    const expected = z.object({ breakDue: z.array(z.boolean()) }).parse(fixture.expect)
    expect(input.shiftHours.map((hours) => isUkBreakDue({ shiftMinutes: hours * 60 }))).toEqual(
      expected.breakDue,
    )
  },

  M1: (fixture) => {
    const input = z
      .object({ pay: z.number(), bill: z.number(), burdenPct: z.number() })
      .parse(fixture.input)
    const expected = z
      .object({
        markup: z.number(),
        marginNoBurden: z.number(),
        gpPerHour: amountText,
        gm: z.number(),
      })
      .parse(fixture.expect)
    expect(
      marginsOf({
        payRateE4: rateE4(input.pay),
        billRateE4: rateE4(input.bill),
        burdenBp: input.burdenPct * 100,
      }),
    ).toEqual({
      markupBp: Math.round(expected.markup * 10_000),
      marginBeforeBurdenBp: Math.round(expected.marginNoBurden * 10_000),
      grossMarginBp: Math.round(expected.gm * 10_000),
      grossProfitE4: expected.gpPerHour * 100,
    })
  },

  M3: (fixture) => {
    const input = z
      .object({
        pay: z.number(),
        bill: z.number(),
        payMult: z.literal(1.5),
        billMult: z.literal(1.4),
        burdenPct: z.number(),
      })
      .parse(fixture.input)
    const expected = z.object({ otMarkup: z.number(), otGm: z.number() }).parse(fixture.expect)
    expect(
      marginsOf({
        payRateE4: rateE4(input.pay),
        billRateE4: rateE4(input.bill),
        burdenBp: input.burdenPct * 100,
        payRatio: { num: 3, den: 2 },
        billRatio: { num: 7, den: 5 },
      }),
    ).toMatchObject({
      markupBp: Math.round(expected.otMarkup * 10_000),
      grossMarginBp: Math.round(expected.otGm * 10_000),
    })
  },
}

describe('published pay cases', () => {
  it.each(payRules.fixtures.map((fixture) => [fixture.id, fixture.desc, fixture] as const))(
    '%s: %s',
    (id, _description, fixture) => {
      const run = runners[id]
      if (!run) throw new Error(`No check is written for case ${id}`)
      run(fixture)
    },
  )

  it('has a case for every check', () => {
    expect(Object.keys(runners).sort()).toEqual(payRules.fixtures.map(({ id }) => id).sort())
  })
})

describe('further published cases', () => {
  it('reckons the bill rate for a gross margin', () => {
    expect(billRateForMargin({ payRateE4: 200_000, burdenBp: 2000, grossMarginBp: 2500 })).toBe(
      320_000,
    )
    expect(() => billRateForMargin({ payRateE4: 1, burdenBp: 0, grossMarginBp: 10_000 })).toThrow(
      RangeError,
    )
  })

  it('has no margin without a rate', () => {
    expect(marginsOf({ payRateE4: 0, billRateE4: 0, burdenBp: 2000 })).toEqual({
      markupBp: null,
      marginBeforeBurdenBp: null,
      grossMarginBp: null,
      grossProfitE4: 0,
    })
  })

  it('judges an evening in Kolkata by its own hours under rules kept elsewhere', () => {
    const { summary } = evaluated({
      ruleSet: california,
      workweek: { startsOn: monday, dayStartsAt: '00:00', zone: 'Europe/Brussels' },
      entries: [shift({ day: '2026-06-03', start: '20:00', end: '04:00', zone: 'Asia/Kolkata' })],
    })
    expect([summary.workedMinutes, summary.overtimeMinutes]).toEqual([480, 0])
  })

  it('counts eight night hours in a shift that fills the night window', () => {
    const terms = termsAt({
      payRateE4: 200_000,
      night: { from: '22:00', to: '06:00', payRateE4: 10_000, billRateE4: 15_000 },
    })
    const { payLines, billLines } = evaluated({
      entries: [shift({ day: monday, start: '22:00', end: '06:00', terms })],
    })
    const night = { earnCode: 'DIFF', minutes: 480 }
    expect(payLines).toContainEqual(expect.objectContaining({ ...night, amountMinor: 800 }))
    expect(billLines).toContainEqual(expect.objectContaining({ ...night, amountMinor: 1200 }))
  })

  it.each([
    [[[0, 300]], 0, false, []],
    [[[0, 301]], 0, false, [{ meal: 1, reason: 'missing' }]],
    [[[0, 360]], 0, true, []],
    [[[0, 361]], 0, true, [{ meal: 1, reason: 'missing' }]],
    [
      [
        [0, 300],
        [330, 600],
      ],
      0,
      false,
      [],
    ],
    [
      [
        [0, 301],
        [331, 600],
      ],
      0,
      false,
      [{ meal: 1, reason: 'late' }],
    ],
    [
      [
        [0, 240],
        [269, 600],
      ],
      0,
      false,
      [{ meal: 1, reason: 'short' }],
    ],
    [
      [
        [0, 300],
        [330, 690],
      ],
      0,
      false,
      [{ meal: 2, reason: 'missing' }],
    ],
    [
      [
        [0, 300],
        [330, 690],
      ],
      0,
      true,
      [],
    ],
    [
      [
        [0, 301],
        [331, 700],
      ],
      0,
      true,
      [
        { meal: 1, reason: 'late' },
        { meal: 2, reason: 'missing' },
      ],
    ],
    [
      [
        [0, 300],
        [330, 630],
        [660, 900],
      ],
      0,
      false,
      [],
    ],
    [[[0, 510]], 30, false, []],
    [[[0, 750]], 60, false, []],
    [[[0, 510]], 20, false, [{ meal: 1, reason: 'missing' }]],
  ] as const)(
    'judges meals of %j with %i untimed minutes, waived %s',
    (spans, untimed, waived, expected) => {
      if (!california.meals) throw new Error('California has a meal rule')
      const worked = spans.map(([from, to]) => ({ startMs: from * 60_000, endMs: to * 60_000 }))
      expect(
        judgeMeals({
          worked,
          untimedBreakMinutes: untimed,
          rule: california.meals,
          waivers: { first: waived, second: waived },
        }),
      ).toEqual(expected)
    },
  )
})

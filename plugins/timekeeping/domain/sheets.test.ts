import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  addDays,
  addMinutes,
  dayIn,
  judgeMove,
  nextStatesOf,
  unreachableStates,
  wallTimeIn,
} from '#plugins/kernel/domain'
import { billOvertimeRatios } from './bill-overtime'
import { type CountedTime, evaluateSheets } from './evaluate-sheets'
import type { PayLine } from './evaluated-line'
import { formEntryOf } from './form-entry'
import { linesToPost, type PostedLine } from './line-changes'
import { storedTrace } from './stored-trace'
import { strictestRuleSet } from './strictest-rule-set'
import { validateEntries } from './time-entry'
import { isCounted, isEditable, type TimesheetState, timesheetWorkflow } from './timesheet-workflow'
import { touchedWeeks } from './touched-weeks'
import { workWeekWorkflow } from './work-week-workflow'

describe('the life of a timesheet', () => {
  it('has no state that nothing leads to', () => {
    expect(unreachableStates(timesheetWorkflow)).toEqual([])
    expect(unreachableStates(workWeekWorkflow)).toEqual([])
  })

  it.each<[TimesheetState, TimesheetState]>([
    ['draft', 'approved'],
    ['disputed', 'approved'],
    ['disputed', 'submitted'],
    ['approved', 'disputed'],
    ['approved', 'submitted'],
    ['submitted', 'locked'],
    ['locked', 'approved'],
  ])('does not go from %s to %s', (from, to) => {
    expect(
      judgeMove({ workflow: timesheetWorkflow, from, to, record: {}, reason: 'Because.' }),
    ).toMatchObject({ ok: false, failure: { code: 'move-forbidden' } })
  })

  it('counts hours only after a client approved them, and edits none of those', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (choices) => {
        let state = timesheetWorkflow.initial
        let events: string[] = []
        for (const choice of choices) {
          const next = nextStatesOf({ workflow: timesheetWorkflow, from: state })
          const to = next[choice % Math.max(1, next.length)]
          if (!to) break
          const event = timesheetWorkflow.states[state].next[to]?.event ?? ''
          events = event === 'timesheet.reopened' ? [] : [...events, event]
          state = to
        }
        expect(isCounted(state)).toBe(events.includes('timesheet.approved'))
        if (isCounted(state)) expect(isEditable(state)).toBe(false)
      }),
    )
  })
})

describe('the rules of a week', () => {
  it.each([
    [['us-federal'], 'us-federal'],
    [['us-federal', 'us-california', 'none'], 'us-california'],
    [['none', 'us-federal'], 'us-federal'],
    [['none'], 'none'],
    [[], 'none'],
  ])('%j: %s', (names, id) => {
    expect(strictestRuleSet(names)).toMatchObject({ kind: 'found', ruleSet: { id } })
  })

  it('are not guessed', () => {
    expect(strictestRuleSet(['us-federal', 'atlantis'])).toEqual({
      kind: 'unknown',
      name: 'atlantis',
    })
  })
})

describe('the multipliers on the bill rate', () => {
  it.each([
    [15_000, { num: 3, den: 2 }, { num: 2, den: 1 }],
    [10_000, { num: 1, den: 1 }, { num: 4, den: 3 }],
    [14_000, { num: 7, den: 5 }, { num: 28, den: 15 }],
  ])('%i basis points', (bp, overtime, doubleTime) => {
    expect(billOvertimeRatios(bp)).toEqual({ overtime, doubleTime })
  })
})

describe('the weeks that time touches', () => {
  const zone = 'America/New_York'
  it.each([
    ['2026-06-07T16:00:00.000Z', '2026-06-08T03:00:00.000Z', ['2026-06-01']],
    ['2026-06-08T00:00:00.000Z', '2026-06-08T04:00:00.000Z', ['2026-06-01']],
    ['2026-06-08T00:00:00.000Z', '2026-06-08T04:01:00.000Z', ['2026-06-01', '2026-06-08']],
    ['2026-06-08T04:00:00.000Z', '2026-06-08T05:00:00.000Z', ['2026-06-08']],
  ])('%s to %s', (startAt, endAt, weeks) => {
    expect(touchedWeeks({ spans: [{ startAt, endAt }], zone, startsOn: 1 })).toEqual(weeks)
  })
})

describe('a kept entry in the form', () => {
  it('comes back as the same time, on every day and over every clock change', () => {
    const zones = fc.constantFrom('America/New_York', 'Europe/London', 'Asia/Kolkata')
    const minuteOfYear = fc.integer({ min: 0, max: 364 * 24 * 60 })
    fc.assert(
      fc.property(zones, minuteOfYear, fc.integer({ min: 1, max: 1_440 }), (zone, from, length) => {
        const startAt = addMinutes({ instant: '2026-01-01T12:00:00.000Z', minutes: from })
        const endAt = addMinutes({ instant: startAt, minutes: length })
        const entry = formEntryOf({
          day: dayIn({ instant: startAt, zone }),
          start: wallTimeIn({ instant: startAt, zone }),
          end: wallTimeIn({ instant: endAt, zone }),
          startAt,
          endAt,
          zone,
          breakMinutes: 0,
        })
        expect(
          validateEntries({
            entries: [{ ...entry, placementId: 'A' }],
            placements: [{ placementId: 'A', zone, startsOn: '2025-01-01', endsOn: null }],
          }),
        ).toMatchObject({ ok: true, value: [{ startAt, endAt, workedMinutes: length }] })
      }),
      { numRuns: 400 },
    )
  })
})

describe('the evaluation of counted time', () => {
  const week = { candidateId: 'W', legalEntityId: 'E', weekStartsOn: '2026-06-01' }
  const counted = (changes: Partial<CountedTime> = {}): CountedTime => ({
    entryId: 'e1',
    placementId: 'A',
    timesheetId: 's1',
    clientId: 'c1',
    zone: 'UTC',
    startAt: '2026-06-01T08:00:00.000Z',
    endAt: '2026-06-01T16:30:00.000Z',
    breakMinutes: 30,
    terms: {
      currency: 'USD',
      payRateE4: 200_000,
      billRateE4: 300_000,
      overtimeBilling: 'last-worked',
      billOvertimeMultiplierBp: 15_000,
      ruleSet: 'us-federal',
    },
    ...changes,
  })
  const evaluate = (time: readonly CountedTime[]) => evaluateSheets({ week, zone: 'UTC', time })

  it('pays and bills the hours, and has no lines without any', () => {
    expect(evaluate([])).toEqual({ ok: true, value: { payLines: [], billLines: [] } })
    expect(evaluate([counted()])).toMatchObject({
      ok: true,
      value: {
        payLines: [{ earnCode: 'REG', minutes: 480, amountMinor: 16_000 }],
        billLines: [{ earnCode: 'REG', minutes: 480, amountMinor: 24_000 }],
      },
    })
  })

  it('refuses terms without a rate, unknown rules and two currencies of pay', () => {
    const { terms } = counted()
    const refused = [
      [counted({ terms: { ...terms, billRateE4: null } })],
      [counted({ terms: { ...terms, ruleSet: 'atlantis' } })],
      [
        counted(),
        counted({
          entryId: 'e2',
          startAt: '2026-06-02T08:00:00.000Z',
          endAt: '2026-06-02T16:00:00.000Z',
          terms: { ...terms, currency: 'EUR' },
        }),
      ],
    ].map((time) => evaluate(time))
    expect(refused.map((result) => (result.ok ? null : result.failure))).toMatchObject([
      { kind: 'state', code: 'terms-without-rates' },
      { kind: 'state', code: 'unknown-rule-set' },
      { kind: 'state', code: 'mixed-pay-currencies' },
    ])
  })

  it('is read back with its reckoning, and nothing else is', () => {
    const result = evaluate([counted()])
    const [line] = result.ok ? result.value.payLines : []
    const stored: unknown = JSON.parse(JSON.stringify(line?.trace))
    expect(storedTrace.parse(stored)).toEqual(line?.trace)
    expect(storedTrace.safeParse([{ kind: 'guess' }]).success).toBe(false)
  })

  it('posts, over any history of sheets, exactly what the book lacks', () => {
    const hours = fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6]), { maxLength: 6 })
    fc.assert(
      fc.property(hours, (history) => {
        const book: PostedLine<'pay'>[] = []
        for (const days of history) {
          const time = days.map((days) => shiftOn(days))
          const result = evaluate(time)
          const next: PayLine[] = result.ok ? result.value.payLines : []
          const added = linesToPost({ posted: book, next })
          for (const { reversalOf, ...line } of added) {
            const reversed = book.find(({ id }) => id === reversalOf)
            if (reversalOf) expect(line.amountMinor).toBe(-(reversed?.amountMinor ?? 0))
            book.push({ ...line, id: `line-${book.length}`, trace: [] })
          }
          const sum = (lines: readonly PayLine[]) =>
            lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
          expect(sum(book)).toBe(sum(next))
          expect(linesToPost({ posted: book, next })).toEqual([])
        }
      }),
    )
  })

  const shiftOn = (days: number): CountedTime => {
    const day = addDays({ day: week.weekStartsOn, days })
    return counted({
      entryId: day,
      startAt: `${day}T08:00:00.000Z`,
      endAt: `${day}T17:00:00.000Z`,
      breakMinutes: 0,
    })
  }
})

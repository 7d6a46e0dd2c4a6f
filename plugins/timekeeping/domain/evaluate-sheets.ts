import {
  type CurrencyCode,
  epochMsOf,
  type Failure,
  type Instant,
  ok,
  refuse,
  type Result,
  type Zone,
} from '#plugins/kernel/domain'
import { billOvertimeRatios } from './bill-overtime'
import { evaluateWeek } from './evaluate-week'
import type { BillLine, PayLine } from './evaluated-line'
import { strictestRuleSet } from './strictest-rule-set'
import type { OvertimeBilling } from './trace'
import type { WeekKey } from './week-key'
import type { WorkedEntry } from './worked-entry'
import { weekSpanOf, type Workweek } from './workweek'

/** One counted entry with the version of the terms by which it was worked. */
export type CountedTime = {
  entryId: string
  placementId: string
  timesheetId: string
  clientId: string
  zone: Zone
  startAt: Instant
  endAt: Instant
  breakMinutes: number
  terms: {
    currency: CurrencyCode
    payRateE4: number | null
    billRateE4: number | null
    overtimeBilling: OvertimeBilling
    billOvertimeMultiplierBp: number
    ruleSet: string
  }
}

/**
 * The lines of a week from its counted time: none without any. The week begins at midnight on the
 * employer's clock, each workday at midnight where the work is; `time` may hold entries of the days
 * around the week, which only complete its workdays. Refuses terms without rates, rules that are not
 * known, and what `evaluateWeek` refuses.
 */
export const evaluateSheets = ({
  week,
  zone,
  time,
}: {
  week: WeekKey
  zone: Zone
  time: readonly CountedTime[]
}): Result<{ payLines: PayLine[]; billLines: BillLine[] }, Failure> => {
  const workweek: Workweek = { startsOn: week.weekStartsOn, dayStartsAt: '00:00', zone }
  const span = weekSpanOf(workweek)
  const isInWeek = ({ startAt, endAt }: CountedTime) =>
    epochMsOf(startAt) < span.endMs && epochMsOf(endAt) > span.startMs
  const ofWeek = time.filter(isInWeek)
  const [first] = ofWeek
  if (!first) return ok({ payLines: [], billLines: [] })
  const rules = strictestRuleSet(ofWeek.map(({ terms }) => terms.ruleSet))
  if (rules.kind === 'unknown') {
    return refuse<Failure>({
      kind: 'state',
      code: 'unknown-rule-set',
      message: `The overtime rules “${rules.name}” of a placement are not known. Correct its terms.`,
    })
  }
  const entries: WorkedEntry[] = []
  for (const one of ofWeek) {
    const entry = workedEntry(one)
    if (!entry) {
      return refuse<Failure>({
        kind: 'state',
        code: 'terms-without-rates',
        message: 'A placement of this week has no pay or bill rate. Complete its terms.',
      })
    }
    entries.push(entry)
  }
  const evaluated = evaluateWeek({
    ruleSet: rules.ruleSet,
    workweek,
    payCurrency: first.terms.currency,
    entries,
    around: time.filter((one) => !isInWeek(one)).flatMap((one) => workedEntry(one) ?? []),
  })
  if (evaluated.ok) return evaluated
  const { code, message } = evaluated.failure
  return refuse<Failure>({ kind: 'state', code, message })
}

const workedEntry = ({
  entryId,
  placementId,
  timesheetId,
  zone,
  startAt,
  endAt,
  breakMinutes,
  terms,
}: CountedTime): WorkedEntry | null => {
  const { payRateE4, billRateE4, currency } = terms
  if (payRateE4 === null || billRateE4 === null) return null
  return {
    entryId,
    placementId,
    timesheetId,
    zone,
    startAt,
    endAt,
    breakMinutes,
    breaks: [],
    terms: {
      pay: { rateE4: payRateE4, currency, differentialE4: 0 },
      bill: {
        rateE4: billRateE4,
        currency,
        differentialE4: 0,
        ...billOvertimeRatios(terms.billOvertimeMultiplierBp),
      },
      overtimeBilling: terms.overtimeBilling,
      night: null,
    },
  }
}

export { clockChange } from './clock-change'
export type { MissedBreak } from './break-premiums'
export { deltaLines } from './delta-lines'
export { type EarnCode, earnCodes, type HoursCode } from './earn-code'
export {
  evaluateWeek,
  type WeekEvaluation,
  type WeekInput,
} from './evaluate-week'
export type { BillLine, EvaluatedLine, LineSide, PayLine } from './evaluated-line'
export { billRateForMargin, type Margins, marginsOf } from './margins'
export { judgeMeals, type MealViolation, type MealWaivers } from './meals'
export type { PaidAbsence } from './pay-lines'
export type { WeekBonus } from './regular-rate'
export { type RoundingPolicy, roundPunch } from './rounding'
export {
  type RuleSet,
  type RuleSetId,
  ruleSetIds,
  ruleSetName,
  ruleSets,
  withAlternativeWorkweek,
} from './rule-sets'
export {
  type EntryPlacement,
  type KnownTime,
  type ResolvedEntry,
  type TimeEntry,
  timeEntrySchema,
  validateEntries,
} from './time-entry'
export { explainTrace, type BonusKind, type OvertimeBilling, type TraceStep } from './trace'
export {
  isUkBreakDue,
  isUkDailyRestBreached,
  ukHolidayAccrual,
  ukHolidayBasisPoints,
  ukHolidayRatio,
  ukRolledUpHolidayPay,
} from './uk'
export type { WeekSummary } from './week-summary'
export type { WorkedEntry, WorkTerms } from './worked-entry'
export type { Workweek } from './workweek'
export { formEntryOf, type KeptEntry } from './form-entry'
export {
  countedStates,
  isCounted,
  isDisputed,
  isEditable,
  isSubmitted,
  type TimesheetState,
  timesheetWorkflow,
} from './timesheet-workflow'
export { type WorkWeekState, workWeekWorkflow } from './work-week-workflow'

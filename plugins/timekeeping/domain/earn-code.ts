import type { StateTone } from '#plugins/kernel/domain'

/** What a line pays or bills for. OT and DT contain the straight time of their hours. */
export const earnCodes = [
  'REG',
  'OT',
  'DT',
  'DIFF',
  'BONUS',
  'MEAL',
  'REST',
  'HOLIDAY',
  'PTO',
] as const

export type EarnCode = (typeof earnCodes)[number]

/** The codes of hours really worked; each worked minute is in exactly one of them. */
export type HoursCode = 'REG' | 'OT' | 'DT'

/** The codes as payroll clerks call them. */
export const earnCodeLabels = {
  REG: { label: 'Regular', tone: 'neutral' },
  OT: { label: 'Overtime', tone: 'warn' },
  DT: { label: 'Double time', tone: 'warn' },
  DIFF: { label: 'Shift differential', tone: 'info' },
  BONUS: { label: 'Bonus', tone: 'info' },
  MEAL: { label: 'Missed meal', tone: 'warn' },
  REST: { label: 'Missed rest', tone: 'warn' },
  HOLIDAY: { label: 'Holiday', tone: 'info' },
  PTO: { label: 'Paid leave', tone: 'info' },
} as const satisfies Readonly<Record<EarnCode, { label: string; tone: StateTone }>>

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

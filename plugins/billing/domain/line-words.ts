import { type Day, formatDay } from '#plugins/kernel/domain'
import type { EarnCode } from '#plugins/timekeeping/domain'

const codeWords: Record<EarnCode, string> = {
  REG: 'Regular hours',
  OT: 'Overtime hours',
  DT: 'Double-time hours',
  DIFF: 'Shift differential',
  BONUS: 'Bonus',
  MEAL: 'Meal break premium',
  REST: 'Rest break premium',
  HOLIDAY: 'Holiday',
  PTO: 'Paid time off',
}

/** What an invoice line of evaluated time is for: 'Warehouse operative · Overtime hours'. */
export const describeGroup = ({
  jobTitle,
  earnCode,
}: {
  jobTitle: string
  earnCode: EarnCode
}): string => [jobTitle, codeWords[earnCode]].filter(Boolean).join(' · ')

/**
 * Who worked when, so that a client can check the line: 'Ann Lee · week of 2 March 2026'. With the
 * purchase order when it is not the same for the whole invoice.
 */
export const detailOfGroup = ({
  members,
  purchaseOrder = null,
}: {
  members: readonly { candidateName: string; weekStartsOn: Day }[]
  purchaseOrder?: string | null
}): string => [whoAndWhen(members), ...(purchaseOrder ? [`PO ${purchaseOrder}`] : [])].join(' · ')

const whoAndWhen = (members: readonly { candidateName: string; weekStartsOn: Day }[]): string => {
  const names = [...new Set(members.map(({ candidateName }) => candidateName))]
  const weeks = [...new Set(members.map(({ weekStartsOn }) => weekStartsOn))].sort()
  const [first] = weeks
  const last = weeks.at(-1)
  if (first === undefined || last === undefined) return names.join(', ')
  const day = (text: Day) => formatDay({ day: text, locale: 'en-US' })
  const when =
    first === last
      ? `week of ${day(first)}`
      : `${weeks.length} weeks, ${day(first)} to ${day(last)}`
  return `${names.join(', ')} · ${when}`
}

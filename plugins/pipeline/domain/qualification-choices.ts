import { optionsOf } from '#plugins/kernel/domain'

export const grades = ['A', 'B', 'C'] as const
export type Grade = (typeof grades)[number]

export const isGrade = (value: unknown): value is Grade => grades.some((grade) => grade === value)

export const feeKinds = ['percent', 'flat', 'retained', 'hourly'] as const
export type FeeKind = (typeof feeKinds)[number]
export const feeKindLabels: Record<FeeKind, string> = {
  percent: 'A share of the salary',
  flat: 'A flat amount',
  retained: 'Retained: a part is paid before we find anybody',
  hourly: 'Between bill and pay, per hour',
}
export const feeKindOptions = optionsOf(feeKindLabels)

export const urgencies = ['dated', 'asap', 'open'] as const
export type Urgency = (typeof urgencies)[number]
const urgencyLabels: Record<Urgency, string> = {
  dated: 'By the start date',
  asap: 'As soon as possible, no date',
  open: 'Whenever somebody fits',
}
export const urgencyOptions = optionsOf(urgencyLabels)

export const vacancyApprovals = ['unknown', 'approved', 'refused'] as const
export type VacancyApproval = (typeof vacancyApprovals)[number]
const vacancyApprovalLabels: Record<VacancyApproval, string> = {
  unknown: 'Not asked yet',
  approved: 'Real and approved',
  refused: 'Not approved',
}
export const vacancyApprovalOptions = optionsOf(vacancyApprovalLabels)

export const advertChecks = ['unknown', 'lawful', 'unlawful'] as const
export type AdvertCheck = (typeof advertChecks)[number]
const advertCheckLabels: Record<AdvertCheck, string> = {
  unknown: 'Not checked yet',
  lawful: 'Lawful',
  unlawful: 'Not lawful as it is',
}
export const advertCheckOptions = optionsOf(advertCheckLabels)

export const guaranteeKinds = ['none', 'replacement', 'banded', 'pro_rata'] as const
export type GuaranteeKind = (typeof guaranteeKinds)[number]
const guaranteeLabels: Record<GuaranteeKind, string> = {
  none: 'None',
  replacement: 'One replacement',
  banded: 'Refund by week',
  pro_rata: 'Refund pro rata',
}
export const guaranteeOptions = optionsOf(guaranteeLabels)

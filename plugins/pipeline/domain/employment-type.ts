import { label } from '#plugins/kernel/domain'

export const employmentTypes = ['permanent', 'contract', 'temp'] as const

export type EmploymentType = (typeof employmentTypes)[number]

export const employmentTypeLabels: Record<EmploymentType, string> = {
  permanent: 'Permanent',
  contract: 'Contract',
  temp: 'Temporary',
}

export const employmentTypeOptions = employmentTypes.map((value) => ({
  value,
  label: label(employmentTypeLabels[value]),
}))

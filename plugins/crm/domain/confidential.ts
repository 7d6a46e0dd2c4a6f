/** What gives somebody the right to work in a country. */
export const workRightBases = {
  citizen: 'Citizen',
  'permanent-resident': 'Permanent resident or settled',
  'work-visa': 'Work visa or permit',
  'student-visa': 'Student visa',
  dependant: 'Family member of somebody who may',
  other: 'Other',
} as const

export const genders = {
  female: 'Female',
  male: 'Male',
  'non-binary': 'Non-binary',
  other: 'In other words',
  undisclosed: 'Prefers not to say',
} as const

export const eeoAnswers = { yes: 'Yes', no: 'No', undisclosed: 'Prefers not to say' } as const

export const referenceOutcomes = {
  good: 'Would have them again',
  mixed: 'With reservations',
  poor: 'Would not',
  'facts-only': 'Confirms dates only',
  'no-answer': 'Did not answer',
} as const

import { label } from '#plugins/kernel/domain'

/** Why an order was graded, or graded anew. */
export const qualificationTriggers = {
  qualified: 'Taken into qualification',
  activated: 'Work on it began',
  asked: 'A colleague asked for it',
  terms_changed: 'Pay, must-haves or terms changed',
  no_interview: 'Three candidates sent without an interview',
  late_feedback: 'Feedback came late twice',
  at_rest: 'Nothing moved for 14 days',
  pool_exhausted: 'No matching candidate is left',
  fast_client: 'The client answered sooner than agreed',
  settled: 'What spoke for or against it is over',
  override: 'Decided by a manager',
  override_ended: 'The manager’s decision ran out',
} as const

export type QualificationTrigger = keyof typeof qualificationTriggers

export const qualificationTriggerOptions = Object.entries(qualificationTriggers).map(
  ([value, text]) => ({ value, label: label(text) }),
)

export const isQualificationTrigger = (value: unknown): value is QualificationTrigger =>
  typeof value === 'string' && Object.hasOwn(qualificationTriggers, value)

/**
 * For how long classes of data are kept unless an agency says otherwise, and on what that rests. The
 * figures are a beginning for counsel to judge, not advice.
 */
export const retentionDefaults = {
  profiles: {
    label: 'Candidates without contact',
    months: 24,
    basis: '41 CFR 60-1.12 (two years, federal contractors); 29 CFR 1602.14 asks for one.',
    what: 'A candidate whom nothing has happened with for so long is erased.',
  },
  recruiting: {
    label: 'Words about applications',
    months: 24,
    basis: '29 CFR 1602.14, 41 CFR 60-1.12; Equality Act 2010 s.123 asks for less.',
    what: 'Notes, messages and reasons of applications, interviews and offers are emptied.',
  },
  mail: {
    label: 'Sent mails',
    months: 24,
    basis: 'GDPR Art. 5(1)(e): no longer than needed.',
    what: 'Mails are deleted with what they said.',
  },
  audit: {
    label: 'Personal values in the audit',
    months: 72,
    basis: 'GDPR Art. 5(2): what accountability needs.',
    what: 'Events stay; the personal values before and after a change are deleted.',
  },
  work: {
    label: 'Names of erased workers',
    months: 72,
    basis: '29 CFR 516.5 (three years), IRS (four), HMRC (six).',
    what: 'An erased worker’s name, kept because they were paid, goes too.',
  },
} as const

export type RetainedClass = keyof typeof retentionDefaults

export const retainedClasses = [
  'profiles',
  'recruiting',
  'mail',
  'audit',
  'work',
] as const satisfies readonly RetainedClass[]

/**
 * For how long classes of data are kept unless an agency says otherwise, and on what that rests. The
 * figures are a beginning for counsel to judge, not advice.
 */
export const retentionDefaults = {
  consents: {
    label: 'Consents to be kept',
    months: 24,
    basis: 'GDPR Art. 5(1)(e), 7(3); ICO: refresh a consent at intervals, two years at most.',
    what: 'A consent to an application or the talent pool runs out. The candidate is asked before; then nobody finds them any more.',
    isOnAtFirst: true,
  },
  interest: {
    label: 'Candidates who were never asked',
    months: 24,
    basis: 'GDPR Art. 6(1)(f): the interest fades when nothing is heard of each other.',
    what: 'So long after the last that was heard of them nobody finds them any more. They are asked before.',
    isOnAtFirst: true,
  },
  ended: {
    label: 'Candidates who may not be kept',
    months: 6,
    basis: 'GDPR Art. 17(1)(b); the months are for claims (Equality Act 2010 s.123, AGG § 15).',
    what: 'Whose consent or ground ended, or who said no, is erased so long after.',
    isOnAtFirst: false,
  },
  profiles: {
    label: 'Candidates without contact',
    months: 24,
    basis: '41 CFR 60-1.12 (two years, federal contractors); 29 CFR 1602.14 asks for one.',
    what: 'A candidate whom nothing has happened with for so long is erased.',
    isOnAtFirst: false,
  },
  recruiting: {
    label: 'Words about applications',
    months: 24,
    basis: '29 CFR 1602.14, 41 CFR 60-1.12; Equality Act 2010 s.123 asks for less.',
    what: 'Notes, messages and reasons of applications, interviews and offers are emptied.',
    isOnAtFirst: false,
  },
  mail: {
    label: 'Sent mails',
    months: 24,
    basis: 'GDPR Art. 5(1)(e): no longer than needed.',
    what: 'Mails are deleted with what they said.',
    isOnAtFirst: false,
  },
  eeo: {
    label: 'Equal opportunity answers',
    months: 24,
    basis: '41 CFR 60-1.12 (two years); 29 CFR 1602.14 asks for one.',
    what: 'The answers of a person are deleted so long after they were last changed.',
    isOnAtFirst: false,
  },
  references: {
    label: 'References',
    months: 12,
    basis: 'GDPR Art. 5(1)(e): a reference tells of a time that is over.',
    what: 'What others said about a candidate is deleted with their names.',
    isOnAtFirst: false,
  },
  audit: {
    label: 'Personal values in the audit',
    months: 72,
    basis: 'GDPR Art. 5(2): what accountability needs.',
    what: 'Events stay; the personal values before and after a change are deleted.',
    isOnAtFirst: false,
  },
  work: {
    label: 'Names of erased workers',
    months: 72,
    basis: '29 CFR 516.5 (three years), IRS (four), HMRC (six).',
    what: 'An erased worker’s name, kept because they were paid, goes too.',
    isOnAtFirst: false,
  },
} as const

export type RetainedClass = keyof typeof retentionDefaults

export const retainedClasses = [
  'consents',
  'interest',
  'ended',
  'profiles',
  'recruiting',
  'mail',
  'eeo',
  'references',
  'audit',
  'work',
] as const satisfies readonly RetainedClass[]
